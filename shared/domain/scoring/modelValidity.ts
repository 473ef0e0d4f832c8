// When a scoring model may be published: each number within its range, what the handbook fixes unchanged, grade limits
// strictly falling to 0, penalties that rise with the gravity, a veto that always ends below 基本合格.
import { modelNumber, ModelReason, type ModelProblem, type ModelValues } from '../../contract/model.ts';
import { MODEL_1 } from './model.ts';
import { gradeKey, MODEL_FIELDS, valuesOf } from './modelFields.ts';

const FIXED = valuesOf(MODEL_1);
const SCHEMAS = MODEL_FIELDS.map((field) => ({ ...field, schema: modelNumber(field.range) }));

/** A rule between two fields: broken where both are numbers and `holds` is false; the problem stands at the second. */
interface Relation {
  readonly first: string;
  readonly second: string;
  readonly reason: ModelReason;
  readonly holds: (first: number, second: number) => boolean;
}

const pairwise = (keys: readonly string[], reason: ModelReason, holds: Relation['holds']): Relation[] =>
  keys.slice(1).map((second, at) => ({ first: keys[at]!, second, reason, holds }));

const RELATIONS: readonly Relation[] = [
  {
    first: 'introduction.full',
    second: 'introduction.none',
    reason: 'aboveFull',
    holds: (full, none) => none > full,
  },
  ...pairwise(
    MODEL_1.grades.map(({ grade }) => gradeKey(grade)),
    'falling',
    (better, worse) => better > worse,
  ),
  ...pairwise(
    ['complaints.minor', 'complaints.ordinary', 'complaints.serious'],
    'heavier',
    (lighter, graver) => graver <= lighter,
  ),
  { first: gradeKey('basic'), second: 'redLineCap', reason: 'belowBasic', holds: (basic, cap) => cap < basic },
];

/** What is wrong with the values, at most one problem a field, in the order of the fields. */
export function modelProblems(values: ModelValues): ModelProblem[] {
  const found = new Map<string, ModelReason>();
  for (const { key, schema, fixedBy } of SCHEMAS) {
    const result = schema.safeParse(values[key]);
    if (!result.success) found.set(key, ModelReason.catch('missing').parse(result.error.issues[0]?.message));
    else if (fixedBy !== null && result.data !== FIXED[key]) found.set(key, 'fixed');
  }
  for (const { first, second, reason, holds } of RELATIONS) {
    const [a, b] = [values[first], values[second]];
    if (typeof a !== 'number' || typeof b !== 'number' || found.has(second)) continue;
    if (!holds(a, b)) found.set(second, reason);
  }
  return MODEL_FIELDS.flatMap(({ key }) => {
    const reason = found.get(key);
    return reason ? [{ field: key, reason }] : [];
  });
}
