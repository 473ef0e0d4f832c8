// What the boxes of the written answer hold before anybody typed: what is on record of the round (findings, basis, conclusion,
// measures with owner and deadline, the right to a re-examination). After a send-back what was written before stands, except where it
// only repeated the record of its round.
import type { TFunction } from 'i18next';
import type { ComplaintRecord, LetterParts, Round } from '../../../shared/contract/complaintRecord.ts';
import { REEXAMINATION_DAYS } from '../../../shared/domain/complaint/clocks.ts';
import { addDays } from '../../../shared/domain/time.ts';

const PARTS = ['verified', 'basis', 'remedies', 'reexamination', 'measures', 'time', 'owner', 'followUp'] as const;

interface LetterWords {
  readonly t: TFunction;
  /** A day as letters write it. */
  readonly day: (day: string) => string;
  readonly today: string;
}

type Case = Pick<ComplaintRecord, 'round' | 'rounds' | 'branchName' | 'handlerName'>;

function onRecord(round: Round, { branchName, handlerName }: Case, { t, day, today }: LetterWords): LetterParts {
  const { findings, basis, conclusion, measures } = round;
  const line = ({ kind, words, owner, dueOn }: Round['measures'][number]): string =>
    t('complaint.letter.measure', { kind: t(`complaintCase.measure.${kind}`), words, owner, day: day(dueOn) });
  const last = measures
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1);
  const none = t('complaintDesk.letter.noMeasures');
  return {
    verified: findings,
    basis,
    remedies:
      conclusion === null
        ? ''
        : t(`complaintDesk.letter.decision.${conclusion === 'notUpheld' ? 'notUpheld' : 'upheld'}`),
    reexamination: t('complaintDesk.letter.reexamination', {
      ...{ branch: branchName, today: day(today), until: day(addDays(today, REEXAMINATION_DAYS)) },
    }),
    measures: measures.length === 0 ? none : measures.map(line).join('\n'),
    time: last === undefined ? none : t('complaintDesk.letter.time', { day: day(last) }),
    owner: [...new Set(measures.map(({ owner }) => owner))].join(t('complaint.letter.comma')) || handlerName,
    followUp: t(`complaintDesk.letter.${last === undefined ? 'askUs' : 'followUp'}`, { handler: handlerName }),
  };
}

const isEmpty = (letter: LetterParts): boolean => PARTS.every((part) => letter[part] === '');

/** The letter as its form begins. */
export function letterStart(record: Case, words: LetterWords): LetterParts | null {
  const at = (number: number) => record.rounds.find(({ round }) => round === number);
  const [now, before] = [at(record.round), at(record.round - 1)];
  if (!now) return null;
  if (!isEmpty(now.letter)) return now.letter;
  const fresh = onRecord(now, record, words);
  if (!before || isEmpty(before.letter)) return fresh;
  const repeated = onRecord(before, record, words);
  const written = (part: (typeof PARTS)[number]): string =>
    before.letter[part] === repeated[part] || before.letter[part] === '' ? fresh[part] : before.letter[part];
  return Object.fromEntries(PARTS.map((part) => [part, written(part)])) as LetterParts;
}
