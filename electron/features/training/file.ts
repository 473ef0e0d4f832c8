// An agent's complete training file: hours by year against what was asked for, every training with its assessments, every plan.
import type { Actor } from '../../../shared/contract/account.ts';
import type { TrainingFile } from '../../../shared/contract/trainingInsight.ts';
import { TRAINING_CONTENTS } from '../../../shared/contract/trainingWords.ts';
import { canonicalJson } from '../../../shared/domain/scoring/model.ts';
import { dayOf } from '../../../shared/domain/time.ts';
import { yearStanding } from '../../../shared/domain/training/progress.ts';
import { sha256 } from '../../db/digest.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from '../../db/store.ts';
import type { Desktop } from '../../desktop.ts';
import { getAgent } from '../people/agents.ts';
import { savePrinted } from '../saveFile.ts';
import { currentModel } from '../score/models.ts';
import { readSettings } from '../settings.ts';
import { listPlans } from './plans.ts';
import { trainingsOfAgent } from './rows.ts';

const round = (hours: number): number => Math.round(hours * 100) / 100;
const total = (rows: readonly { readonly hours: number }[]): number =>
  round(rows.reduce((sum, { hours }) => sum + hours, 0));

/** @throws AppError NOT_FOUND agentUnknown */
export function trainingFile(store: Store, agentId: string): TrainingFile {
  const db = store.read;
  const { id, name, number, branchName, team, hiredOn } = getAgent(db, agentId);
  const today = dayOf(store.clock(), readSettings(db).timeZone);
  const { model } = currentModel(db);
  const records = trainingsOfAgent(db, agentId);
  const byYear = Map.groupBy(records, ({ day }) => Number(day.slice(0, 4)));
  const years = [...new Set([Number(today.slice(0, 4)), ...byYear.keys()])].sort((a, b) => b - a);
  const withdrawn =
    db.get<{ n: number }>(
      sql`SELECT count(*) AS n FROM training_record WHERE agent_id = ${agentId} AND state = 'withdrawn'`,
    )?.n ?? 0;
  return {
    agent: { id, name, number, branchName, team, hiredOn },
    asOf: new Date(store.clock()).toISOString(),
    years: years.map((year) => {
      const own = byYear.get(year) ?? [];
      const hours = total(own);
      return {
        year,
        hours,
        records: own.length,
        required: yearStanding({ hours, hiredOn, year, today }, model).required,
      };
    }),
    records,
    withdrawn,
    plans: listPlans(db, agentId, today),
    contents: TRAINING_CONTENTS.map((content) => ({
      content,
      hours: total(records.filter((record) => record.content === content)),
    })),
    digest: sha256(canonicalJson(records.map((record) => [record.id, record.digest]))),
  };
}

/** The path, null when the dialog was closed. @throws AppError NOT_FOUND agentUnknown; as `savePrinted` */
export async function saveTrainingFile(
  store: Store,
  desktop: Desktop,
  actor: Actor,
  { agentId, title }: { readonly agentId: string; readonly title: string },
): Promise<string | null> {
  const { agent, records } = trainingFile(store, agentId);
  const day = dayOf(store.clock(), readSettings(store.read).timeZone);
  return savePrinted(
    { store, desktop, actor },
    {
      name: `${title} ${agent.number} ${day}.pdf`,
      entry: {
        ...{ kind: 'trainingFile', title, masked: false, reason: title },
        ...{ rows: records.length, facts: { agent: agent.id } },
      },
    },
  );
}
