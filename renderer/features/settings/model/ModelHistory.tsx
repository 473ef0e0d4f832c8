// All versions of the model with who, when and why; the chosen one line by line against the one before it.
import { Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelVersion } from '../../../../shared/contract/model.ts';
import { changedFields } from '../../../../shared/domain/scoring/modelFields.ts';
import { useFormat } from '../../../format.ts';
import { fieldName } from './fieldWords.ts';
import { reasonWords } from './reasonWords.ts';

export function ModelHistory({ versions }: { readonly versions: readonly ModelVersion[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState(versions[0]?.version);
  const before = (version: number) => versions.find((one) => one.version === version - 1);
  const changesOf = (one: ModelVersion) => {
    const earlier = before(one.version);
    return earlier ? changedFields(earlier.values, one.values) : [];
  };
  const shown = versions.find(({ version }) => version === chosen);
  const earlier = shown && before(shown.version);
  return (
    <div className="model-history">
      <Table<ModelVersion>
        size="small"
        pagination={false}
        rowKey="version"
        dataSource={[...versions]}
        rowSelection={{
          type: 'radio',
          selectedRowKeys: chosen === undefined ? [] : [chosen],
          onChange: ([key]) => setChosen(Number(key)),
          getTitleCheckboxProps: () => ({}),
          getCheckboxProps: ({ version }) => ({ 'aria-label': `${t('model.history.version')} ${version}` }),
          columnTitle: t('model.history.show'),
          columnWidth: 72,
        }}
        columns={[
          { title: t('model.history.version'), dataIndex: 'version', width: 80 },
          {
            title: t('model.history.publishedAt'),
            key: 'at',
            width: 160,
            render: (_, { publishedAt }) => format.instant(publishedAt),
          },
          {
            title: t('model.history.by'),
            key: 'by',
            width: 160,
            render: (_, { publishedBy }) => publishedBy ?? t('model.shipped'),
          },
          { title: t('model.history.reason'), key: 'reason', render: (_, one) => reasonWords(t, one) },
          {
            title: t('model.history.digest'),
            key: 'digest',
            width: 140,
            render: (_, { digest }) => <span title={digest}>{digest.slice(0, 12)}</span>,
          },
          {
            title: t('model.history.changes'),
            key: 'changes',
            align: 'right',
            width: 90,
            render: (_, one) => changesOf(one).length,
          },
        ]}
      />
      {shown && (
        <section className="panel" aria-labelledby="model-differences">
          <h2 id="model-differences">{t('model.history.differences', { version: shown.version })}</h2>
          {earlier ? (
            <Table
              size="small"
              pagination={false}
              rowKey="key"
              dataSource={changesOf(shown).map((key) => ({
                key,
                before: earlier.values[key],
                after: shown.values[key],
              }))}
              columns={[
                { title: t('model.history.item'), key: 'item', render: (_, { key }) => fieldName(t, key) },
                { title: t('model.history.before'), dataIndex: 'before', align: 'right', width: 110 },
                { title: t('model.history.after'), dataIndex: 'after', align: 'right', width: 110 },
              ]}
            />
          ) : (
            <p>{t('model.history.first')}</p>
          )}
        </section>
      )}
    </div>
  );
}
