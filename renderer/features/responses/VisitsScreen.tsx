// Return visits, by the day they are due.
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CLIENT_CHANNELS, type VisitRow } from '../../../shared/contract/responses.ts';
import { visitStateOf } from '../../../shared/domain/responses/marks.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useToday } from '../people/useToday.ts';
import { VISIT_TONES } from './clockWords.ts';
import { ListBefore } from './ListBefore.tsx';
import { agentColumns, keptColumns } from './placeColumns.ts';
import { ResponsesHeader } from './ResponsesHeader.tsx';
import { useDays } from './useDays.ts';
import { VisitForm } from './VisitForm.tsx';

const STATES = ['planned', 'made', 'late', 'overdue'] as const;
/** Days ahead that the list begins with. */
const AHEAD = 31;

function useColumns(today: string): readonly Column<VisitRow>[] {
  const { t } = useTranslation();
  return useMemo<readonly Column<VisitRow>[]>(
    () => [
      {
        key: 'dueOn',
        kind: 'day',
        header: t('responses.field.dueOn'),
        value: (r) => r.dueOn,
        width: 112,
        pinned: true,
      },
      {
        key: 'visit',
        kind: 'choice',
        header: t('responses.tabs.visits'),
        value: (r) => visitStateOf(r.dueOn, r.madeOn, today),
        options: STATES.map((value) => ({ value, label: t(`responses.visitState.${value}`) })),
        cell: (r) => {
          const state = visitStateOf(r.dueOn, r.madeOn, today);
          return <StateTag tone={VISIT_TONES[state]}>{t(`responses.visitState.${state}`)}</StateTag>;
        },
        width: 112,
        filter: true,
      },
      { key: 'madeOn', kind: 'day', header: t('responses.field.madeOn'), value: (r) => r.madeOn, width: 120 },
      ...agentColumns<VisitRow>(t),
      { key: 'client', kind: 'text', header: t('responses.field.client'), value: (r) => r.client, width: 150 },
      {
        key: 'channel',
        kind: 'choice',
        header: t('responses.field.channel'),
        value: (r) => r.channel,
        options: CLIENT_CHANNELS.map((value) => ({ value, label: t(`responses.channel.${value}`) })),
        width: 96,
      },
      { key: 'note', kind: 'text', header: t('responses.field.note'), value: (r) => r.note, width: 160, grow: true },
      {
        key: 'number',
        kind: 'text',
        header: t('responses.field.number'),
        value: (r) => r.number,
        width: 110,
        hidden: true,
      },
      ...keptColumns<VisitRow>(t),
    ],
    [t, today],
  );
}

export function VisitsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [days, setDays] = useDays(AHEAD);
  const [withdrawn, setWithdrawn] = useState(false);
  const [adding, setAdding] = useState(false);
  const columns = useColumns(useToday());
  const list = useQuery(api.responses.visits.queryOptions({ input: { ...days, withdrawn } }));
  const rows = list.data?.rows;
  const total = list.data?.total ?? 0;
  return (
    <Page fill>
      <ResponsesHeader
        open="visits"
        adds={{ kind: 'visit', label: t('responses.list.addVisit'), start: () => setAdding(true) }}
      />
      <DataGrid<VisitRow>
        name="visits"
        title={t('responses.tabs.visits')}
        query={{ data: rows, error: list.error, refetch: list.refetch }}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={(row) => void navigate(`/responses/record/visit/${row.id}`)}
        rowTone={(row) => (row.state === 'withdrawn' ? 'quiet' : undefined)}
        before={<ListBefore days={days} onChange={setDays} withdrawn={withdrawn} onWithdrawn={setWithdrawn} />}
        empty={{ title: t('responses.list.emptyVisits'), hint: t('responses.list.emptyHint') }}
        foot={rows && rows.length < total && <span>{t('responses.list.cut', { shown: rows.length, total })}</span>}
      />
      {adding && <VisitForm row={null} onClose={() => setAdding(false)} />}
    </Page>
  );
}
