// Plays the page in the crash test, inside the host: signs in and answers one item after another as fast as the main
// process says "saved". Each try and each acknowledgement goes to stdout at once, so that nothing is lost with the process.
import { createORPCClient } from '@orpc/client';
import { RPCLink, type RPCLinkOptions } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { writeSync } from 'node:fs';
import type { Contract } from '../../shared/contract/contract.ts';
import { CHOICES, isFailing } from '../../shared/domain/observation/scale.ts';

/** What the parent reads: the same number names the try and its acknowledgement. */
export type CrashLine =
  | { readonly number: number; readonly criterion: string; readonly value: number; readonly position: string }
  | { readonly number: number; readonly savedAt: string }
  | { readonly reopenedAt: string | null };

interface Host {
  readonly connect: (channel: string) => RPCLinkOptions<object>['port'] & { readonly start: () => void };
}
const say = (line: CrashLine) => writeSync(1, `${JSON.stringify(line)}\n`);

/** Called by the host when the main process loads its window. */
export async function page({ connect }: Host): Promise<void> {
  const { CRASH_LOGIN, CRASH_PASSWORD, CRASH_OBSERVATION } = process.env;
  const port = connect('console:port');
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port }));
  port.start();
  await client.account.signIn({ login: CRASH_LOGIN!, password: CRASH_PASSWORD! });
  const id = CRASH_OBSERVATION!;
  const record = await client.observation.open({ id });
  say({ reopenedAt: record.position });
  const criteria = record.standard!.criteria;
  for (let number = 0; ; number++) {
    const { code: criterion, scale } = criteria[number % criteria.length]!;
    const position = criteria[(number + 1) % criteria.length]!.code;
    const choices = CHOICES[scale].filter((choice) => !isFailing(scale, choice.value));
    const { value } = choices[Math.floor(Math.random() * choices.length)]!;
    say({ number, criterion, value, position });
    const answer = { kind: 'scored' as const, value, redLineConfirmed: false };
    const saved = await client.observation.answer({ id, criterion, answer, position });
    say({ number, savedAt: saved.savedAt });
  }
}
