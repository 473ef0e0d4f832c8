// The reports of supervision; the one of the branch and period chosen above is opened or begun from here.
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PeriodKind, type PeriodDays } from '../../../shared/contract/score.ts';
import type { ReportRow } from '../../../shared/contract/supervision.ts';
import { useAccount } from '../../account.ts';
import { api, client } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { failureText } from '../../failure.ts';
import { periodName } from '../../periodName.ts';

function useColumns(): readonly Column<ReportRow>[] {
  const { t } = useTranslation();
  return useMemo(
    (): readonly Column<ReportRow>[] => [
      {
        ...{ kind: 'text', key: 'period', header: t('supervision.reports.period'), width: 150 },
        value: ({ period }) => periodName(t, period),
      },
      {
        ...{ kind: 'choice', key: 'type', header: t('supervision.reports.type'), width: 130, filter: true },
        value: ({ period }) => period.kind,
        options: PeriodKind.options.map((value) => ({ value, label: t(`supervision.reports.kind.${value}`) })),
      },
      {
        ...{ kind: 'text', key: 'branch', header: t('supervision.reports.branch'), width: 160, grow: true },
        value: (row) => row.branchName,
      },
      {
        ...{ kind: 'text', key: 'issue', header: t('supervision.reports.issue'), width: 112 },
        value: ({ issue }) =>
          issue ? t('supervision.reports.issued', { number: issue.number }) : t('supervision.reports.notIssued'),
        cell: ({ issue }) =>
          issue ? (
            <StateTag tone="met">{t('supervision.reports.issued', { number: issue.number })}</StateTag>
          ) : (
            <StateTag tone="warn">{t('supervision.reports.notIssued')}</StateTag>
          ),
      },
      {
        ...{ kind: 'instant', key: 'issuedAt', header: t('supervision.reports.issuedAt'), width: 140 },
        value: ({ issue }) => issue?.issuedAt ?? null,
      },
      {
        ...{ kind: 'text', key: 'issuedBy', header: t('supervision.reports.issuedBy'), width: 104 },
        value: ({ issue }) => issue?.issuedBy ?? null,
      },
      {
        ...{ kind: 'text', key: 'openedBy', header: t('supervision.reports.openedBy'), width: 104 },
        value: (row) => row.openedBy,
      },
    ],
    [t],
  );
}

export function ReportsTab({ branchId, period }: { readonly branchId: string; readonly period: PeriodDays }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { may } = useAccount();
  const navigate = useNavigate();
  const query = useQuery({ ...api.supervision.reports.queryOptions(), staleTime: 0 });
  const open = useMutation({
    mutationFn: () => client.supervision.openReport({ branchId, kind: period.kind, start: period.start }),
    onSuccess: ({ id }) => void navigate(`/improvement/reports/${id}`),
    onError: (error) => void message.error(failureText(t, error)),
  });
  const write = may('improvement.write') && (
    <Button type="primary" loading={open.isPending} onClick={() => open.mutate()}>
      {t('supervision.reports.open')}
    </Button>
  );
  return (
    <DataGrid<ReportRow>
      name="supervisionReports"
      title={t('supervision.tab.reports')}
      query={query}
      columns={useColumns()}
      rowId={({ id }) => id}
      onOpen={({ id }) => void navigate(`/improvement/reports/${id}`)}
      before={write}
      empty={{ title: t('supervision.reports.empty'), hint: t('supervision.reports.emptyHint') }}
    />
  );
}
