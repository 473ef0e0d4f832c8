// Improvement measures that are due: by their deadline while they are not done, and for their verdict once the days after the end
// that are looked at have passed.
import type { Actor } from '../../../shared/contract/account.ts';
import { nextImprovementState } from '../../../shared/domain/improvement/states.ts';
import { addDays, dayOf } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { barredFrom } from './parts.ts';
import { unendedImprovements } from './rows.ts';

interface DueImprovement {
  readonly id: string;
  readonly kind: 'improvement' | 'improvementVerdict';
  readonly number: number;
  readonly title: string;
  readonly ownerName: string;
  readonly dueOn: string;
}

/** Verdicts are named to those who may give them alone. */
export const improvementsDue = (
  db: ReadDb,
  actor: Actor,
  { today, soon, timeZone }: { readonly today: string; readonly soon: string; readonly timeZone: string },
): DueImprovement[] =>
  unendedImprovements(db).flatMap((row): DueImprovement[] => {
    const { id, number, title, ownerName, deadline, state, doneAt, days } = row;
    const said = { id, number, title, ownerName };
    if (doneAt === null) return deadline <= soon ? [{ ...said, kind: 'improvement', dueOn: deadline }] : [];
    const dueOn = addDays(dayOf(Date.parse(doneAt), timeZone), days);
    const judges = nextImprovementState(state, 'evaluate') !== null && barredFrom(actor, row, 'evaluate') === null;
    return judges && dueOn <= today ? [{ ...said, kind: 'improvementVerdict', dueOn }] : [];
  });
