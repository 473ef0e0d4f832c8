// The one list of the console: filters and search above, column chooser, saved views, export, row count, the states.
//   const columns = useMemo<readonly Column<Agent>[]>(() => [
//     { key: 'number', kind: 'text', header: t('people.number'), value: (a) => a.number, width: 120, pinned: true },
//     { key: 'status', kind: 'choice', header: …, value: (a) => a.status, options: […], filter: true },
//   ], [t]);
//   <DataGrid name="agents" title={t('people.title')} query={agents} columns={columns} rowId={(a) => a.id}
//     onOpen={(a) => void navigate(`/people/${a.id}`)} searchText={(a) => `${a.pinyin} ${a.initials}`}
//     empty={{ title: t('…'), hint: t('…'), action: <Button …/> }} />
// `columns` must keep its identity (useMemo), else the grid sets its columns anew on every render. It fills its parent: put it
// into <Page fill>. Enter or a double click opens a row; `onCurrent` hears of every row the keyboard walks over.
import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../account.ts';
import { useFormat } from '../../format.ts';
import { kept } from '../kept.ts';
import { EmptyState, ErrorState, LoadingState, type EmptyStateProps } from '../states.tsx';
import { filtersAnything, shownRows, textIndex, type Column, type Filters } from './columns.ts';
import { GridExport } from './GridExport.tsx';
import type { ColumnLayout, GridBodyProps, GridHandle, LeaveGrid } from './GridBody.tsx';
import { GridTools } from './GridTools.tsx';
import './grid.css';

export type { Column, Filters } from './columns.ts';
export type { GridHandle } from './GridBody.tsx';

const Body = lazy(() => import('./GridBody.tsx').then((m) => ({ default: m.GridBody }))) as <Row>(
  props: GridBodyProps<Row>,
) => ReactNode;

/** The part of a query that the grid looks at; any useQuery of an array fits. */
export interface Rows<Row> {
  readonly data: readonly Row[] | undefined;
  readonly error: unknown;
  readonly refetch?: () => unknown;
}

export interface DataGridProps<Row extends object> {
  /** Names the grid for saved views: 'agents'. */
  readonly name: string;
  /** Names it for people: exports, screen readers. */
  readonly title: string;
  readonly query: Rows<Row>;
  readonly columns: readonly Column<Row>[];
  readonly rowId: (row: Row) => string;
  readonly empty: EmptyStateProps;
  readonly onOpen?: (row: Row) => void;
  readonly onCurrent?: (row: Row) => void;
  /** Given, rows can be ticked. */
  readonly onSelection?: (rows: readonly Row[]) => void;
  /** Where lists stand one below the other: an arrow leads out of this one. */
  readonly onLeave?: LeaveGrid;
  /** Hears of the grid itself, null when it goes away. */
  readonly onHandle?: (handle: GridHandle<Row> | null) => void;
  /** More text that the quick search finds: pinyin, initials. */
  readonly searchText?: (row: Row) => string;
  readonly rowTone?: (row: Row) => 'danger' | 'quiet' | undefined;
  /** The screen's own controls, left of the tools: a period, a branch. */
  readonly before?: ReactNode;
  /** Given, filters and search are asked of main, which gives the rows that fit; none is left out here. */
  readonly onAsk?: (asked: Asked) => void;
  /** Beside the row count at the foot. */
  readonly foot?: ReactNode;
  /** Filters at first opening. */
  readonly initialFilters?: Filters;
  /** Shorter than its parent where it stands among other things: '320px'. */
  readonly height?: string;
}

/** What the tools above a grid ask for. */
export interface Asked {
  readonly filters: Filters;
  readonly search: string;
}

/** What is kept of a list between two visits. */
export interface GridView extends Asked {
  readonly layout: ColumnLayout | null;
}

export function DataGrid<Row extends object>(props: DataGridProps<Row>) {
  const { name, title, query, columns, rowId, empty, searchText, initialFilters, height, onAsk } = props;
  const asks = onAsk !== undefined;
  const { t } = useTranslation();
  const { actor } = useAccount();
  const format = useFormat();
  const store = useMemo(() => kept<ColumnLayout | null>(`grid.${actor.userId}.${name}`, null), [actor.userId, name]);
  const [filters, setFilters] = useState<Filters>(initialFilters ?? {});
  const [search, setSearch] = useState('');
  const [handle, setHandle] = useState<GridHandle<Row> | null>(null);
  const [selected, setSelected] = useState(0);
  const [columnsShown, setColumnsShown] = useState<readonly string[]>([]);

  const rows = query.data;
  const wanted = useDeferredValue(search);
  const textOf = useMemo(() => textIndex(columns, searchText, format), [columns, searchText, format]);
  const shown = useMemo(
    () => (!rows || asks ? (rows ?? []) : shownRows(rows, columns, filters, wanted, textOf, format)),
    [rows, asks, columns, filters, wanted, textOf, format],
  );
  useEffect(() => onAsk?.({ filters, search: wanted }), [onAsk, filters, wanted]);

  const show = (view: GridView) => {
    setFilters(view.filters);
    setSearch(view.search);
    handle?.applyLayout(view.layout);
    store.write(view.layout);
  };

  const narrowed = filtersAnything(filters) || search !== '';
  const body = () => {
    if (!rows && query.error !== null && query.error !== undefined)
      return <ErrorState error={query.error} {...(query.refetch ? { onRetry: query.refetch } : {})} />;
    if (!rows) return <LoadingState />;
    if (rows.length === 0 && !(asks && narrowed)) return <EmptyState {...empty} />;
    return (
      <Suspense fallback={<LoadingState />}>
        <Body<Row>
          label={t('frame.grid.label', { title })}
          rows={shown}
          columns={columns}
          rowId={rowId}
          onOpen={props.onOpen}
          onCurrent={props.onCurrent}
          onSelection={
            props.onSelection &&
            ((chosen) => {
              setSelected(chosen.length);
              props.onSelection?.(chosen);
            })
          }
          onLeave={props.onLeave}
          rowTone={props.rowTone}
          onReady={(ready) => {
            const before = store.read();
            if (ready && before) ready.applyLayout(before);
            setHandle(ready);
            props.onHandle?.(ready);
            setColumnsShown(ready?.shownColumns() ?? []);
          }}
          onLayout={() => {
            if (!handle) return;
            setColumnsShown(handle.shownColumns());
            store.write(handle.layout());
          }}
        />
        {handle === null && (
          <div className="grid-nothing">
            <LoadingState />
          </div>
        )}
        {shown.length === 0 && (
          <div className="grid-nothing">
            <EmptyState title={t('frame.grid.nothing')} hint={t('frame.grid.nothingHint')} />
          </div>
        )}
      </Suspense>
    );
  };

  const total = rows?.length ?? 0;
  return (
    <section className="grid" aria-label={title} style={height === undefined ? undefined : { flex: 'none', height }}>
      <GridTools
        name={name}
        title={title}
        columns={columns}
        filters={filters}
        onFilters={setFilters}
        search={search}
        onSearch={setSearch}
        handle={handle}
        columnsShown={columnsShown}
        onColumns={() => setColumnsShown(handle?.shownColumns() ?? [])}
        onView={show}
        before={props.before}
        after={<GridExport title={title} columns={columns} handle={handle} rows={shown.length} />}
      />
      <div className="grid-body">{body()}</div>
      <div className="grid-foot">
        <span role="status">
          {shown.length === total
            ? t('frame.grid.count', { total })
            : t('frame.grid.countShown', { shown: shown.length, total })}
          {selected > 0 ? ` · ${t('frame.grid.countSelected', { selected })}` : ''}
        </span>
        {props.foot}
        {props.onOpen && total > 0 && <span className="grid-keys">{t('frame.grid.keys')}</span>}
      </div>
    </section>
  );
}
