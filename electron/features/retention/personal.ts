// What the owner of a table with personal data gives to the purge: which rows still hold some, and how they are blanked. Each owner
// blanks its own rows; what counts stays. Nothing goes while a case, an appeal or a rectification that needs it is open.
import { startOfDay } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';
import { readSettings } from '../settings.ts';

export interface PersonalTable {
  /**
   * SELECT of id, label, usedOn (the last day of use), names, texts, files (how many of each) and inUse (1 while it may not go,
   * whatever its age). Rows that hold nothing are left out by the caller.
   */
  readonly rows: (db: ReadDb) => Sql;
  /** Blanks the rows; returns the SHA-256 of files that they named. */
  readonly purge: (tx: Change, ids: readonly string[]) => readonly string[];
}

/**
 * The day of an instant in the settings' time zone, by its winter offset: a zone with summer time is one hour off, which is
 * nothing beside months.
 */
export function dayIn(db: ReadDb, instant: Sql): Sql {
  const winter = '2026-01-01';
  const minutes = (Date.parse(`${winter}T00:00:00Z`) - startOfDay(winter, readSettings(db).timeZone)) / 60_000;
  return sql`date(${instant}, ${`${minutes} minutes`})`;
}

/** What a row is called in the list: the agent's number and a day. */
export const labelled = (agentId: Sql, day: Sql): Sql =>
  sql`coalesce((SELECT number FROM agent WHERE agent.id = ${agentId}) || ' ', '') || ${day}`;

const OF_FINDINGS = sql`FROM rectification_finding zf JOIN rectification z ON z.id = zf.rectification_id WHERE zf.finding_id IN`;

/** Whether a rectification of the findings is open; `findings` selects their ids. */
export const rectificationOpen = (findings: Sql): Sql =>
  sql`EXISTS (SELECT 1 ${OF_FINDINGS} (${findings}) AND z.state NOT IN ('closed', 'withdrawn'))`;

/** The day on which the last rectification of the findings ended; empty without one. */
export const rectifiedOn = (db: ReadDb, findings: Sql): Sql =>
  sql`coalesce((SELECT max(${dayIn(db, sql`coalesce(z.closed_at, z.withdrawn_at)`)}) ${OF_FINDINGS} (${findings})), '')`;

/** Whether an appeal against a value of the evidence is open; `evidence` selects ids. */
export const appealOpen = (kind: 'session' | 'review' | 'redLine', evidence: Sql): Sql =>
  sql`EXISTS (SELECT 1 FROM appeal p WHERE p.kind = ${kind} AND p.evidence_id IN (${evidence}) AND p.ended_at IS NULL)`;

/** The SHA-256 that rows name, each once. */
export const filesOf = (tx: Change, query: Sql): string[] =>
  tx.all<{ sha256: string }>(query).map(({ sha256 }) => sha256);
