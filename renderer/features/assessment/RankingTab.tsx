// The ranking with the derivation of the agent under the keyboard beside it. Arrows walk the agents; review and decisions are
// made from here, by keys too, for one agent or for all that are ticked.
import { useQuery } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { useDeferredValue, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultHead, ResultRow } from '../../../shared/contract/assessment.ts';
import { useAccount } from '../../account.ts';
import { api, client, queryClient } from '../../client.ts';
import { DataGrid, type GridHandle, type Rows } from '../../components/grid/DataGrid.tsx';
import { EmptyState } from '../../components/states.tsx';
import { failureText } from '../../failure.ts';
import { AgentPane } from './AgentPane.tsx';
import { DecisionDialog } from './DecisionDialog.tsx';
import { scaleOf } from './figures.tsx';
import { useRankingColumns } from './useRankingColumns.tsx';

const NO_ROWS: readonly ResultRow[] = [];
const isApart = (row: ResultRow): boolean => row.grade === 'insufficient';

interface Groups {
  readonly ranked: Rows<ResultRow>;
  readonly apart: Rows<ResultRow>;
}

/** The agents that are graded, and those with too little evidence. */
function useGroups({ data, error, refetch }: Rows<ResultRow>): Groups {
  return useMemo(() => {
    const group = (apart: boolean): Rows<ResultRow> => ({
      data: data?.filter((row) => isApart(row) === apart),
      error,
      ...(refetch ? { refetch } : {}),
    });
    return { ranked: group(false), apart: group(true) };
  }, [data, error, refetch]);
}

/** Leads the keyboard from one list into the other, which may lie outside of what is seen. */
function goInto(grid: GridHandle<ResultRow> | null, row: 'first' | 'last', column: string): boolean {
  if (!grid || grid.sortedRows().length === 0) return false;
  grid.enter(row, column);
  requestAnimationFrame(() => document.activeElement?.scrollIntoView({ block: 'nearest' }));
  return true;
}

export function RankingTab({ result }: { readonly result: ResultHead }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { may } = useAccount();
  const rows = useQuery({ ...api.assessment.rows.queryOptions({ input: { resultId: result.id } }), staleTime: 0 });
  const data = rows.data ?? NO_ROWS;
  const scale = useMemo(() => scaleOf(data), [data]);
  const { ranked, apart } = useGroups(rows);
  const anyVetoed = ({ data: some }: Rows<ResultRow>) => some?.some(({ vetoed }) => vetoed) ?? false;
  const rankedColumns = useRankingColumns('ranked', scale, anyVetoed(ranked));
  const apartColumns = useRankingColumns('apart', scale, anyVetoed(apart));
  const rankedGrid = useRef<GridHandle<ResultRow>>(null);
  const apartGrid = useRef<GridHandle<ResultRow>>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [ticked, setTicked] = useState<Readonly<Record<'ranked' | 'apart', readonly ResultRow[]>>>({
    ranked: NO_ROWS,
    apart: NO_ROWS,
  });
  const [deciding, setDeciding] = useState(false);
  const first = useMemo(
    () => [...(ranked.data ?? [])].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))[0] ?? apart.data?.[0],
    [ranked, apart],
  );
  const shown = data.find(({ agentId }) => agentId === current) ?? first;
  const chosenIds = new Set([...ticked.ranked, ...ticked.apart].map(({ agentId }) => agentId));
  const many = chosenIds.size > 0;
  const chosen = many ? data.filter(({ agentId }) => chosenIds.has(agentId)) : shown ? [shown] : [];
  // A mark once made keeps its remark; it is changed beside the derivation.
  const unreviewed = chosen.filter((row) => row.review === null);
  const open = result.state === 'computed' || result.state === 'inReview';
  const reviews = open && may('assessment.write');
  const decides = open && may('assessment.decide');
  const pane = useDeferredValue(shown);

  const review = async (about: readonly ResultRow[], remark: string) => {
    if (about.length === 0) return;
    try {
      const agentIds = about.map(({ agentId }) => agentId);
      await client.assessment.review({ resultId: result.id, agentIds, remark });
      void message.success(t('assessment.bulk.done', { count: about.length }));
    } catch (error) {
      void message.error(failureText(t, error));
    }
    await queryClient.invalidateQueries({ queryKey: api.assessment.key() });
  };

  const onKey = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, [role="combobox"]');
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    const key = event.key.toLowerCase();
    if (key === 'r' && reviews) void review(unreviewed, '');
    else if (key === 'd' && decides && chosen.length > 0) setDeciding(true);
    else return;
    event.preventDefault();
  };

  const bar = open && (reviews || decides) && (
    <Flex gap={8} align="center" wrap className="assessment-bulk">
      {reviews && (
        <Button disabled={unreviewed.length === 0} onClick={() => void review(unreviewed, '')}>
          {many ? t('assessment.bulk.review', { count: unreviewed.length }) : t('assessment.bulk.reviewOne')}
        </Button>
      )}
      {decides && (
        <Button disabled={chosen.length === 0} onClick={() => setDeciding(true)}>
          {many ? t('assessment.bulk.decide', { count: chosenIds.size }) : t('assessment.bulk.decideOne')}
        </Button>
      )}
      <span className="assessment-quiet">{t('assessment.ranking.keys')}</span>
    </Flex>
  );

  return (
    <div className="assessment">
      <div className="assessment-lists" onKeyDown={onKey}>
        {bar}
        <DataGrid<ResultRow>
          name="assessment.ranked"
          title={t('assessment.ranking.ranked')}
          query={ranked}
          columns={rankedColumns}
          rowId={(row) => row.agentId}
          onCurrent={(row) => setCurrent(row.agentId)}
          onSelection={(now) => setTicked((before) => ({ ...before, ranked: now }))}
          rowTone={(row) => (row.vetoed ? 'danger' : undefined)}
          onHandle={(handle) => {
            rankedGrid.current = handle;
          }}
          onLeave={(to, column) => to === 'below' && goInto(apartGrid.current, 'first', column)}
          searchText={(row) => `${row.employeeNumber} ${row.team}`}
          empty={{ title: t('assessment.ranking.empty'), hint: t('assessment.ranking.emptyHint') }}
          height="max(320px, calc(100vh - 356px))"
          foot={
            (apart.data?.length ?? 0) > 0 && (
              <span>{t('assessment.ranking.toApart', { count: apart.data?.length ?? 0 })}</span>
            )
          }
        />
        <h2 className="assessment-apart">{t('assessment.ranking.apart')}</h2>
        <DataGrid<ResultRow>
          name="assessment.apart"
          title={t('assessment.ranking.apart')}
          query={apart}
          columns={apartColumns}
          rowId={(row) => row.agentId}
          onCurrent={(row) => setCurrent(row.agentId)}
          onSelection={(now) => setTicked((before) => ({ ...before, apart: now }))}
          onHandle={(handle) => {
            apartGrid.current = handle;
          }}
          onLeave={(to, column) => to === 'above' && goInto(rankedGrid.current, 'last', column)}
          empty={{ title: t('assessment.ranking.apartEmpty'), hint: t('assessment.ranking.apartEmptyHint') }}
          height="320px"
        />
      </div>
      <aside className="assessment-pane panel" aria-label={t('assessment.pane.how')}>
        {pane ? (
          <AgentPane
            key={pane.agentId}
            row={pane}
            result={result}
            onReview={reviews ? (remark) => review([pane], remark) : undefined}
            onDecide={
              decides
                ? () => {
                    setTicked({ ranked: NO_ROWS, apart: NO_ROWS });
                    setCurrent(pane.agentId);
                    setDeciding(true);
                  }
                : undefined
            }
          />
        ) : (
          <EmptyState title={t('assessment.pane.choose')} />
        )}
      </aside>
      {deciding && <DecisionDialog resultId={result.id} about={chosen} onClose={() => setDeciding(false)} />}
    </div>
  );
}
