// The ledger of findings, read page by page. R plans a rectification for a finding, J joins it into one that runs, P shows its photos;
// several ticked ones of one agent are taken together.
import { useInfiniteQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FINDING_PAGE, type FindingRow } from '../../../shared/contract/findings.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid, type Asked } from '../../components/grid/DataGrid.tsx';
import { JoinDialog } from '../rectification/JoinDialog.tsx';
import { askedFindings } from './asked.ts';
import { useLedgerKeys } from './ledgerKeys.ts';
import { MoreRows } from './MoreRows.tsx';
import { PhotosDialog } from './PhotosDialog.tsx';
import { useFindingColumns } from './useFindingColumns.tsx';

function useFindings(asked: Asked) {
  const filter = useMemo(() => askedFindings(asked), [asked]);
  const query = useInfiniteQuery(
    api.findings.list.infiniteOptions({
      input: (offset: number) => ({ ...filter, offset, limit: FINDING_PAGE }),
      initialPageParam: 0,
      getNextPageParam: ({ rows }, pages) => (rows.length < FINDING_PAGE ? undefined : pages.length * FINDING_PAGE),
      staleTime: 0,
      placeholderData: (before) => before,
    }),
  );
  // A row that moved while pages were read would stand twice.
  const rows = useMemo(
    () =>
      query.data && [...new Map(query.data.pages.flatMap((page) => page.rows).map((row) => [row.id, row])).values()],
    [query.data],
  );
  return { query, rows, total: query.data?.pages[0]?.total ?? 0 };
}

export function FindingsTab() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { may } = useAccount();
  const navigate = useNavigate();
  const columns = useFindingColumns();
  const [asked, setAsked] = useState<Asked>({ filters: {}, search: '' });
  const { query, rows: listed, total } = useFindings(asked);
  const [current, setCurrent] = useState<FindingRow | null>(null);
  const [chosen, setChosen] = useState<readonly FindingRow[]>([]);
  const [joining, setJoining] = useState<readonly FindingRow[] | null>(null);
  const [shown, setShown] = useState<FindingRow | null>(null);
  const writes = may('findings.write');
  // What was ticked may have been read again since.
  const asRead = (row: FindingRow): FindingRow => listed?.find(({ id }) => id === row.id) ?? row;
  const rows = (chosen.length > 0 ? chosen : current === null ? [] : [current]).map(asRead);
  /** Whether the rows may be taken together; says why not. */
  const together = (): boolean => {
    if (!writes || rows.length === 0) return false;
    const open = rows.every(({ status }) => status === 'open');
    if (!open) void message.warning(t('findings.notOpen'));
    const one = new Set(rows.map(({ agentId }) => agentId)).size === 1;
    if (open && !one) void message.warning(t('findings.severalAgents'));
    return open && one;
  };
  const planAddress = (some: readonly FindingRow[]) =>
    `/rectifications/new?findings=${some.map(({ id }) => id).join(',')}`;
  const plan = () => {
    if (together()) void navigate(planAddress(rows));
  };
  const join = () => {
    if (together()) setJoining(rows);
  };
  const photos = () => {
    if (current !== null && current.photos > 0) setShown(current);
  };
  useLedgerKeys({ r: plan, j: join, p: photos });
  return (
    <>
      <DataGrid<FindingRow>
        name="findings"
        title={t('findings.tab.findings')}
        query={{ data: listed, error: query.error, refetch: query.refetch }}
        columns={columns}
        onAsk={setAsked}
        rowId={(row) => row.id}
        onOpen={(row) => void navigate(`/findings/${row.id}`)}
        onCurrent={setCurrent}
        {...(writes ? { onSelection: setChosen } : {})}
        rowTone={({ status }) => (status === 'closed' || status === 'noNeed' ? 'quiet' : undefined)}
        empty={{ title: t('findings.empty'), hint: t('findings.emptyHint') }}
        before={
          <>
            {writes && (
              <>
                <Button type="primary" disabled={rows.length === 0} title={t('findings.startKey')} onClick={plan}>
                  {chosen.length > 1 ? t('findings.startJoined', { count: chosen.length }) : t('findings.start')}
                </Button>
                <Button disabled={rows.length === 0} title={t('findings.startKey')} onClick={join}>
                  {chosen.length > 1 ? t('findings.joinSeveral', { count: chosen.length }) : t('findings.join')}
                </Button>
              </>
            )}
            <Button disabled={current === null || current.photos === 0} onClick={photos}>
              {t('findings.photos.open')}
            </Button>
          </>
        }
        foot={
          <>
            <MoreRows
              loaded={listed?.length ?? 0}
              total={total}
              loading={query.isFetchingNextPage}
              onMore={() => query.fetchNextPage()}
            />
            {writes && total > 0 && <span className="grid-keys">{t('findings.startKey')}</span>}
          </>
        }
      />
      {joining && (
        <JoinDialog
          findings={joining}
          onPlan={() => void navigate(planAddress(joining))}
          onClose={() => setJoining(null)}
        />
      )}
      {shown && <PhotosDialog id={shown.id} title={shown.description} onClose={() => setShown(null)} />}
    </>
  );
}
