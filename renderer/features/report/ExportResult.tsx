// What came out of an export: the file, its digest, and what could not be written as it was.
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { count } from '../../format.ts';
import { ExportFacts } from './ExportFacts.tsx';
import type { Exported } from './useExport.ts';

export function ExportResult({ exported: { record, warnings } }: { readonly exported: Exported }) {
  const { t } = useTranslation();
  const masking = record.masked ? t('report.history.masked') : t('report.history.unmasked');
  return (
    <section className="panel report-result" role="status" aria-label={t('report.export.done')}>
      <h2>
        {t('report.export.done')}
        <span className="report-result-detail">
          {t('report.export.doneDetail', { title: record.title, rows: count(record.rows), masking })}
        </span>
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
