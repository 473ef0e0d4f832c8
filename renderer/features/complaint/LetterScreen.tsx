// 投诉处理答复函: the written answer as a page to print or to save as PDF. It names the complainants, and each opening is logged.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { ComplaintLetter } from '../../../shared/contract/complaint.ts';
import { api, client } from '../../client.ts';
import { PrintedPage } from '../../components/record/PrintedPage.tsx';
import { useFormalDay } from './formalDay.ts';
import '../standard/print.css';
import '../personalCopy/copy.css';
import './complaint.css';

const PARTS = ['verified', 'basis', 'remedies', 'reexamination', 'measures', 'time', 'owner', 'followUp'] as const;

function Sheet({ letter }: { readonly letter: ComplaintLetter }) {
  const { t } = useTranslation();
  const day = useFormalDay();
  const { number, to, receivedOn, channel, content, conclusion, parts, measures } = letter;
  // As it was written; the decided measures and the last day stand in for what was left empty.
  const textOf = (part: (typeof PARTS)[number]): string => {
    if (parts[part] !== '') return parts[part];
    if (part === 'measures')
      return measures
        .map(({ kind, words, owner, dueOn }) =>
          t('complaint.letter.measure', { kind: t(`complaintCase.measure.${kind}`), words, owner, day: day(dueOn) }),
        )
        .join('\n');
    if (part === 'reexamination' && letter.reexaminationUntil)
      return t('complaint.letter.until', { day: day(letter.reexaminationUntil) });
    return '';
  };
  return (
    <article className="checklist copy letter">
      <h2>{t('complaint.letter.title')}</h2>
      {letter.answeredOn === null && (
        <p className="checklist-version">
          <strong className="copy-draft">{t('complaint.letter.draft')}</strong>
        </p>
      )}
      <p>
        {t('complaint.letter.to', {
          names: to.filter(Boolean).join(t('complaint.letter.comma')) || t('complaint.letter.anonymous'),
        })}
      </p>
      <p>
        {t('complaint.letter.opening', {
          ...{ day: day(receivedOn), by: t(`complaintDesk.letter.by.${channel}`), number },
        })}
      </p>
      <section>
        <h3>{t('complaint.letter.subject')}</h3>
        <p className="letter-part">{content}</p>
      </section>
      {conclusion && (
        <section>
          <h3>{t('complaint.letter.conclusion')}</h3>
          <p>{t(`complaintDesk.letter.result.${conclusion === 'notUpheld' ? 'notUpheld' : 'upheld'}`)}</p>
        </section>
      )}
      {PARTS.map((part) => (
        <section key={part}>
          <h3>{t(`complaint.letter.part.${part}`)}</h3>
          <p className="letter-part">{textOf(part) || t('complaint.letter.missing')}</p>
        </section>
      ))}
      <footer className="letter-sign">
        <p>{t('complaint.letter.signature', { branch: letter.branchName })}</p>
        <p>{t('complaint.letter.handler', { name: letter.handlerName })}</p>
        {letter.answeredOn && <p>{t('complaint.letter.day', { day: day(letter.answeredOn) })}</p>}
      </footer>
    </article>
  );
}

export function LetterScreen() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const round = Math.max(1, Math.trunc(Number(search.get('round') ?? '1')) || 1);
  // Each reading is a look at the names and is logged: never again in the background.
  const letter = useQuery({
    ...api.complaint.letter.queryOptions({ input: { id, round } }),
    ...{ staleTime: Infinity, gcTime: 0, refetchOnReconnect: false },
  });
  return (
    <PrintedPage
      title={t('complaint.letter.title')}
      hint={t('complaint.letter.hint')}
      query={letter}
      // Complainants are answered in Chinese, in whatever language the console is used.
      language="zh-CN"
      save={{
        label: t('complaint.letter.save'),
        run: () => client.complaint.printLetter({ id, round, title: t('complaint.letter.title') }),
        saved: (path) => t('complaint.letter.saved', { path }),
      }}
    >
      {(one) => <Sheet letter={one} />}
    </PrintedPage>
  );
}
