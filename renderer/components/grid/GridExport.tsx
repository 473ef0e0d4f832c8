// Exports what a grid shows, in its order and columns, to a workbook that the person names.
import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { GridSheet } from '../../../shared/contract/exports.ts';
import { client } from '../../client.ts';
import { useFormat } from '../../format.ts';
import { TaskProgress } from '../task/TaskProgress.tsx';
import { useTask } from '../task/useTask.ts';
import { exportCells, type Column } from './columns.ts';
import type { GridHandle } from './GridBody.tsx';

export interface GridExportProps<Row> {
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly handle: GridHandle<Row> | null;
  readonly rows: number;
}

const KIND = {
  text: 'text',
  choice: 'text',
  integer: 'integer',
  decimal: 'decimal',
  day: 'day',
  instant: 'instant',
} as const;
/** Pixels to the characters in which workbooks measure columns. */
const CHARACTER = 8;

export function GridExport<Row>({ title, columns, handle, rows }: GridExportProps<Row>) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const task = useTask((signal, sheet: GridSheet) => client.exports.grid(sheet, { signal }));

  const run = async () => {
    if (!handle) return;
    const byKey = new Map(columns.map((column) => [column.key, column]));
    const shown = handle.shownColumns().flatMap((key) => byKey.get(key) ?? []);
    const result = await task.start({
      title,
      columns: shown.map((column) => ({
        header: column.header,
        width: Math.round((column.width ?? 120) / CHARACTER),
        kind: KIND[column.kind],
      })),
      rows: exportCells(shown, handle.sortedRows(), format),
    });
    if (result?.path) void message.success(t('frame.grid.exported', { path: result.path }), 6);
    if (result) task.reset();
  };

  const { kind } = task.state;
  return (
    <>
      <Button
        icon={<DownloadOutlined />}
        disabled={!handle || rows === 0 || kind === 'running'}
        onClick={() => void run()}
      >
        {t('frame.grid.export')}
      </Button>
      <Modal
        open={kind === 'running' || kind === 'failed' || kind === 'stopped'}
        title={t('frame.grid.exporting')}
        footer={kind === 'running' ? null : <Button onClick={task.reset}>{t('frame.close')}</Button>}
        closable={false}
        mask={{ closable: false }}
        keyboard={kind !== 'running'}
        onCancel={task.reset}
      >
        <TaskProgress task={task} title={t('frame.grid.exporting')} />
      </Modal>
    </>
  );
}
