// The lower part of a derivation: what one session, survey, review, request or visit says, down to single answers.
import type { Derivation } from '../../contract/derivation.ts';
import type { Answer, Review, ServiceRequest, Session, Survey, Visit } from './evidence.ts';
import { equalTerms, meanTerms } from './derivedTerms.ts';
import { MEASURES_OF } from './measure.ts';
import type { Measure } from './measure.ts';
import type { ScoringModel } from './model.ts';
import { likertValue } from './units.ts';
import type { Unit, Units } from './units.ts';

type Facts = Derivation['facts'];

const answerNode = (key: string, value: number | null, facts: Facts): Derivation => ({
  level: 'answer',
  key,
  value: value === null ? null : value * 100,
  rule: 'given',
  terms: [],
  facts,
});

const unitNode = (
  key: string,
  value: number | null,
  rest: Pick<Derivation, 'rule' | 'terms' | 'facts'>,
): Derivation => ({
  level: 'unit',
  key,
  value,
  ...rest,
});

function answerState({ value, notApplicable }: Answer): 'scored' | 'notApplicable' | 'unanswered' {
  if (value !== null) return 'scored';
  return notApplicable ? 'notApplicable' : 'unanswered';
}

function sessionNode(measure: Measure, { id, source, values }: Unit<Session>, model: ScoringModel): Derivation {
  const value = values[(MEASURES_OF.session as readonly Measure[]).indexOf(measure)]!;
  if (measure === 'introduction') {
    const { full, none } = model.introduction;
    return unitNode(id, value, {
      rule: 'given',
      terms: [],
      facts: { minutes: source.introductionMinutes, full, none },
    });
  }
  const answers = source.answers.filter(({ indicator }) => measure === `observation.${indicator}`);
  const terms = meanTerms(
    answers.map(({ weight }) => weight),
    answers.map((answer) => answerNode(answer.criterion, answer.value, { state: answerState(answer) })),
  );
  return unitNode(id, value, { rule: 'weightedMean', terms, facts: { at: source.at } });
}

function surveyNode(measure: Measure, { id, source, values }: Unit<Survey>): Derivation {
  const items = source.items.filter(({ dimension }) => measure === 'csi' || measure === `survey.${dimension}`);
  return unitNode(id, values[(MEASURES_OF.survey as readonly Measure[]).indexOf(measure)]!, {
    rule: 'mean',
    terms: equalTerms(items.map(({ dimension, likert }) => answerNode(dimension, likertValue(likert), { likert }))),
    facts: { at: source.at },
  });
}

function reviewNode(measure: Measure, { id, source, values }: Unit<Review>): Derivation {
  const checks = source.checks.filter(({ kind }) => measure === 'record' || kind === measure);
  const nodes = checks.map(({ kind, passed }) =>
    answerNode(kind, passed === null ? null : passed ? 1 : 0, { state: passed === null ? 'notApplicable' : 'scored' }),
  );
  return unitNode(id, values[measure === 'record' ? 0 : 1]!, {
    rule: 'weightedMean',
    terms: meanTerms(
      nodes.map(() => 1),
      nodes,
    ),
    facts: { at: source.at },
  });
}

function requestNode(measure: Measure, { id, source, values }: Unit<ServiceRequest>, model: ScoringModel): Derivation {
  const reply = measure === 'reply24';
  return unitNode(id, values[reply ? 0 : 1]!, {
    rule: 'given',
    terms: [],
    facts: {
      askedAt: source.askedAt,
      doneAt: reply ? source.repliedAt : source.solvedAt,
      limitHours: reply ? model.replyHours : model.solveHours,
    },
  });
}

function visitNode({ id, source, values }: Unit<Visit>): Derivation {
  const { dueOn, madeOn } = source;
  return unitNode(id, values[0]!, { rule: 'given', terms: [], facts: { dueOn, madeOn } });
}

/** The nodes of the units that have a value of a measure. Instants in facts are epoch milliseconds. */
export function unitNodes(measure: Measure, units: Units, model: ScoringModel): readonly Derivation[] {
  const having = <S>(of: readonly Unit<S>[], slot: number): readonly Unit<S>[] =>
    of.filter(({ values }) => values[slot] !== null);
  const slotIn = (measures: readonly Measure[]): number => measures.indexOf(measure);
  switch (measure) {
    case 'reply24':
    case 'solve48':
      return having(units.request, slotIn(MEASURES_OF.request)).map((unit) => requestNode(measure, unit, model));
    case 'visit':
      return having(units.visit, 0).map(visitNode);
    case 'record':
    case 'file':
      return having(units.review, slotIn(MEASURES_OF.review)).map((unit) => reviewNode(measure, unit));
    case 'csi':
    case 'survey.attitude':
    case 'survey.efficiency':
    case 'survey.content':
    case 'survey.followUp':
      return having(units.survey, slotIn(MEASURES_OF.survey)).map((unit) => surveyNode(measure, unit));
    default:
      return having(units.session, slotIn(MEASURES_OF.session)).map((unit) => sessionNode(measure, unit, model));
  }
}
