// The grid itself: the only file of the page that draws with ag-grid, loaded when the first list opens.
// Community modules are picked by hand; filtering and search are ours (columns.ts), sorting, columns and scrolling ag-grid's.
import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  EventApiModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  type CellKeyDownEvent,
  type CellPosition,
  type ColDef,
  type ColumnState,
  type FullWidthCellKeyDownEvent,
  type GridApi,
  type NavigateToNextCellParams,
} from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppearance } from '../../Appearance.tsx';
import { useFormat } from '../../format.ts';
import type { Column } from './columns.ts';
import { columnDef } from './columnDef.tsx';
import { gridTheme } from './gridTheme.ts';

ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  EventApiModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
]);

/** Widths, order and sorting of the columns, as saved views keep them. */
export type ColumnLayout = readonly {
  readonly key: string;
  readonly hidden: boolean;
  readonly width: number | null;
  readonly sort: 'asc' | 'desc' | null;
  readonly sortIndex: number | null;
}[];

/** What the parts around the grid need of it. */
export interface GridHandle<Row> {
  /** Rows as sorted. */
  readonly sortedRows: () => Row[];
  /** Keys of the visible columns in their order. */
  readonly shownColumns: () => string[];
  readonly layout: () => ColumnLayout;
  readonly applyLayout: (layout: ColumnLayout | null) => void;
  readonly setShown: (key: string, shown: boolean) => void;
  /** Moves the keyboard into the first row, or into the given one; into the named column where it is shown. */
  readonly enter: (row?: 'first' | 'last', column?: string) => void;
}

/**
 * An arrow leads past the first or the last row from a column; says whether the keyboard has gone elsewhere. If not it stays, or
 * goes on into the head.
 */
export type LeaveGrid = (to: 'above' | 'below', column: string) => boolean;

export interface GridBodyProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowId: (row: Row) => string;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly onCurrent: ((row: Row) => void) | undefined;
  readonly onSelection: ((rows: readonly Row[]) => void) | undefined;
  readonly onLeave: LeaveGrid | undefined;
  readonly rowTone: ((row: Row) => 'danger' | 'quiet' | undefined) | undefined;
  /** Null when the grid goes away: when the screen closes or the language changes. */
  readonly onReady: (handle: GridHandle<Row> | null) => void;
  readonly onLayout: () => void;
}

const asLayout = (state: readonly ColumnState[]): ColumnLayout =>
  state.map(({ colId, hide, width, sort, sortIndex }) => ({
    key: colId,
    hidden: hide ?? false,
    width: width ?? null,
    sort: sort ?? null,
    sortIndex: sortIndex ?? null,
  }));

function handleOf<Row>(api: GridApi<Row>): GridHandle<Row> {
  return {
    sortedRows: () => {
      const rows: Row[] = [];
      api.forEachNodeAfterFilterAndSort((node) => {
        if (node.data) rows.push(node.data);
      });
      return rows;
    },
    shownColumns: () => (api.isDestroyed() ? [] : api.getAllDisplayedColumns().map((column) => column.getColId())),
    layout: () => asLayout(api.getColumnState()),
    applyLayout: (layout) => {
      if (layout === null) api.resetColumnState();
      else
        api.applyColumnState({
          state: layout.map(({ key, hidden, width, sort, sortIndex }) => ({
            colId: key,
            hide: hidden,
            sort,
            sortIndex,
            // A column without a fixed width keeps growing with the window.
            ...(width === null ? {} : { width }),
          })),
          applyOrder: true,
        });
    },
    setShown: (key, shown) => api.setColumnsVisible([key], shown),
    enter: (row = 'first', key) => {
      const shown = api.getAllDisplayedColumns();
      const column = shown.find((one) => one.getColId() === key) ?? shown[0];
      const rows = api.getDisplayedRowCount();
      if (column && rows > 0) {
        const at = row === 'first' ? 0 : rows - 1;
        api.ensureIndexVisible(at);
        api.setFocusedCell(at, column);
      }
    },
  };
}

export function GridBody<Row>(props: GridBodyProps<Row>) {
  const { rows, columns, rowId, onOpen, onCurrent, onSelection, onLeave, rowTone, onReady, onLayout, label } = props;
  const { t } = useTranslation();
  const { dark, language } = useAppearance();
  const format = useFormat();
  const [api, setApi] = useState<GridApi<Row> | null>(null);
  const definitions = useMemo<ColDef<Row>[]>(
    () => columns.map((column) => columnDef(column, format, language)),
    [columns, format, language],
  );
  const texts = useMemo(
    () => ({
      ariaRowSelectAll: t('frame.grid.selectAll'),
      ariaRowToggleSelection: t('frame.grid.select'),
      ariaHeaderSelection: t('frame.grid.selectAll'),
      ariaSortableColumn: '',
    }),
    [t],
  );
  useEffect(() => {
    api?.setGridAriaProperty('label', label);
  }, [api, label]);

  const onKey = (event: CellKeyDownEvent<Row> | FullWidthCellKeyDownEvent<Row>) => {
    if (!(event.event instanceof KeyboardEvent) || !event.data) return;
    const inButton = event.event.target instanceof HTMLElement && event.event.target.closest('button, a, input');
    if (event.event.key === 'Enter' && !inButton) {
      event.event.preventDefault();
      onOpen?.(event.data);
    }
  };

  const step = (params: NavigateToNextCellParams<Row>): CellPosition | null => {
    const { key, previousCellPosition: from, nextCellPosition: to } = params;
    const column = from.column.getColId();
    const above = key === 'ArrowUp' && from.rowIndex === 0;
    const below = key === 'ArrowDown' && from.rowIndex === params.api.getDisplayedRowCount() - 1;
    const left = (above && onLeave?.('above', column)) || (below && onLeave?.('below', column));
    return left ? null : to;
  };

  return (
    <AgGridReact<Row>
      // Texts are read once, at the start of the grid: other words, another grid.
      key={`${language} ${definitions.map((definition) => definition.headerName).join()}`}
      theme={gridTheme(dark)}
      localeText={texts}
      rowData={rows as Row[]}
      columnDefs={definitions}
      defaultColDef={{
        ...{ resizable: true, sortable: true, suppressHeaderMenuButton: true, minWidth: 56 },
        ...{ wrapHeaderText: true, autoHeaderHeight: true },
      }}
      maintainColumnOrder
      // Where the system draws scrollbars over the content, the last column would end below one.
      scrollbarWidth={16}
      suppressDragLeaveHidesColumns
      suppressNoRowsOverlay
      animateRows={false}
      getRowId={({ data }) => rowId(data)}
      {...(onSelection
        ? {
            rowSelection: { mode: 'multiRow' as const, headerCheckbox: true, selectAll: 'filtered' as const },
            selectionColumnDef: { pinned: 'left' as const, width: 36 },
          }
        : {})}
      rowClassRules={{
        'grid-row-danger': ({ data }) => data !== undefined && rowTone?.(data) === 'danger',
        'grid-row-quiet': ({ data }) => data !== undefined && rowTone?.(data) === 'quiet',
      }}
      onGridReady={(event) => {
        setApi(event.api);
        onReady(handleOf(event.api));
      }}
      onGridPreDestroyed={() => {
        setApi(null);
        onReady(null);
      }}
      onRowDoubleClicked={({ data }) => data && onOpen?.(data)}
      onCellKeyDown={onKey}
      {...(onLeave ? { navigateToNextCell: step } : {})}
      onCellFocused={(event) => {
        const data = event.rowIndex === null ? undefined : event.api.getDisplayedRowAtIndex(event.rowIndex)?.data;
        if (data) onCurrent?.(data);
      }}
      onSelectionChanged={(event) => onSelection?.(event.api.getSelectedRows())}
      onColumnMoved={(event) => event.finished && onLayout()}
      onColumnResized={(event) => event.finished && event.source !== 'flex' && onLayout()}
      onColumnVisible={onLayout}
      onSortChanged={onLayout}
    />
  );
}
