// 投诉处理答复函: the written answer as a page to print or to save as PDF. It names the complainants, and each opening is logged.
import { PrinterOutlined, SaveOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { ComplaintLetter } from '../../../shared/contract/complaint.ts';
import { api, client } from '../../client.ts';
import { BackButton } from '../../components/record/BackButton.tsx';
import { Loaded } from '../../components/states.tsx';
import { failureText } from '../../failure.ts';
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
  const { message } = App.useApp();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const [saving, setSaving] = useState(false);
  const round = Math.max(1, Math.trunc(Number(search.get('round') ?? '1')) || 1);
  // Each reading is a look at the names and is logged: never again in the background.
  const letter = useQuery({
    ...api.complaint.letter.queryOptions({ input: { id, round } }),
    ...{ staleTime: Infinity, gcTime: 0, refetchOnReconnect: false },
  });
  const save = async () => {
    setSaving(true);
    try {
      const { path } = await client.complaint.printLetter({ id, round, title: t('complaint.letter.title') });
      if (path !== null) void message.success(t('complaint.letter.saved', { path }));
    } catch (error) {
      void message.error(failureText(t, error));
    }
    setSaving(false);
  };
  return (
    <div className="checklist-page">
      <div className="checklist-tools">
        <BackButton />
        <h1>{t('complaint.letter.title')}</h1>
        <span>{t('complaint.letter.hint')}</span>
        <Button className="copy-print" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('frame.print')}
        </Button>
        <Button
          className="copy-save"
          icon={<SaveOutlined />}
          loading={saving}
          disabled={!letter.data}
          onClick={() => void save()}
        >
          {t('complaint.letter.save')}
        </Button>
      </div>
      <Loaded query={letter}>{(one) => <Sheet letter={one} />}</Loaded>
    </div>
  );
}
