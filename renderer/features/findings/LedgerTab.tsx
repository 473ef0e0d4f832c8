// 整改跟踪台账, read page by page; those that run stand first by their deadline, so overdue ones lead.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { RECTIFICATION_PAGE, type RectificationRow } from '../../../shared/contract/rectification.ts';
import { api } from '../../client.ts';
import { DataGrid, type Asked } from '../../components/grid/DataGrid.tsx';
import { askedRectifications } from './asked.ts';
import { MoreRows } from './MoreRows.tsx';
import { rectificationTone, useRectificationColumns, type LedgerChoices } from './useRectificationColumns.tsx';

const NONE: LedgerChoices = { agents: [], teams: [] };

export function LedgerTab() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked>({ filters: {}, search: '' });
  const [choices, setChoices] = useState<LedgerChoices>(NONE);
  const filter = useMemo(
    () =>
      askedRectifications(
        asked,
        choices.agents.map(({ id }) => id),
        choices.teams,
      ),
    [asked, choices],
  );
  const list = useInfiniteQuery(
    api.rectification.list.infiniteOptions({
      input: (offset: number) => ({ ...filter, offset, limit: RECTIFICATION_PAGE }),
      initialPageParam: 0,
      getNextPageParam: ({ rows }, pages) =>
        rows.length < RECTIFICATION_PAGE ? undefined : pages.length * RECTIFICATION_PAGE,
      staleTime: 0,
      placeholderData: (before) => before,
    }),
  );
  const first = list.data?.pages[0];
  const known = useMemo((): LedgerChoices => first ?? NONE, [first]);
  if (JSON.stringify([known.agents, known.teams]) !== JSON.stringify([choices.agents, choices.teams]) && first)
    setChoices({ agents: known.agents, teams: known.teams });
  // A row that moved while pages were read would stand twice.
  const rows = useMemo(
    () => list.data && [...new Map(list.data.pages.flatMap((page) => page.rows).map((row) => [row.id, row])).values()],
    [list.data],
  );
  const columns = useRectificationColumns(choices, rows);
  return (
    <DataGrid<RectificationRow>
      name="rectifications"
      title={t('findings.tab.ledger')}
      query={{ data: rows, error: list.error, refetch: list.refetch }}
      columns={columns}
      onAsk={setAsked}
      rowId={(row) => row.id}
      onOpen={(row) => void navigate(`/rectifications/${row.id}`)}
      rowTone={rectificationTone}
      empty={{ title: t('rectification.empty'), hint: t('rectification.emptyHint') }}
      foot={
        <MoreRows
          loaded={rows?.length ?? 0}
          total={first?.total ?? 0}
          loading={list.isFetchingNextPage}
          onMore={() => list.fetchNextPage()}
        />
      }
    />
  );
}
