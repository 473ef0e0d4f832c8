// The line above a grid: the screen's own controls, quick search, filters, views, columns, export.
import { SearchOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../DayInput.tsx';
import { filtersAnything, type Column, type Filters } from './columns.ts';
import { ColumnChooser } from './ColumnChooser.tsx';
import type { GridView } from './DataGrid.tsx';
import type { GridHandle } from './GridBody.tsx';
import { SavedViews } from './SavedViews.tsx';

export interface GridToolsProps<Row> {
  readonly name: string;
  /** Of the grid: two grids on a screen are told apart by it. */
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly handle: GridHandle<Row> | null;
  readonly columnsShown: readonly string[];
  /** After the chooser changed the columns. */
  readonly onColumns: () => void;
  readonly onView: (view: GridView) => void;
  readonly before: ReactNode;
  readonly after: ReactNode;
}

export function GridTools<Row>(props: GridToolsProps<Row>) {
  const { columns, filters, onFilters, search, onSearch, handle } = props;
  const { t } = useTranslation();
  return (
    <Flex className="grid-tools" gap={8} align="center" wrap role="search" aria-label={props.title}>
      {props.before}
      <Input
        className="grid-search"
        allowClear
        prefix={<SearchOutlined />}
        placeholder={t('frame.grid.searchHint')}
        aria-label={t('frame.grid.search')}
        value={search}
        onChange={(event) => onSearch(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            handle?.enter();
          }
        }}
      />
      {columns
        .filter((column) => column.filter)
        .map((column) => (
          <ColumnFilter key={column.key} column={column} filters={filters} onFilters={onFilters} />
        ))}
      {(filtersAnything(filters) || search !== '') && (
        <Button
          type="link"
          size="small"
          onClick={() => {
            onFilters({});
            onSearch('');
          }}
        >
          {t('frame.grid.clearFilters')}
        </Button>
      )}
      <Flex gap={8} className="page-actions">
        <SavedViews
          name={props.name}
          now={() => ({ layout: handle?.layout() ?? null, filters, search })}
          onView={props.onView}
        />
        <ColumnChooser columns={columns} handle={handle} shown={props.columnsShown} onChange={props.onColumns} />
        {props.after}
      </Flex>
    </Flex>
  );
}

interface ColumnFilterProps<Row> {
  readonly column: Column<Row>;
  readonly filters: Filters;
  readonly onFilters: (filters: Filters) => void;
}

function ColumnFilter<Row>({ column, filters, onFilters }: ColumnFilterProps<Row>) {
  const { t } = useTranslation();
  const filter = filters[column.key];
  if (column.kind === 'choice')
    return (
      <Select
        mode="multiple"
        className="grid-filter"
        maxTagCount="responsive"
        allowClear
        placeholder={column.header}
        aria-label={column.header}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        options={column.options.map(({ value, label }) => ({ value, label }))}
        value={filter?.kind === 'choice' ? [...filter.values] : []}
        onChange={(values: string[]) => onFilters({ ...filters, [column.key]: { kind: 'choice', values } })}
      />
    );
  if (column.kind !== 'day' && column.kind !== 'instant') return null;
  const days = filter?.kind === 'days' ? filter : ({ kind: 'days', from: null, to: null } as const);
  const end = (side: 'from' | 'to') => (
    <DayInput
      className="grid-day"
      value={days[side]}
      placeholder={t(`frame.grid.${side}`, { label: column.header })}
      aria-label={t(`frame.grid.${side}`, { label: column.header })}
      onChange={(day) => onFilters({ ...filters, [column.key]: { ...days, [side]: day } })}
    />
  );
  return (
    <>
      {end('from')}
      {end('to')}
    </>
  );
}
