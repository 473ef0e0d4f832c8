// Reads the evidence of the four methods beside the observation for the workbook, from the owners of each (4.2).
import type { Language } from '../../../shared/contract/vocabulary.ts';
import { maskContacts } from '../../../shared/domain/observation/maskText.ts';
import type { Window } from '../../../shared/domain/scoring/evidence.ts';
import { civilTime } from '../../../shared/domain/time.ts';
import { en } from '../../../shared/i18n/en/index.ts';
import { zhCN } from '../../../shared/i18n/zh-CN/index.ts';
import type { ReadDb } from '../../db/connection.ts';
import type { ReportEvidence } from '../../excel/report/evidenceData.ts';
import { feedbackOfPeriod } from '../feedback/rows.ts';
import { recordsOfPeriod } from '../records/periodEvidence.ts';
import { requestsOfPeriod } from '../responses/requests.ts';
import { visitsOfPeriod } from '../responses/visits.ts';
import { surveysOfPeriod } from '../survey/periodSurveys.ts';

/** Agents of the report by id, with their employee numbers. */
export type Numbers = ReadonlyMap<string, string>;

/** Numbers items of a day one after the other: 20260703-001. */
export function numbering(): (day: string) => string {
  const used = new Map<string, number>();
  return (day) => {
    const next = (used.get(day) ?? 0) + 1;
    used.set(day, next);
    return `${day.replaceAll('-', '')}-${String(next).padStart(3, '0')}`;
  };
}

const CHUNK = 500;

/** Reads some agents at a time: a statement takes only so many values. */
export const inChunks = <Row>(ids: readonly string[], read: (some: readonly string[]) => readonly Row[]): Row[] =>
  Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, n) => ids.slice(n * CHUNK, (n + 1) * CHUNK)).flatMap(read);

type Five = [Numbering, Numbering, Numbering, Numbering, Numbering];
type Numbering = ReturnType<typeof numbering>;

export interface ReadingEvidence {
  readonly window: Window;
  readonly language: Language;
  readonly unmasked: boolean;
  /** As `raisedValues` gives them. */
  readonly raised: ReadonlyMap<string, number>;
}

/** The evidence of the agents in the window; `unmasked` only where the export has a reason for it. */
export function readMethods(
  db: ReadDb,
  numbers: Numbers,
  reading: ReadingEvidence,
): {
  readonly evidence: ReportEvidence;
  readonly reviewNumbers: ReadonlyMap<string, string>;
  readonly surveyNumbers: ReadonlyMap<string, string>;
} {
  const { window, language, unmasked, raised } = reading;
  const ids = [...numbers.keys()];
  const texts = language === 'en' ? en : zhCN;
  const civil = (instant: string): string => civilTime(Date.parse(instant), window.timeZone, 'millisecond');
  const civilOrNull = (instant: string | null): string | null => (instant === null ? null : civil(instant));
  const of = (agentId: string, number: string) => ({ number, employeeNumber: numbers.get(agentId) ?? '' });
  const [survey, review, request, visit, feedback] = Array.from({ length: 5 }, numbering) as Five;
  const reviewed = inChunks(ids, (some) => recordsOfPeriod(db, some, window)).map((one) => {
    const at = civil(one.at);
    return { ...one, reviewedAt: at, number: review(at.slice(0, 10)) };
  });
  const surveyed = inChunks(ids, (some) => surveysOfPeriod(db, some, window, { unmasked })).map((one) => ({
    ...one,
    number: survey(one.day),
  }));
  // What clients wrote names others too.
  const said = unmasked ? (text: string) => text : maskContacts;
  const evidence: ReportEvidence = {
    asOf: civilTime(window.asOf, window.timeZone, 'millisecond'),
    surveys: surveyed.map((one) => ({
      ...of(one.agentId, one.number),
      answeredAt: civil(one.answeredAt),
      questionnaire: one.questionnaireNumber,
      answers: one.answers,
      comment: said(one.comment),
      client: one.client,
    })),
    reviews: reviewed.map((one) => ({
      ...of(one.agentId, one.number),
      reviewedAt: one.reviewedAt,
      reviewer: one.reviewer,
      reference: one.reference,
      standardNumber: one.standardNumber,
      checks: one.checks.map((check) =>
        check.passed === false && raised.get(`review ${one.reviewId} ${check.criterion}`) === 1
          ? { ...check, passed: true }
          : check,
      ),
    })),
    requests: inChunks(ids, (some) => requestsOfPeriod(db, some, window)).map((one) => {
      const askedAt = civil(one.askedAt);
      return {
        ...of(one.agentId, request(askedAt.slice(0, 10))),
        kind: texts.responses.requestKind[one.kind],
        channel: one.channel === null ? '' : texts.responses.channel[one.channel],
        client: one.client,
        askedAt,
        repliedAt: civilOrNull(one.repliedAt),
        solvedAt: civilOrNull(one.solvedAt),
      };
    }),
    visits: inChunks(ids, (some) => visitsOfPeriod(db, some, window)).map((one) => ({
      ...of(one.agentId, visit(one.dueOn)),
      client: one.client,
      dueOn: one.dueOn,
      madeOn: one.madeOn,
    })),
    feedback: inChunks(ids, (some) => feedbackOfPeriod(db, some, window)).map((one) => ({
      ...of(one.agentId, feedback(one.day)),
      receivedOn: one.day,
      kind: texts.feedback.kind[one.kind],
      class: texts.words.problemClass[one.class],
      channel: texts.responses.channel[one.channel],
      client: one.client,
      content: said(one.content),
      personInCharge: one.ownerName,
      dueOn: one.dueOn,
      answeredAt: civilOrNull(one.answeredAt),
      state: texts.feedback.state[one.state],
      commendation: one.kind === 'praise' && one.confirmedAt !== null,
    })),
  };
  return {
    evidence,
    reviewNumbers: new Map(reviewed.map(({ reviewId, number }) => [reviewId, number])),
    surveyNumbers: new Map(surveyed.map(({ id, number }) => [id, number])),
  };
}
