// A draft of the questionnaire, edited as a whole: title and items in both languages, order, saved, published with a reason.
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_ITEMS, type Questionnaire, type QuestionnaireContent } from '../../../../shared/contract/survey.ts';
import { canonicalQuestionnaire, checkQuestionnaire } from '../../../../shared/domain/survey/questionnaire.ts';
import { api, client, queryClient } from '../../../client.ts';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { useConfirm } from '../../../components/useConfirm.tsx';
import { failureText } from '../../../failure.ts';
import { ItemsEditor } from './ItemsEditor.tsx';
import { ProblemList } from './ProblemList.tsx';
import { QuestionnaireHistory } from './VersionView.tsx';

export interface DraftFormProps {
  readonly questionnaire: Questionnaire;
  readonly onDropped: () => void;
}

const refresh = () => queryClient.invalidateQueries({ queryKey: api.survey.key() });

export function DraftForm({ questionnaire, onDropped }: DraftFormProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const ask = useConfirm();
  const { version, items, history } = questionnaire;
  const [content, setContent] = useState<QuestionnaireContent>({ title: version.title, items });
  const kept = { title: version.title, items };
  const unsaved = canonicalQuestionnaire(content) !== canonicalQuestionnaire(kept);
  const problems = checkQuestionnaire(content);
  const save = useMutation(
    api.survey.saveDraft.mutationOptions({
      onSuccess: async () => {
        void message.success(t('survey.questionnaire.saved'));
        await refresh();
      },
    }),
  );
  const attempt = async (run: () => Promise<unknown>, done: string): Promise<boolean> => {
    try {
      await run();
    } catch (error) {
      void message.error(failureText(t, error));
      return false;
    }
    void message.success(done);
    await refresh();
    return true;
  };
  const publish = async () => {
    const { number, id } = version;
    const reason = await ask.reason({
      title: t('survey.questionnaire.publishTitle', { number }),
      text: t('survey.questionnaire.publishText'),
      label: t('survey.questionnaire.publishLabel'),
      ok: t('survey.questionnaire.publish'),
    });
    if (reason === null) return;
    await attempt(() => client.survey.publish({ id, reason }), t('survey.questionnaire.publishedDone', { number }));
  };
  const drop = async () => {
    const agreed = await ask.confirm({
      title: t('survey.questionnaire.dropTitle'),
      text: t('survey.questionnaire.dropText'),
      ok: t('survey.questionnaire.drop'),
      danger: true,
    });
    if (!agreed) return;
    const { id } = version;
    if (await attempt(() => client.survey.deleteDraft({ id }), t('survey.questionnaire.dropped'))) onDropped();
  };
  const setTitle = (part: Partial<QuestionnaireContent['title']>) =>
    setContent({ ...content, title: { ...content.title, ...part } });
  return (
    <>
      <div className="questionnaire-titles">
        <Input
          aria-label={t('survey.questionnaire.titleZh')}
          placeholder={t('survey.questionnaire.titleZh')}
          maxLength={200}
          value={content.title.zh}
          onChange={(event) => setTitle({ zh: event.target.value })}
        />
        <Input
          aria-label={t('survey.questionnaire.titleEn')}
          placeholder={t('survey.questionnaire.titleEn')}
          maxLength={300}
          value={content.title.en}
          onChange={(event) => setTitle({ en: event.target.value })}
        />
      </div>
      <ItemsEditor
        items={content.items}
        most={MOST_ITEMS}
        onChange={(next) => setContent({ ...content, items: next })}
      />
      {problems.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('survey.questionnaire.problems')}
          description={<ProblemList problems={problems} />}
        />
      )}
      <FailureAlert error={save.error} />
      <div className="questionnaire-go">
        <Button
          type="primary"
          disabled={!unsaved}
          loading={save.isPending}
          onClick={() => save.mutate({ id: version.id, digest: version.digest, content })}
        >
          {t('survey.questionnaire.save')}
        </Button>
        <Button disabled={unsaved || problems.length > 0} onClick={() => void publish()}>
          {t('survey.questionnaire.publish')}
        </Button>
        <Button danger onClick={() => void drop()}>
          {t('survey.questionnaire.drop')}
        </Button>
        {unsaved && <span className="survey-needs">{t('survey.questionnaire.unsaved')}</span>}
      </div>
      <QuestionnaireHistory history={history} />
    </>
  );
}
