// One question a page with large targets, then the client's own words. Every question may be skipped; one answer at least.
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useLayoutEffect, useEffectEvent, useState } from 'react';
import { LIKERT, type ClientPage, type Likert, type SurveyAnswers } from '../../../../shared/contract/survey.ts';
import type { Language } from '../../../../shared/contract/vocabulary.ts';
import { api } from '../../../client.ts';
import { failureText } from '../../../failure.ts';
import { without } from '../entry/entryState.ts';
import { useWords } from './useWords.ts';

export interface QuestionsProps {
  readonly page: ClientPage;
  readonly language: Language;
  readonly onDone: () => void;
}

export function Questions({ page, language, onDone }: QuestionsProps) {
  const t = useWords(language);
  const [answers, setAnswers] = useState<SurveyAnswers>({});
  const [at, setAt] = useState(0);
  const { items } = page;
  const item = items[at];
  const answer = (value: Likert) => {
    if (!item) return;
    setAnswers({ ...answers, [item.code]: value });
    setAt(at + 1);
  };
  const key = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !item) return;
    // Digits of a password being typed are no answers.
    if (event.target instanceof HTMLInputElement) return;
    const value = LIKERT.find((one) => String(one) === event.key);
    if (value !== undefined) answer(value);
  });
  // With its first picture: a key pressed at once is not lost.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => key(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
  if (!item)
    return <OwnWords answers={answers} language={language} onBack={() => setAt(items.length - 1)} onDone={onDone} />;
  return (
    <section className="client-card">
      <p className="client-progress" role="status">
        {t('survey.client.progress', { at: at + 1, count: items.length })}
      </p>
      <progress
        aria-label={t('survey.client.progress', { at: at + 1, count: items.length })}
        max={items.length}
        value={at}
      />
      <h1>{language === 'en' ? item.text.en : item.text.zh}</h1>
      <div className="client-choices" role="group" aria-label={language === 'en' ? item.text.en : item.text.zh}>
        {LIKERT.map((value) => (
          <button key={value} type="button" aria-pressed={answers[item.code] === value} onClick={() => answer(value)}>
            <span className="client-value">{value}</span>
            <span>{t(`survey.likert.v${value}`)}</span>
          </button>
        ))}
      </div>
      <div className="client-moves">
        <Button className="client-button" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {t('survey.client.back')}
        </Button>
        <Button
          className="client-button"
          onClick={() => {
            setAnswers(without(answers, item.code));
            setAt(at + 1);
          }}
        >
          {t('survey.client.skip')}
        </Button>
      </div>
    </section>
  );
}

interface OwnWordsProps {
  readonly answers: SurveyAnswers;
  readonly language: Language;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

function OwnWords({ answers, language, onBack, onDone }: OwnWordsProps) {
  const t = useWords(language);
  const [comment, setComment] = useState('');
  const [reference, setReference] = useState('');
  const send = useMutation(api.survey.clientSubmit.mutationOptions({ onSuccess: onDone }));
  const none = Object.keys(answers).length === 0;
  return (
    <section className="client-card">
      <h1>{t('survey.client.wordsTitle')}</h1>
      <label className="client-field">
        {t('survey.client.comment')}
        <Input.TextArea
          rows={4}
          maxLength={2000}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
        />
      </label>
      <label className="client-field">
        {t('survey.client.reference')}
        <Input
          size="large"
          maxLength={80}
          autoComplete="off"
          value={reference}
          onChange={(event) => setReference(event.target.value)}
        />
      </label>
      {none && <p role="status">{t('survey.client.needsAnswer')}</p>}
      {send.isError && <Alert type="error" showIcon title={failureText(t, send.error)} />}
      <div className="client-moves">
        <Button className="client-button" onClick={onBack}>
          {t('survey.client.toItems')}
        </Button>
        <Button
          type="primary"
          className="client-button"
          disabled={none}
          loading={send.isPending}
          onClick={() => send.mutate({ answers, comment: comment.trim(), client: reference.trim() })}
        >
          {t('survey.client.submit')}
        </Button>
      </div>
    </section>
  );
}
