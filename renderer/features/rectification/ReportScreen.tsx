// 整改结案报告 (6.3): content, measures, effect and next steps on A4, printed or saved as PDF.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, client } from '../../client.ts';
import { PrintedPage } from '../../components/record/PrintedPage.tsx';
import { ReportSheet } from './ReportSheet.tsx';
import '../standard/print.css';
import '../personalCopy/copy.css';

export function ReportScreen() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const record = useQuery({ ...api.rectification.get.queryOptions({ input: { id } }), staleTime: 0 });
  const title = t('rectification.report.title');
  return (
    <PrintedPage
      title={title}
      hint={t('rectification.report.hint')}
      query={record}
      save={{
        label: t('rectification.report.save'),
        run: () => client.rectification.saveReport({ id, title }),
        saved: (path) => t('rectification.report.saved', { path }),
      }}
    >
      {(one) => <ReportSheet record={one} />}
    </PrintedPage>
  );
}
