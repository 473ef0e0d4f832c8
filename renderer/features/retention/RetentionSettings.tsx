// Settings › 个人信息保存期限: how long each table keeps personal data, what is over it, its removal by a person, and what was removed.
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Flex, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionTable } from '../../../shared/contract/retention.ts';
import { api, queryClient } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { Loaded } from '../../components/states.tsx';
import { DueRows } from './DueRows.tsx';
import { PurgeRuns } from './PurgeRuns.tsx';
import { RuleLine } from './RuleLine.tsx';
import './retention.css';

export function RetentionSettings() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [table, setTable] = useState<RetentionTable>('complaint');
  const [view, setView] = useState<'due' | 'runs'>('due');
  const rules = useQuery(api.retention.rules.queryOptions());
  const save = useMutation(
    api.retention.setRule.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: api.retention.key() });
        void message.success(t('retention.saved'));
      },
    }),
  );
  return (
    <Flex vertical gap={12} className="settings-fill">
      <section className="panel" aria-labelledby="retention-rules">
        <h2 id="retention-rules">{t('retention.rules')}</h2>
        <p className="settings-note">{t('retention.note')}</p>
        <FailureAlert error={save.error} />
        <Loaded query={rules}>
          {(lines) => (
            <table className="retention-rules">
              <thead>
                <tr>
                  <th scope="col">{t('retention.field.table')}</th>
                  <th scope="col">{t('retention.field.counted')}</th>
                  <th scope="col">{t('retention.field.months')}</th>
                  <th scope="col" className="retention-number">
                    {t('retention.field.due')}
                  </th>
                  <th scope="col" className="retention-number">
                    {t('retention.field.kept')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {lines.map((rule) => (
                  <RuleLine
                    key={rule.table}
                    rule={rule}
                    chosen={rule.table === table}
                    saving={save.isPending}
                    onChoose={() => {
                      setTable(rule.table);
                      setView('due');
                    }}
                    onSave={(months) => save.mutate({ table: rule.table, months })}
                  />
                ))}
              </tbody>
            </table>
          )}
        </Loaded>
      </section>
      <Segmented
        className="retention-view"
        aria-label={t('retention.view.label')}
        value={view}
        onChange={setView}
        options={(['due', 'runs'] as const).map((value) => ({ value, label: t(`retention.view.${value}`) }))}
      />
      {view === 'due' ? <DueRows table={table} /> : <PurgeRuns />}
    </Flex>
  );
}
