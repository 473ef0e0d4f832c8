// Handlers of 工作台 and the agent's score.
import { contract, type Contract } from '../../shared/contract/contract.ts';
import { readHome } from '../features/home.ts';
import { readSettings } from '../features/settings.ts';
import { finish } from '../tasks/run.ts';
import { actorOf, area, type Handlers } from './base.ts';

const { home, score } = area({ home: contract.home, score: contract.score });

export const homeRoutes: Handlers<Contract['home']> = {
  get: home.get.handler(({ context }) => readHome(context.console.store, actorOf(context))),
};

export const scoreRoutes: Handlers<Contract['score']> = {
  agent: score.agent.handler(({ context: { console }, input, signal }) =>
    finish(
      console.run(
        'score.agent',
        {
          ...input,
          file: console.store.file,
          timeZone: readSettings(console.store.read).timeZone,
          now: console.store.clock(),
        },
        signal,
      ),
    ),
  ),
};
