// 响应与回访: requests with their two clocks, newest first.
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  CLIENT_CHANNELS,
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  type RequestRow,
} from '../../../shared/contract/responses.ts';
import { MARKS } from '../../../shared/domain/responses/marks.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { useNow } from '../observation/runner/useNow.ts';
import { ListBefore } from './ListBefore.tsx';
import { clockOf, MarkTag } from './MarkTag.tsx';
import { agentColumns, keptColumns } from './placeColumns.ts';
import { RequestForm } from './RequestForm.tsx';
import { ResponsesHeader } from './ResponsesHeader.tsx';
import { useDays } from './useDays.ts';

const STATES = ['running', 'met', 'late', 'overdue'] as const;

function useColumns(now: number): readonly Column<RequestRow>[] {
  const { t } = useTranslation();
  return useMemo<readonly Column<RequestRow>[]>(
    () => [
      {
        key: 'askedAt',
        kind: 'instant',
        header: t('responses.field.askedAt'),
        value: (r) => r.askedAt,
        width: 140,
        pinned: true,
      },
      ...agentColumns<RequestRow>(t),
      {
        key: 'kind',
        kind: 'choice',
        header: t('responses.field.kind'),
        value: (r) => r.kind,
        options: REQUEST_KINDS.map((value) => ({ value, label: t(`responses.requestKind.${value}`) })),
        width: 92,
        filter: true,
      },
      { key: 'client', kind: 'text', header: t('responses.field.client'), value: (r) => r.client, width: 148 },
      ...MARKS.map((mark): Column<RequestRow> => ({
        key: mark,
        kind: 'choice',
        header: t(`responses.mark.${mark}`),
        value: (r) => clockOf(mark, r, now).state,
        options: STATES.map((value) => ({ value, label: t(`responses.markState.${value}`) })),
        cell: (r) => <MarkTag mark={mark} row={r} now={now} />,
        width: 212,
        filter: true,
      })),
      {
        key: 'outcome',
        kind: 'choice',
        header: t('responses.field.outcome'),
        value: (r) => r.outcome,
        options: REQUEST_OUTCOMES.map((value) => ({ value, label: t(`responses.outcome.${value}`) })),
        width: 104,
      },
      {
        key: 'content',
        kind: 'text',
        header: t('responses.field.content'),
        value: (r) => r.content,
        width: 160,
        grow: true,
      },
      {
        key: 'channel',
        kind: 'choice',
        header: t('responses.field.channel'),
        value: (r) => r.channel,
        options: CLIENT_CHANNELS.map((value) => ({ value, label: t(`responses.channel.${value}`) })),
        width: 96,
        hidden: true,
      },
      {
        key: 'number',
        kind: 'text',
        header: t('responses.field.number'),
        value: (r) => r.number,
        width: 110,
        hidden: true,
      },
      ...keptColumns<RequestRow>(t),
    ],
    [t, now],
  );
}

export function RequestsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [days, setDays] = useDays(0);
  const [withdrawn, setWithdrawn] = useState(false);
  const [adding, setAdding] = useState(false);
  const now = useNow(60_000);
  const columns = useColumns(now);
  const list = useQuery(api.responses.requests.queryOptions({ input: { ...days, withdrawn } }));
  const rows = list.data?.rows;
  const total = list.data?.total ?? 0;
  return (
    <Page fill>
      <ResponsesHeader
        open="requests"
        adds={{ kind: 'request', label: t('responses.list.addRequest'), start: () => setAdding(true) }}
      />
      <DataGrid<RequestRow>
        name="requests"
        title={t('responses.tabs.requests')}
        query={{ data: rows, error: list.error, refetch: list.refetch }}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={(row) => void navigate(`/responses/record/request/${row.id}`)}
        rowTone={(row) => (row.state === 'withdrawn' ? 'quiet' : undefined)}
        before={<ListBefore days={days} onChange={setDays} withdrawn={withdrawn} onWithdrawn={setWithdrawn} />}
        empty={{ title: t('responses.list.emptyRequests'), hint: t('responses.list.emptyHint') }}
        foot={rows && rows.length < total && <span>{t('responses.list.cut', { shown: rows.length, total })}</span>}
      />
      {adding && <RequestForm row={null} onClose={() => setAdding(false)} />}
    </Page>
  );
}
