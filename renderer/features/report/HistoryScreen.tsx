// Every workbook exported from here: who, when, masked or why not, digest. A row opens its file's details.
import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ExportRecord } from '../../../shared/contract/exports.ts';
import { LANGUAGES } from '../../../shared/contract/vocabulary.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useFormat } from '../../format.ts';
import { ExportFacts } from './ExportFacts.tsx';
import { ReportTabs } from './ReportTabs.tsx';
import { VerifyButton } from './VerifyButton.tsx';
import './report.css';

const DIGEST_SHOWN = 12;

function useColumns(): readonly Column<ExportRecord>[] {
  const { t } = useTranslation();
  return useMemo<readonly Column<ExportRecord>[]>(
    () => [
      {
        key: 'at',
        kind: 'instant',
        header: t('report.history.at'),
        value: (row) => row.at,
        width: 140,
        sort: 'desc',
        filter: true,
      },
      { key: 'user', kind: 'text', header: t('report.history.user'), value: (row) => row.userName, width: 100 },
      {
        key: 'what',
        kind: 'text',
        header: t('report.history.what'),
        value: (row) => row.title,
        width: 180,
        grow: true,
      },
      {
        key: 'masking',
        kind: 'choice',
        header: t('report.history.masking'),
        value: (row) => (row.masked ? 'masked' : 'unmasked'),
        options: (['masked', 'unmasked'] as const).map((value) => ({ value, label: t(`report.history.${value}`) })),
        width: 96,
        filter: true,
      },
      { key: 'reason', kind: 'text', header: t('report.history.reason'), value: (row) => row.reason, width: 150 },
      { key: 'rows', kind: 'integer', header: t('report.history.rows'), value: (row) => row.rows, width: 76 },
      {
        key: 'digest',
        kind: 'text',
        header: t('report.history.digest'),
        value: (row) => row.digest,
        width: 130,
        cell: (row) => <span title={row.digest ?? ''}>{row.digest?.slice(0, DIGEST_SHOWN)}</span>,
      },
      { key: 'path', kind: 'text', header: t('report.history.path'), value: (row) => row.path, width: 200, grow: true },
      {
        key: 'language',
        kind: 'choice',
        header: t('report.history.language'),
        value: (row) => String(row.facts['language'] ?? ''),
        options: LANGUAGES.map((value) => ({ value, label: t(`words.language.${value}`) })),
        width: 96,
        hidden: true,
      },
    ],
    [t],
  );
}

const rowId = (row: ExportRecord): string => row.id;

export function HistoryScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const history = useQuery({ ...api.report.history.queryOptions(), staleTime: 0 });
  const columns = useColumns();
  const [opened, setOpened] = useState<ExportRecord | null>(null);
  return (
    <Page fill>
      <PageHeader title={t('report.title')} detail={<ReportTabs open="history" />} actions={<VerifyButton />} />
      <DataGrid<ExportRecord>
        name="reportExports"
        title={t('report.history.title')}
        query={history}
        columns={columns}
        rowId={rowId}
        onOpen={setOpened}
        empty={{
          title: t('report.history.empty'),
          hint: t('report.history.emptyHint'),
          action: (
            <Button type="primary" onClick={() => void navigate('/reports')}>
              {t('report.history.toPrepare')}
            </Button>
          ),
        }}
      />
      <Modal
        open={opened !== null}
        width={720}
        title={t('report.history.detail')}
        onCancel={() => setOpened(null)}
        footer={null}
        destroyOnHidden
      >
        {opened && <Detail record={opened} />}
      </Modal>
    </Page>
  );
}

function Detail({ record }: { readonly record: ExportRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <dl className="report-facts">
        <dt>{t('report.history.what')}</dt>
        <dd>{record.title}</dd>
        <dt>{t('report.history.user')}</dt>
        <dd>{t('frame.record.by', { who: record.userName, when: format.instant(record.at) })}</dd>
        <dt>{t('report.history.masking')}</dt>
        <dd>{record.masked ? t('report.history.masked') : t('report.history.unmasked')}</dd>
        {record.reason !== null && (
          <>
            <dt>{t('report.history.reason')}</dt>
            <dd>{record.reason}</dd>
          </>
        )}
      </dl>
      <ExportFacts record={record} focus />
    </>
  );
}
