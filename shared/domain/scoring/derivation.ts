// How a score came about, as a tree of plain data: composite → indicator → measure → unit → answer (scoring model,
// section 7). Every node carries its arithmetic, so that a screen can print 70% × 83.33 + 30% × 75.00 = 80.83.
import type { Derivation, DerivationTerm } from '../../contract/derivation.ts';
import { INDICATORS } from '../../contract/vocabulary.ts';
import type { Indicator } from '../../contract/vocabulary.ts';
import { ADJUSTMENTS, requiredHours, totalOf } from './adjustments.ts';
import type { Adjustment } from './adjustments.ts';
import { baseOf, indicatorsOf } from './composite.ts';
import type { Session } from './evidence.ts';
import { equalTerms, meanTerms } from './derivedTerms.ts';
import { MEASURES } from './measure.ts';
import type { Measure } from './measure.ts';
import type { ScoringModel } from './model.ts';
import type { Assessment } from './score.ts';
import { unitNodes } from './unitDerivation.ts';
import { measuresOf, sessionValues } from './units.ts';
import type { Measures, Units } from './units.ts';

const sumTerm = (node: Derivation): DerivationTerm => ({ weight: 1, share: 1, contribution: node.value ?? 0, node });

interface Derived {
  readonly units: Units;
  readonly model: ScoringModel;
}

function measureNode(measure: Measure, measures: Measures, { units, model }: Derived): Derivation {
  const nodes = unitNodes(measure, units, model);
  return {
    level: 'measure',
    key: measure,
    value: measures[measure],
    rule: 'mean',
    terms: equalTerms(nodes),
    facts: { units: nodes.length },
  };
}

function indicatorNode(indicator: Indicator, measures: Measures, derived: Derived): Derivation {
  const parts = derived.model.indicators[indicator].measures;
  const nodes = parts.map(({ measure }) => measureNode(measure, measures, derived));
  return {
    level: 'indicator',
    key: indicator,
    value: indicatorsOf(measures, derived.model)[indicator],
    rule: 'weightedMean',
    terms: meanTerms(
      parts.map(({ weight }) => weight),
      nodes,
    ),
    facts: {},
  };
}

function baseNode(derived: Derived): Derivation {
  const measures = measuresOf(derived.units);
  const { base, coverage } = baseOf(indicatorsOf(measures, derived.model), derived.model);
  return {
    level: 'base',
    key: 'base',
    value: base,
    rule: 'weightedMean',
    terms: meanTerms(
      INDICATORS.map((indicator) => derived.model.indicators[indicator].weight),
      INDICATORS.map((indicator) => indicatorNode(indicator, measures, derived)),
    ),
    facts: { coverage },
  };
}

function adjustmentNode(name: Adjustment, { score, source, model }: Assessment): Derivation {
  const { points, raw, cap, items } = score.adjustments[name];
  const trained = name === 'training' ? source.training : null;
  return {
    level: 'adjustment',
    key: name,
    value: points,
    rule: 'capped',
    terms: items.map(({ id, points: value }) =>
      sumTerm({
        level: 'item',
        key: id ?? name,
        value,
        rule: 'given',
        terms: [],
        facts:
          trained === null
            ? {}
            : { hours: trained.hours, months: trained.months, required: requiredHours(trained, model) },
      }),
    ),
    facts: { raw, cap },
  };
}

/** The whole tree of an assessment. The root's value is the composite before the veto; facts tell what became of it. */
export function derivePeriod(assessment: Assessment): Derivation {
  const { score, units, model } = assessment;
  const { composite, graded, grade, vetoed, sufficient, sessions, base, coverage } = score;
  return {
    level: 'composite',
    key: 'composite',
    value: composite,
    rule: 'composite',
    terms: [
      sumTerm(baseNode({ units, model })),
      ...ADJUSTMENTS.map((name) => sumTerm(adjustmentNode(name, assessment))),
    ],
    facts: {
      unrounded: base === null ? null : base + totalOf(score.adjustments),
      graded,
      grade,
      vetoed,
      vetoClauses: score.vetoes.map(({ clause }) => clause).join(' '),
      sufficient,
      sessions,
      coverage,
    },
  };
}

/** The tree of a session's score: the base of that session alone. */
export function deriveSession(
  session: Pick<Session, 'id' | 'answers' | 'introductionMinutes'>,
  model: ScoringModel,
): Derivation {
  const source: Session = { ...session, at: 0, status: 'submitted' };
  const unit = { id: session.id, source, values: sessionValues(session, model) };
  return baseNode({ units: { session: [unit], survey: [], review: [], request: [], visit: [] }, model });
}

/** The tree of one measure, also of one that no indicator uses. */
export function deriveMeasure(measure: Measure, { units, model, score }: Assessment): Derivation {
  return measureNode(measure, score.measures, { units, model });
}

/** Measures that are computed and shown but that no indicator of the model uses. */
export function unscoredMeasures(model: ScoringModel): readonly Measure[] {
  const used = new Set(INDICATORS.flatMap((name) => model.indicators[name].measures.map(({ measure }) => measure)));
  return MEASURES.filter((measure) => !used.has(measure));
}
