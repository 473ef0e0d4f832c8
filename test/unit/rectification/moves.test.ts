// The state machine of a rectification, every state by every move, and who may make which. Each title names the fault.
import { describe, expect, test } from 'vitest';
import { RECTIFICATION_STATES, type RectificationState } from '../../../shared/contract/findings.ts';
import { RECTIFICATION_MOVES, type RectificationMove } from '../../../shared/contract/rectification.ts';
import {
  missingParts,
  moveRefusal,
  REFUSAL_CODES,
  type Situation,
} from '../../../shared/domain/rectification/moves.ts';
import { isRunning, nextState } from '../../../shared/domain/rectification/states.ts';

/** What the handbook's flow allows, written out once more by hand: state, then what each move leads to. */
const ALLOWED: Readonly<Record<RectificationState, string>> = {
  planned:
    'edit:planned join:planned start:inProgress withdraw:withdrawn askExtension:planned grantExtension:planned refuseExtension:planned check:planned',
  inProgress:
    'edit:inProgress join:inProgress submit:submitted withdraw:withdrawn askExtension:inProgress grantExtension:inProgress refuseExtension:inProgress check:inProgress addEvidence:inProgress removeEvidence:inProgress',
  submitted:
    'verify:verified sendBack:inProgress withdraw:withdrawn askExtension:submitted grantExtension:submitted refuseExtension:submitted check:submitted addEvidence:submitted',
  verified: 'confirmEffect:verified tell:verified close:closed',
  closed: '',
  withdrawn: '',
};
const allowed = (state: RectificationState, move: RectificationMove): string | null =>
  ALLOWED[state]
    .split(' ')
    .find((one) => one.startsWith(`${move}:`))
    ?.slice(move.length + 1) ?? null;

const BOSS = 'boss';
/** A manager who neither owns nor submitted nor asked, with everything that any move needs. */
const READY: Situation = {
  state: 'planned',
  ...{ personId: BOSS, personLogin: 'lin', personName: '林经理', writes: true, decides: true },
  ...{ owner: { kind: 'agent', userId: null, name: '' }, agent: { number: 'A0012', name: '李四' } },
  ...{ proverIds: ['zhao'], askedById: null, overdue: false, missing: [] },
  ...{ today: '2026-08-31', effectFrom: '2026-08-31', effectConfirmed: true, allTold: true },
};
const DECISIONS: readonly RectificationMove[] = ['grantExtension', 'refuseExtension'];

/** The situation in which nothing but the state can refuse the move. */
const readyFor = (move: RectificationMove, state: RectificationState): Situation => ({
  ...READY,
  state,
  askedById: DECISIONS.includes(move) ? 'zhao' : null,
});

describe('every state and every move', () => {
  const cases = RECTIFICATION_STATES.flatMap((state) => RECTIFICATION_MOVES.map((move) => [state, move] as const));
  test.each(cases)(
    '%s, %s: allowed where it is not, refused where it is allowed, or leading elsewhere',
    (state, move) => {
      const to = allowed(state, move);
      expect(nextState(state, move)).toBe(to);
      const refusal = moveRefusal(move, readyFor(move, state));
      expect(refusal).toBe(to === null ? 'rectificationMoveRefused' : null);
      if (refusal !== null) expect(REFUSAL_CODES[refusal]).toBe('CONFLICT');
    },
  );

  test('the table has a move that it does not know', () => {
    const named = Object.values(ALLOWED).flatMap((line) => line.split(' ').map((one) => one.split(':')[0]));
    expect(named.filter((move) => move !== '' && !RECTIFICATION_MOVES.includes(move as RectificationMove))).toEqual([]);
  });

  test('a path reaches closed without a verification', () => {
    const reached = new Set<RectificationState>();
    const walk = (state: RectificationState): void => {
      if (reached.has(state)) return;
      reached.add(state);
      for (const move of RECTIFICATION_MOVES) {
        const to = move === 'verify' ? null : nextState(state, move);
        if (to !== null) walk(to);
      }
    };
    walk('planned');
    expect([...reached].sort()).toEqual(['inProgress', 'planned', 'submitted', 'withdrawn']);
  });

  test('the deadline stops before the verification, or runs on after it', () => {
    expect(RECTIFICATION_STATES.filter(isRunning)).toEqual(['planned', 'inProgress', 'submitted']);
  });
});

describe('who may', () => {
  const owner = { kind: 'user' as const, userId: BOSS, name: '林经理' };
  const person = { kind: 'person' as const, userId: null, name: '林经理' };
  const cases: readonly (readonly [
    string,
    RectificationMove,
    RectificationState,
    Partial<Situation>,
    string | null,
  ])[] = [
    ['the owner verifies', 'verify', 'submitted', { owner }, 'rectificationOwner'],
    ['the owner sends their own back', 'sendBack', 'submitted', { owner }, 'rectificationOwner'],
    ['the owner, named as a person, verifies', 'verify', 'submitted', { owner: person }, 'rectificationOwner'],
    [
      'the owner, written with other spaces and widths, verifies',
      'verify',
      'submitted',
      { owner: { ...person, name: ' Ｌin  Wei ' }, personName: 'Lin Wei' },
      'rectificationOwner',
    ],
    [
      'the owner, named by their account, verifies',
      'verify',
      'submitted',
      { owner: { ...person, name: 'LIN' } },
      'rectificationOwner',
    ],
    [
      'the agent signs in with their employee number and verifies',
      'verify',
      'submitted',
      { personLogin: 'a0012' },
      'rectificationOwner',
    ],
    ['the agent has an account and verifies', 'verify', 'submitted', { personName: '李 四' }, 'rectificationOwner'],
    [
      'the agent verifies their own, which a manager owes',
      'verify',
      'submitted',
      { owner: { ...owner, userId: 'zhao' }, personName: '李四' },
      'rectificationOwner',
    ],
    ['the agent judges the effect', 'confirmEffect', 'verified', { personLogin: 'A0012' }, 'rectificationOwner'],
    ['one of two submitters verifies', 'verify', 'submitted', { proverIds: ['zhao', BOSS] }, 'rectificationSubmitter'],
    ['the submitter cannot even send it back', 'sendBack', 'submitted', { proverIds: ['zhao'] }, null],
    ['a purged, nameless owner bars everybody', 'verify', 'submitted', { agent: { number: '', name: '' } }, null],
    ['another person bars a verifier', 'verify', 'submitted', { owner: { ...person, name: '林经' } }, null],
    ['a reader verifies', 'verify', 'submitted', { writes: false, decides: false }, 'notPermitted'],
    [
      'the owner gives themselves time',
      'grantExtension',
      'planned',
      { owner, askedById: 'zhao' },
      'rectificationExtensionOwner',
    ],
    [
      'the asker gives themselves time',
      'grantExtension',
      'planned',
      { askedById: BOSS },
      'rectificationExtensionAsker',
    ],
    ['a supervisor gives time', 'grantExtension', 'planned', { askedById: 'zhao', decides: false }, 'notPermitted'],
    ['nothing is granted', 'grantExtension', 'planned', {}, 'rectificationExtensionNone'],
    ['two extensions wait', 'askExtension', 'planned', { askedById: 'zhao' }, 'rectificationExtensionWaits'],
    ['a supervisor cannot withdraw a plan just made', 'withdraw', 'planned', { decides: false }, null],
    [
      'a supervisor withdraws an overdue plan',
      'withdraw',
      'planned',
      { decides: false, overdue: true },
      'rectificationWithdrawManager',
    ],
    [
      'a supervisor withdraws one under way',
      'withdraw',
      'inProgress',
      { decides: false },
      'rectificationWithdrawManager',
    ],
    ['the owner withdraws one under way', 'withdraw', 'inProgress', { owner }, 'rectificationOwner'],
    ['it starts without its measures', 'start', 'planned', { missing: ['measures'] }, 'rectificationPlanIncomplete'],
    [
      'the plan is emptied and handed in',
      'submit',
      'inProgress',
      { missing: ['cause'] },
      'rectificationPlanIncomplete',
    ],
    ['the owner judges the effect', 'confirmEffect', 'verified', { owner }, 'rectificationOwner'],
    [
      'the effect is judged a day early',
      'confirmEffect',
      'verified',
      { today: '2026-08-30' },
      'rectificationEffectEarly',
    ],
    ['it closes without its effect', 'close', 'verified', { effectConfirmed: false }, 'rectificationEffectMissing'],
    ['it closes and nobody was told', 'close', 'verified', { allTold: false }, 'rectificationNotTold'],
  ];
  test.each(cases)('%s', (_, move, state, given, refusal) => {
    expect(moveRefusal(move, { ...READY, state, ...given })).toBe(refusal);
  });

  test('a root cause without a category or a why under it counts as analysed', () => {
    const plan = { measures: '培训', requirements: '回访三户' };
    expect(missingParts({ ...plan, cause: { categories: [], whys: [], root: '不熟悉' } })).toEqual(['cause']);
    expect(missingParts({ ...plan, cause: { categories: ['training'], whys: [], root: '' } })).toEqual(['cause']);
    expect(missingParts({ ...plan, cause: { categories: [], whys: ['未培训'], root: '不熟悉' } })).toEqual([]);
    expect(missingParts({ measures: '', requirements: '', cause: { categories: [], whys: [], root: '' } })).toEqual([
      'cause',
      'measures',
      'requirements',
    ]);
  });
});
