// The questionnaire's versions: the one in force, older ones that surveys keep, drafts that a manager edits and publishes.
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { QuestionnaireVersion } from '../../../../shared/contract/survey.ts';
import { useAccount } from '../../../account.ts';
import { api, queryClient } from '../../../client.ts';
import { Page } from '../../../components/Page.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { Loaded } from '../../../components/states.tsx';
import { failureText } from '../../../failure.ts';
import { SurveyTabs } from '../SurveyTabs.tsx';
import { DraftForm } from './DraftForm.tsx';
import { VersionView } from './VersionView.tsx';
import './questionnaire.css';

export function QuestionnaireScreen() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const versions = useQuery({ ...api.survey.questionnaires.queryOptions(), staleTime: 0 });
  const wanted = search.get('version');
  const inForce = versions.data?.find(({ status }) => status === 'published');
  const shown = versions.data?.find(({ id }) => id === wanted) ?? inForce;
  const choose = (id: string | null) => setSearch(id === null ? {} : { version: id }, { replace: true });
  return (
    <Page>
      <PageHeader
        title={t('survey.title')}
        detail={<SurveyTabs open="questionnaire" />}
        actions={shown && <NewDraft from={shown} onMade={choose} />}
      />
      <Loaded query={versions}>
        {(list) => (
          <>
            <div className="survey-choice">
              <Select<string>
                className="questionnaire-version"
                aria-label={t('survey.questionnaire.version')}
                value={shown?.id ?? null}
                options={list.map((one) => ({ value: one.id, label: <VersionName version={one} inForce={inForce} /> }))}
                onChange={choose}
              />
            </div>
            {shown && <Shown key={shown.id} id={shown.id} onDropped={() => choose(null)} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

interface VersionNameProps {
  readonly version: QuestionnaireVersion;
  readonly inForce: QuestionnaireVersion | undefined;
}

function VersionName({ version: { id, number, status }, inForce }: VersionNameProps) {
  const { t } = useTranslation();
  if (status === 'draft') return <>{t('survey.questionnaire.draft', { number })}</>;
  const name = t('survey.questionnaire.published', { number });
  return <>{id === inForce?.id ? `${name} · ${t('survey.questionnaire.inForce')}` : name}</>;
}

function NewDraft({ from, onMade }: { readonly from: QuestionnaireVersion; readonly onMade: (id: string) => void }) {
  const { t } = useTranslation();
  const { may } = useAccount();
  const { message } = App.useApp();
  const make = useMutation(
    api.survey.createDraft.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: api.survey.key() });
        onMade(id);
      },
      onError: (error) => void message.error(failureText(t, error)),
    }),
  );
  if (!may('survey.decide') || from.status === 'draft') return null;
  return (
    <Button loading={make.isPending} onClick={() => make.mutate({ from: from.id })}>
      {t('survey.questionnaire.newDraft')}
    </Button>
  );
}

function Shown({ id, onDropped }: { readonly id: string; readonly onDropped: () => void }) {
  const { may } = useAccount();
  const questionnaire = useQuery({ ...api.survey.questionnaire.queryOptions({ input: { id } }), staleTime: 0 });
  return (
    <Loaded query={questionnaire}>
      {(data) =>
        data.version.status === 'draft' && may('survey.decide') ? (
          <DraftForm key={data.version.digest} questionnaire={data} onDropped={onDropped} />
        ) : (
          <VersionView questionnaire={data} />
        )
      }
    </Loaded>
  );
}
