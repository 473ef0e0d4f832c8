// An agent's complete training file on A4, printed or saved as PDF.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { api, client } from '../../client.ts';
import { PrintedPage } from '../../components/record/PrintedPage.tsx';
import { FileSheet } from './FileSheet.tsx';
import '../standard/print.css';
import '../personalCopy/copy.css';

export function FileScreen() {
  const { t } = useTranslation();
  const { id: agentId = '' } = useParams();
  const file = useQuery({ ...api.training.file.queryOptions({ input: { agentId } }), staleTime: 0 });
  return (
    <PrintedPage
      title={t('training.file.title')}
      hint={t('training.file.hint')}
      query={file}
      save={{
        label: t('training.file.save'),
        run: () => client.training.saveFile({ agentId, title: t('training.file.title') }),
        saved: (path) => t('training.file.saved', { path }),
      }}
    >
      {(data) => <FileSheet file={data} />}
    </PrintedPage>
  );
}
