// 本人查阅件: an agent's grade rebuilt on A4 with its arithmetic, lines to sign, and how to appeal; printed or saved as PDF.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { PeriodKind } from '../../../shared/contract/score.ts';
import { api, client } from '../../client.ts';
import { PrintedPage } from '../../components/record/PrintedPage.tsx';
import { CopySheet } from './CopySheet.tsx';
import '../standard/print.css';
import './copy.css';

export function CopyScreen() {
  const { t } = useTranslation();
  const { id: agentId = '' } = useParams();
  const [search] = useSearchParams();
  const of = {
    agentId,
    kind: PeriodKind.catch('quarter').parse(search.get('kind')),
    start: search.get('start'),
    resultId: search.get('result'),
  };
  const copy = useQuery({ ...api.personalCopy.get.queryOptions({ input: of }), staleTime: 0 });
  return (
    <PrintedPage
      title={t('appeal.copy.title')}
      hint={t('appeal.copy.hint')}
      query={copy}
      save={{
        label: t('appeal.copy.save'),
        run: () => client.personalCopy.save({ ...of, title: t('appeal.copy.title') }),
        saved: (path) => t('appeal.copy.saved', { path }),
      }}
    >
      {(one) => <CopySheet copy={one} />}
    </PrintedPage>
  );
}
