// What came out of an export: the file, its digest, and what could not be written as it was.
import { CloseOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { count } from '../../format.ts';
import { ExportFacts } from './ExportFacts.tsx';
import type { Exported } from './useExport.ts';

export interface ExportResultProps {
  readonly exported: Exported;
  readonly onClose: () => void;
}

export function ExportResult({ exported: { record, warnings }, onClose }: ExportResultProps) {
  const { t } = useTranslation();
  const masking = record.masked ? t('report.history.masked') : t('report.history.unmasked');
  return (
    <section className="panel report-result" role="status" aria-label={t('report.export.done')}>
      <h2>
        {t('report.export.done')}
        <span className="report-result-detail">
          {t('report.export.doneDetail', { title: record.title, rows: count(record.rows), masking })}
        </span>
        <Button
          className="report-result-close"
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('frame.close')}
          onClick={onClose}
        />
      </h2>
      <ExportFacts record={record} focus />
      {warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('report.export.warnings', { count: warnings.length })}
          description={
            <ul className="report-warnings">
              {warnings.map((warning, at) => (
                <li key={at}>{warning}</li>
              ))}
            </ul>
          }
        />
      )}
    </section>
  );
}
