// The evidence of one agent as the text that a result keeps, so that its derivation is rebuilt from what was counted and
// never from live rows. Sessions of one standard ask the same criteria, so these are written once for all of them.
import type { Indicator } from '../../contract/vocabulary.ts';
import type { Answer, Evidence, Session } from '../scoring/evidence.ts';

/** Criterion, indicator, weight: what the answers of a session are about, in their order. */
type Layout = readonly (readonly [string, Indicator, number])[];

/** A number is the scored value, null not applicable, false unanswered. */
type Value = number | null | false;

interface KeptSession extends Omit<Session, 'answers'> {
  readonly layout: number;
  readonly values: readonly Value[];
}

interface Snapshot extends Omit<Evidence, 'sessions'> {
  readonly layouts: readonly Layout[];
  readonly sessions: readonly KeptSession[];
}

const fits = (layout: Layout, answers: readonly Answer[]): boolean =>
  layout.length === answers.length &&
  answers.every(({ criterion, indicator, weight }, at) => {
    const asked = layout[at]!;
    return asked[0] === criterion && asked[1] === indicator && asked[2] === weight;
  });

const valueOf = ({ value, notApplicable }: Answer): Value => value ?? (notApplicable ? null : false);

/** JSON with its keys in a fixed order: equal evidence gives equal text. */
export function writeSnapshot(evidence: Evidence): string {
  const layouts: Layout[] = [];
  const sessions = evidence.sessions.map(
    ({ id, at, status, introductionMinutes, answers, digest, standardVersion }) => {
      let layout = layouts.findIndex((known) => fits(known, answers));
      if (layout < 0) {
        layout = layouts.length;
        layouts.push(answers.map(({ criterion, indicator, weight }) => [criterion, indicator, weight]));
      }
      return { id, at, status, introductionMinutes, digest, standardVersion, layout, values: answers.map(valueOf) };
    },
  );
  const { surveys, reviews, requests, visits, complaints, rectifications, training, commendations, redLines } =
    evidence;
  return JSON.stringify({
    ...{ layouts, sessions, surveys, reviews, requests, visits },
    ...{ complaints, rectifications, training, commendations, redLines },
  });
}

/** The evidence that was written. */
export function readSnapshot(text: string): Evidence {
  const { layouts, sessions, ...rest } = JSON.parse(text) as Snapshot;
  return {
    ...rest,
    sessions: sessions.map(({ layout, values, ...session }) => ({
      ...session,
      answers: (layouts[layout] ?? []).map(([criterion, indicator, weight], at): Answer => {
        const value = values[at] ?? null;
        return {
          ...{ criterion, indicator, weight },
          value: value === false ? null : value,
          notApplicable: value === null,
        };
      }),
    })),
  };
}
