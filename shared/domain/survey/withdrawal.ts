// Who may withdraw a survey. A slip of the hand is taken back by whoever entered it, on the same day; anything later, and
// what a client answered, only by a manager who did not enter it: nobody removes a bad answer of their own round.
import type { SurveyMeans, SurveyState } from '../../contract/survey.ts';

export interface WithdrawalCase {
  readonly state: SurveyState;
  readonly means: SurveyMeans;
  /** Entered, or handed over to the client, by the person who withdraws. */
  readonly own: boolean;
  /** Whether it was entered today. */
  readonly enteredToday: boolean;
  /** Holds survey.decide. */
  readonly decides: boolean;
}

/** Why the person may not withdraw it, or null. */
export function surveyWithdrawalRefusal(
  given: WithdrawalCase,
): 'surveyWithdrawn' | 'notYourSurvey' | 'surveyOwnLater' | null {
  if (given.state === 'withdrawn') return 'surveyWithdrawn';
  if (given.own && given.means === 'paper' && given.enteredToday) return null;
  if (!given.decides) return given.own ? 'surveyOwnLater' : 'notYourSurvey';
  return given.own ? 'surveyOwnLater' : null;
}
