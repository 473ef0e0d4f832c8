// The bad cells of a workbook that was not imported: sheet, cell, what stands there and why it cannot.
import { Alert, Drawer, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CellProblem } from '../../../shared/contract/standardRoutes.ts';

export interface ImportProblemsProps {
  readonly problems: readonly CellProblem[];
  readonly onClose: () => void;
}

export function ImportProblems({ problems, onClose }: ImportProblemsProps) {
  const { t } = useTranslation();
  return (
    <Drawer open size={720} onClose={onClose} title={t('standard.file.refused')}>
      <Alert type="warning" showIcon title={t('standard.file.refusedHint', { count: problems.length })} />
      <Table<CellProblem>
        className="standard-cells"
        size="small"
        rowKey={({ sheet, cell, reason, value }) => `${sheet} ${cell} ${reason} ${value}`}
        dataSource={problems}
        pagination={problems.length > 100 ? { pageSize: 100 } : false}
        columns={[
          { title: t('standard.file.sheet'), dataIndex: 'sheet', width: 90 },
          { title: t('standard.file.cell'), dataIndex: 'cell', width: 80 },
          { title: t('standard.file.value'), dataIndex: 'value', ellipsis: true },
          {
            title: t('standard.file.reason'),
            render: (_, { reason, value, allowed }) => (
              <>
                {t(`standard.cell.${reason}`, { value })}
                {allowed.length > 0 && (
                  <div className="standard-other">{t('standard.file.allowed', { words: allowed.join(' / ') })}</div>
                )}
              </>
            ),
          },
        ]}
      />
    </Drawer>
  );
}
