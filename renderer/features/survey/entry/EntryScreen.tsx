// Enters paper surveys one after another without the mouse: agent and day stay, 1 to 5 answer, Enter in the comment saves and
// starts the next. What is typed is kept until it is saved.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useEffect, useEffectEvent, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Questionnaire, QuestionnaireVersion } from '../../../../shared/contract/survey.ts';
import { useAccount } from '../../../account.ts';
import { api, client, queryClient } from '../../../client.ts';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { Kbd } from '../../../components/Kbd.tsx';
import { Page } from '../../../components/Page.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { Loaded } from '../../../components/states.tsx';
import { useToday } from '../../people/useToday.ts';
import { keptDraft, nextPaper, type Draft } from './draft.ts';
import { fitting, type Place } from './entryState.ts';
import { ItemRows, rowElement } from './ItemRows.tsx';
import { PaperHead } from './PaperHead.tsx';
import { TodayLine } from './TodayLine.tsx';
import '../../observation/start/start.css';
import '../survey.css';
import './entry.css';

const COMMENT = 'entry-comment';

const focus = (place: Place): void => {
  document.getElementById(place === 'comment' ? COMMENT : rowElement(place))?.focus();
};

export function EntryScreen() {
  const { actor } = useAccount();
  const store = useMemo(() => keptDraft(actor.userId), [actor.userId]);
  const [draft, setDraft] = useState<Draft>(store.read);
  const change = (next: Draft) => {
    setDraft(next);
    store.write(next);
  };
  const versions = useQuery(api.survey.questionnaires.queryOptions());
  const published = versions.data?.filter(({ status }) => status === 'published') ?? [];
  const id = published.find((one) => one.id === draft.questionnaireId)?.id ?? null;
  const questionnaire = useQuery(api.survey.questionnaire.queryOptions({ input: { id } }));
  const { t } = useTranslation();
  return (
    <Page>
      <PageHeader title={t('survey.entry.title')} />
      <Loaded query={questionnaire}>
        {(data) => <Entry questionnaire={data} versions={published} draft={draft} onChange={change} />}
      </Loaded>
    </Page>
  );
}

interface EntryProps {
  readonly questionnaire: Questionnaire;
  readonly versions: readonly QuestionnaireVersion[];
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

function Entry({ questionnaire, versions, draft, onChange }: EntryProps) {
  const { t } = useTranslation();
  const today = useToday();
  const box = useRef<HTMLDivElement>(null);
  const { items, version } = questionnaire;
  const codes = items.map(({ code }) => code);
  const answers = fitting(draft.answers, codes);
  const answered = Object.keys(answers).length;
  const save = useMutation({
    mutationFn: async () => {
      if (draft.agent === null) return;
      await client.survey.enter({
        agentId: draft.agent.id,
        day: draft.day ?? today,
        questionnaireId: version.id,
        answers,
        comment: draft.comment.trim(),
        client: draft.client.trim(),
      });
    },
    onSuccess: () => {
      onChange(nextPaper(draft));
      void queryClient.invalidateQueries({ queryKey: api.survey.key() });
      focus(0);
    },
  });
  const ready = draft.agent !== null && answered > 0 && !save.isPending;
  const tryToSave = useEffectEvent(() => {
    if (ready) save.mutate();
  });
  const begin = useEffectEvent(() => {
    // A stack that was begun goes on at its first open item; without an agent the hands are in the finder.
    const open = codes.findIndex((code) => answers[code] === undefined);
    if (draft.agent !== null) focus(open === -1 ? 'comment' : open);
  });
  useEffect(() => {
    begin();
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
      event.preventDefault();
      tryToSave();
    };
    const node = box.current;
    node?.addEventListener('keydown', onKey);
    return () => node?.removeEventListener('keydown', onKey);
  }, []);
  const savesOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
      return;
    event.preventDefault();
    if (ready) save.mutate();
  };
  return (
    <div className="entry-paper" ref={box}>
      <PaperHead
        draft={draft}
        versions={versions}
        versionId={version.id}
        onChange={(part) => onChange({ ...draft, ...part })}
        onChosen={() => requestAnimationFrame(() => focus(0))}
      />
      <ItemRows
        items={items}
        answers={answers}
        onAnswers={(next) => onChange({ ...draft, answers: next })}
        onMove={focus}
      />
      <Form layout="vertical" component="div" className="entry-words">
        <Form.Item label={t('survey.entry.comment')} htmlFor={COMMENT} extra={t('survey.entry.commentHint')}>
          <Input.TextArea
            id={COMMENT}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={2000}
            value={draft.comment}
            onChange={(event) => onChange({ ...draft, comment: event.target.value })}
            onKeyDown={savesOnEnter}
          />
        </Form.Item>
        <Form.Item label={t('survey.entry.client')} htmlFor="entry-client" extra={t('survey.entry.clientHint')}>
          <Input
            id="entry-client"
            maxLength={80}
            autoComplete="off"
            value={draft.client}
            onChange={(event) => onChange({ ...draft, client: event.target.value })}
            onKeyDown={savesOnEnter}
          />
        </Form.Item>
      </Form>
      <FailureAlert error={save.error} />
      <div className="entry-go">
        <Button type="primary" disabled={!ready} loading={save.isPending} onClick={() => save.mutate()}>
          {t('survey.entry.save')}
        </Button>
        <span>{t('survey.entry.progress', { answered, items: items.length })}</span>
        {draft.agent === null && <span className="survey-needs">{t('survey.entry.needsAgent')}</span>}
        {draft.agent !== null && answered === 0 && (
          <span className="survey-needs">{t('survey.entry.needsAnswer')}</span>
        )}
        {(answered > 0 || draft.comment !== '' || draft.client !== '') && (
          <Button
            type="link"
            size="small"
            onClick={() => {
              onChange(nextPaper(draft));
              focus(0);
            }}
          >
            {t('survey.entry.clear')}
          </Button>
        )}
        <TodayLine />
      </div>
      <Keys />
    </div>
  );
}

function Keys() {
  const { t } = useTranslation();
  return (
    <p className="entry-keys">
      <span>{t('survey.entry.ends', { worst: t('survey.likert.v1'), best: t('survey.likert.v5') })}</span>
      <span>
        <Kbd>1</Kbd>–<Kbd>5</Kbd> {t('survey.entry.key.answer')}
      </span>
      <span>
        <Kbd>0</Kbd> <Kbd>-</Kbd> {t('survey.entry.key.skip')}
      </span>
      <span>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('survey.entry.key.move')}
      </span>
      <span>
        <Kbd>Enter</Kbd> {t('survey.entry.key.next')}
      </span>
      <span>
        <Kbd>Ctrl</Kbd> <Kbd>Enter</Kbd> {t('survey.entry.key.save')}
      </span>
    </p>
  );
}
