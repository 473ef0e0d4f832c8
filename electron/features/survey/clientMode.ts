// Client mode: the signed-in person hands the screen to clients for one agent's service. Until their password takes it back,
// main answers nothing but these use cases (ipc/base.ts), so that no trick of the page shows more.
import type { AccountState } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Actor } from '../../../shared/contract/account.ts';
import type { ClientPage } from '../../../shared/contract/survey.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import type { Store } from '../../db/store.ts';
import { accountState, checkPassword, type HandedOver, type SignIn } from '../account/signIn.ts';
import { getAgent } from '../people/agents.ts';
import { readSettings } from '../settings.ts';
import { insertSurvey, type SurveyWords } from './enter.ts';
import { itemsOf, questionnaireById, questionnaireInForce } from './questionnaires.ts';

/** @throws AppError CONFLICT notHandedOver */
function handedOver(signIn: SignIn): HandedOver {
  if (!signIn.handedOver) throw new AppError('CONFLICT', 'notHandedOver');
  return signIn.handedOver;
}

/** Hands the screen over; the questionnaire in force stays until it is taken back. @throws AppError NOT_FOUND agentMissing */
export function beginClientMode(
  store: Store,
  signIn: SignIn,
  actor: Actor,
  input: { readonly agentId: string },
): AccountState {
  const agent = getAgent(store.read, input.agentId);
  const questionnaireId = questionnaireInForce(store.read).id;
  store.change(actor.userId, (tx) =>
    tx.note({ action: 'user.handedOver', entity: 'user', entityId: actor.userId, facts: { agent: agent.id } }),
  );
  signIn.handOver({ agentId: agent.id, questionnaireId });
  return accountState(store, signIn);
}

/** What clients see: whose service, and the questions. @throws AppError CONFLICT notHandedOver */
export function clientPage(store: Store, signIn: SignIn): ClientPage {
  const { agentId, questionnaireId } = handedOver(signIn);
  const agent = getAgent(store.read, agentId);
  return {
    agentName: agent.name,
    branchName: agent.branchName,
    title: questionnaireById(store.read, questionnaireId).title,
    items: itemsOf(store.read, questionnaireId),
  };
}

/** Keeps what a client answered, now. @throws AppError CONFLICT notHandedOver; INVALID surveyEmpty, surveyItemUnknown */
export function submitAsClient(store: Store, signIn: SignIn, actor: Actor, words: SurveyWords): void {
  const { agentId, questionnaireId } = handedOver(signIn);
  store.change(actor.userId, (tx) => {
    const day = dayOf(Date.parse(tx.at), readSettings(tx).timeZone);
    insertSurvey(tx, actor, { ...words, agentId, questionnaireId, day, means: 'client', answeredAt: tx.at });
  });
}

/** Takes the screen back. @throws AppError INVALID passwordWrong; LOCKED accountLocked; CONFLICT notHandedOver */
export async function leaveClientMode(
  store: Store,
  signIn: SignIn,
  actor: Actor,
  input: { readonly password: string },
): Promise<AccountState> {
  handedOver(signIn);
  try {
    await checkPassword(store, actor.login, input.password, 'user.confirmed');
  } catch (error) {
    // The person is signed in: a mistyped password here is a wrong entry, not the end of the session.
    if (error instanceof AppError && error.reason === 'wrongPassword') throw new AppError('INVALID', 'passwordWrong');
    throw error;
  }
  store.change(actor.userId, (tx) =>
    tx.note({ action: 'user.tookBack', entity: 'user', entityId: actor.userId, facts: {} }),
  );
  signIn.takeBack(store.clock());
  return accountState(store, signIn);
}
