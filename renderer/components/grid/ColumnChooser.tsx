// Which columns a grid shows. Their order and width are changed in the head of the grid itself.
import { TableOutlined } from '@ant-design/icons';
import { Button, Checkbox, Flex, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column } from './columns.ts';
import type { GridHandle } from './GridBody.tsx';

export interface ColumnChooserProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly handle: GridHandle<Row> | null;
  /** Keys of the columns that the grid shows. */
  readonly shown: readonly string[];
  readonly onChange: () => void;
}

export function ColumnChooser<Row>({ columns, handle, shown, onChange }: ColumnChooserProps<Row>) {
  const { t } = useTranslation();
  const list = (
    <Flex vertical gap={4} role="dialog" aria-label={t('frame.grid.columnsTitle')}>
      <strong>{t('frame.grid.columnsTitle')}</strong>
      {columns.map((column) => (
        <Checkbox
          key={column.key}
          checked={shown.includes(column.key)}
          disabled={shown.length === 1 && shown.includes(column.key)}
          onChange={(event) => {
            handle?.setShown(column.key, event.target.checked);
            // The grid tells of it later; the tick must not wait.
            onChange();
          }}
        >
          {column.header}
        </Checkbox>
      ))}
      <Button type="link" size="small" onClick={() => handle?.applyLayout(null)}>
        {t('frame.grid.resetColumns')}
      </Button>
    </Flex>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={list}>
      <Button icon={<TableOutlined />} disabled={!handle} aria-haspopup="dialog">
        {t('frame.grid.columns')}
      </Button>
    </Popover>
  );
}
