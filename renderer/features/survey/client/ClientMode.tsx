// Client mode: the whole window belongs to one client after another, and only the password of the person who handed it over
// takes it back. It stands in place of the console, which is not there: no keys of it, no menu of it, no way back into it.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Actor } from '../../../../shared/contract/account.ts';
import type { ClientPage } from '../../../../shared/contract/survey.ts';
import { LANGUAGES, type Language } from '../../../../shared/contract/vocabulary.ts';
import { useAppearance } from '../../../Appearance.tsx';
import { api, queryClient } from '../../../client.ts';
import { Loaded } from '../../../components/states.tsx';
import { takeState } from '../../session.ts';
import { Questions } from './Questions.tsx';
import { TakeBack } from './TakeBack.tsx';
import { useWords } from './useWords.ts';
import './client.css';

/** Without a touch for so long the client has gone: what they left is not the next one's to see. */
const GONE_AFTER = 3 * 60_000;
/** The thanks stay for so long. */
const THANKS_FOR = 15_000;

type Step = 'welcome' | 'questions' | 'thanks';

export function ClientMode({ actor }: { readonly actor: Actor }) {
  const own = useAppearance().language;
  const page = useQuery({ ...api.survey.clientPage.queryOptions(), staleTime: Infinity });
  const [language, setLanguage] = useState<Language>(own);
  const [step, setStep] = useState<Step>('welcome');
  const [leaving, setLeaving] = useState(false);
  const t = useWords(language);
  useQuiet(step === 'thanks' ? THANKS_FOR : GONE_AFTER, () => {
    setStep('welcome');
    setLeaving(false);
    setLanguage(own);
  });
  return (
    <main className="client" lang={language}>
      <header className="client-top">
        <span>{page.data?.branchName}</span>
        <span className="client-languages" role="group" aria-label={t('survey.client.language')}>
          {LANGUAGES.map((one) => (
            <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => setLanguage(one)}>
              {t(`words.language.${one}`)}
            </button>
          ))}
        </span>
      </header>
      <div className="client-body" hidden={leaving}>
        <Loaded query={page}>{(data) => <Body page={data} step={step} language={language} onStep={setStep} />}</Loaded>
      </div>
      {leaving && (
        <TakeBack
          name={actor.name}
          language={language}
          onStay={() => setLeaving(false)}
          onTaken={(state) => {
            // What the console had read may be long past, and the client's page is nobody's.
            queryClient.removeQueries({ queryKey: api.survey.key() });
            location.replace('#/surveys');
            takeState(state);
          }}
        />
      )}
      {!leaving && (
        <button type="button" className="client-staff" onClick={() => setLeaving(true)}>
          {t('survey.client.staff')}
        </button>
      )}
    </main>
  );
}

interface BodyProps {
  readonly page: ClientPage;
  readonly step: Step;
  readonly language: Language;
  readonly onStep: (step: Step) => void;
}

function Body({ page, step, language, onStep }: BodyProps) {
  const t = useWords(language);
  const title = language === 'en' ? page.title.en : page.title.zh;
  switch (step) {
    case 'welcome':
      return (
        <section className="client-card">
          <h1>{title}</h1>
          <p className="client-large">{t('survey.client.welcome', { agent: page.agentName })}</p>
          <p>{t('survey.client.intro', { count: page.items.length })}</p>
          <Button type="primary" className="client-button" autoFocus onClick={() => onStep('questions')}>
            {t('survey.client.start')}
          </Button>
        </section>
      );
    case 'questions':
      return <Questions page={page} language={language} onDone={() => onStep('thanks')} />;
    case 'thanks':
      return (
        <section className="client-card" role="status">
          <h1>{t('survey.client.thanks')}</h1>
          <p className="client-large">{t('survey.client.thanksHint')}</p>
          <Button className="client-button" autoFocus onClick={() => onStep('welcome')}>
            {t('survey.client.next')}
          </Button>
        </section>
      );
  }
}

/** Calls `done` after so many milliseconds without input. */
function useQuiet(milliseconds: number, done: () => void): void {
  const over = useEffectEvent(done);
  useEffect(() => {
    let timer = setTimeout(over, milliseconds);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(over, milliseconds);
    };
    const inputs = ['pointerdown', 'keydown', 'touchstart'] as const;
    for (const name of inputs) document.addEventListener(name, again, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const name of inputs) document.removeEventListener(name, again, { capture: true });
    };
  }, [milliseconds]);
}
