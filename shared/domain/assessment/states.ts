// The states of an assessment's results as a table: what may be done in which, and what it leads to. Nothing leads out of a
// finalised result: computing again makes another one beside it.
import type { AssessmentState, ResultState } from '../../contract/assessment.ts';

export const RESULT_EVENTS = ['review', 'decide', 'finalise', 'supersede'] as const;
export type ResultEvent = (typeof RESULT_EVENTS)[number];

const NEXT: Readonly<Record<ResultState, Readonly<Partial<Record<ResultEvent, ResultState>>>>> = {
  computed: { review: 'inReview', decide: 'inReview', supersede: 'superseded' },
  inReview: { review: 'inReview', decide: 'inReview', finalise: 'finalised', supersede: 'superseded' },
  finalised: {},
  superseded: {},
};

/** The state an event leads to; null where it is refused. */
export const nextState = (state: ResultState, event: ResultEvent): ResultState | null => NEXT[state][event] ?? null;

/** The state of an assessment by that of its newest result. A superseded one is never the newest. */
export function assessmentState(newest: ResultState | null): AssessmentState {
  return newest === null || newest === 'superseded' ? 'collecting' : newest;
}
