// 整改 on an agent's record: rectifications, overdue ones first, and the findings that stand, those that wait first.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FindingRow } from '../../../shared/contract/findings.ts';
import type { RectificationRow } from '../../../shared/contract/rectification.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useFindingColumns } from '../findings/useFindingColumns.tsx';
import { rectificationTone, useRectificationColumns } from '../findings/useRectificationColumns.tsx';
import '../findings/findings.css';

const NONE = { agents: [], teams: [] };
/** Their columns say nothing here: it is one agent. */
const OF_ONE: ReadonlySet<string> = new Set(['agent', 'number', 'team', 'branch']);

/** A short list is narrowed by its state alone. */
const ofOne = <Row,>(columns: readonly Column<Row>[]): readonly Column<Row>[] =>
  columns
    .filter(({ key }) => !OF_ONE.has(key))
    .map((column) => ({ ...column, filter: column.key === 'state' || column.key === 'status' }));

export function AgentRectifications({ agentId }: { readonly agentId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const own = useQuery({ ...api.rectification.ofAgent.queryOptions({ input: { agentId } }), staleTime: 0 });
  const { error, refetch } = own;
  const [found, rectified] = [useFindingColumns(), useRectificationColumns(NONE, own.data?.rectifications)];
  const [findingColumns, columns] = useMemo(() => [ofOne(found), ofOne(rectified)], [found, rectified]);
  const overdue = own.data?.rectifications.filter(({ daysOverdue }) => daysOverdue > 0).length ?? 0;
  const waiting = own.data?.findings.filter(({ status }) => status === 'open').length ?? 0;
  const record = may('findings.write') && (
    <Button onClick={() => void navigate(`/findings/new?agent=${agentId}`)}>{t('findings.record')}</Button>
  );
  return (
    <div className="rect-of-agent">
      <p>
        <StateTag tone={overdue > 0 ? 'danger' : 'neutral'}>
          {t('rectification.ofAgent.overdue', { count: overdue })}
        </StateTag>{' '}
        <StateTag tone={waiting > 0 ? 'warn' : 'neutral'}>
          {t('rectification.ofAgent.waiting', { count: waiting })}
        </StateTag>
      </p>
      <h2>{t('rectification.ofAgent.rectifications')}</h2>
      <DataGrid<RectificationRow>
        name="agentRectifications"
        title={t('rectification.ofAgent.rectifications')}
        query={{ data: own.data?.rectifications, error, refetch }}
        columns={columns}
        rowId={(row) => row.id}
        height="280px"
        rowTone={rectificationTone}
        onOpen={(row) => void navigate(`/rectifications/${row.id}`)}
        empty={{ title: t('rectification.ofAgent.none'), hint: t('rectification.emptyHint') }}
      />
      <h2>{t('rectification.ofAgent.findings')}</h2>
      <DataGrid<FindingRow>
        name="agentFindings"
        title={t('rectification.ofAgent.findings')}
        query={{ data: own.data?.findings, error, refetch }}
        columns={findingColumns}
        rowId={(row) => row.id}
        height="320px"
        before={record}
        rowTone={({ status }) => (status === 'closed' || status === 'noNeed' ? 'quiet' : undefined)}
        onOpen={(row) => void navigate(`/findings/${row.id}`)}
        empty={{ title: t('rectification.ofAgent.noFindings'), hint: t('findings.emptyHint') }}
      />
    </div>
  );
}
