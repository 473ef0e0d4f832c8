// Signatures over the digest of the open revision: the assessor by password, the agent drawn, typed or refusing before a
// witness. 已阅知 is not 同意: the agent says which.
import type { Actor } from '../../../shared/contract/account.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { AgentSignatureInput } from '../../../shared/contract/observation.ts';
import type { Signature } from '../../../shared/contract/observationRecord.ts';
import { isOwnSignature, isSamePerson } from '../../../shared/domain/observation/signing.ts';
import type { Change, Store } from '../../db/store.ts';
import { checkPassword } from '../account/signIn.ts';
import { cleanSignature } from '../evidence/png.ts';
import { contentOf } from './content.ts';
import { peopleOf } from './record.ts';
import { observationFor, openFor, revisionsOf, shownRevision, type ObservationRow } from './rows.ts';
import { imageOf, insertSignature, type NewSignature } from './signatureRows.ts';

/** Signs the open revision as it stands. @throws AppError INVALID notReady with the number of blockers */
function sign(
  store: Store,
  actor: Actor,
  id: string,
  make: (tx: Change, row: ObservationRow) => Omit<NewSignature, 'digest'>,
): Signature {
  return store.change(actor.userId, (tx) => {
    openFor(tx, actor, id);
    const row = observationFor(tx, actor, id);
    const revision = shownRevision(row, revisionsOf(tx, id));
    const { digest, blockers } = contentOf(tx, row, revision);
    if (blockers.length > 0) throw new AppError('INVALID', 'notReady', { count: blockers.length });
    const signature = insertSignature(tx, revision.id, { ...make(tx, row), digest });
    tx.note({
      action: 'observation.signed',
      entity: 'observation',
      entityId: id,
      facts: {
        revision: revision.number,
        signature: signature.id,
        party: signature.party,
        means: signature.means,
        attitude: signature.attitude,
        image: signature.image,
        digest,
      },
      fields: { words: signature.words, witness: [signature.witnessName, signature.witnessCapacity] },
    });
    return signature;
  });
}

const NO_WITNESS = { witnessName: null, witnessCapacity: null } as const;

/** The assessor's signature, for one whose password has just been checked. @throws as signAssessor but for the password */
export const signAsAssessor = (store: Store, actor: Actor, id: string): Signature =>
  sign(store, actor, id, () => ({
    party: 'assessor',
    means: 'password',
    name: actor.name,
    attitude: null,
    words: '',
    image: null,
    ...NO_WITNESS,
  }));

/**
 * Signs as the assessor by password.
 * @throws AppError INVALID passwordWrong or notReady, LOCKED accountLocked, FORBIDDEN notYourObservation, CONFLICT observationLocked
 */
export async function signAssessor(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly password: string },
): Promise<Signature> {
  openFor(store.read, actor, input.id);
  try {
    await checkPassword(store, actor.login, input.password, 'user.confirmed');
  } catch (error) {
    // The person is signed in: a mistyped password here is a wrong entry, not the end of the session.
    if (error instanceof AppError && error.reason === 'wrongPassword') throw new AppError('INVALID', 'passwordWrong');
    throw error;
  }
  return signAsAssessor(store, actor, input.id);
}

/**
 * The agent's signature.
 * @throws AppError INVALID signatureNotOwn, disagreeWords, witnessIsParty, signatureBlank, signatureDamaged, notReady
 */
export function signAgent(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly signature: AgentSignatureInput },
): Signature {
  const given = input.signature;
  openFor(store.read, actor, input.id);
  if (given.attitude === 'disagree' && given.words === '') throw new AppError('INVALID', 'disagreeWords');
  const image = given.means === 'drawn' ? store.blobs.put(cleanSignature(Buffer.from(given.png, 'base64'))) : null;
  return sign(store, actor, input.id, (tx, row) => {
    const people = peopleOf(tx, row);
    const agent = { name: people.agent_name, employeeNumber: people.employee_number };
    if (given.means === 'typed' && !isOwnSignature(given, agent)) throw new AppError('INVALID', 'signatureNotOwn');
    const refusing = given.means === 'witness';
    if (refusing && [people.assessor_name, agent.name].some((name) => isSamePerson(name, given.witnessName)))
      throw new AppError('INVALID', 'witnessIsParty');
    return {
      party: 'agent',
      means: given.means,
      name: agent.name,
      attitude: given.attitude,
      words: given.words,
      image,
      ...(refusing ? { witnessName: given.witnessName, witnessCapacity: given.witnessCapacity } : NO_WITNESS),
    };
  });
}

/** The drawn picture of a signature. @throws AppError NOT_FOUND observationMissing or signatureMissing */
export function signatureImage(
  store: Store,
  actor: Actor,
  input: { readonly id: string; readonly signatureId: string },
): { mime: 'image/png'; base64: string } {
  observationFor(store.read, actor, input.id);
  const sha256 = imageOf(store.read, input.id, input.signatureId);
  return { mime: 'image/png', base64: store.blobs.read(sha256).toString('base64') };
}
