// 问题清单 holds the findings of all six sources (8.2): those that stand in no record of an observation, a review or a patrol are read
// here, and of each what the ledger of findings says beside: severity, element, what became of it, its photos.
import type { Language } from '../../../shared/contract/vocabulary.ts';
import { maskContacts } from '../../../shared/domain/observation/maskText.ts';
import type { Window } from '../../../shared/domain/scoring/evidence.ts';
import { civilTime } from '../../../shared/domain/time.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';
import type { ReportFinding } from '../../excel/report/data.ts';
import { maskerOfMatters } from '../complaint/masking.ts';
import { findingsBetween, findingsByIds } from '../findings/ledger.ts';
import { inChunks, type Numbers } from './methodEvidence.ts';

/** A line before the ledger is asked about it. */
export type ReadFinding = Omit<ReportFinding, 'filed'> & {
  /** In the ledger; null of a red line without what was seen. */
  readonly findingId: string | null;
};

export interface ReadingRecorded {
  readonly window: Window;
  readonly language: Language;
  /** What a survey is called on the sheet 满意度, by its id. */
  readonly surveyNumbers: ReadonlyMap<string, string>;
}

/** Findings by hand, from surveys and from complaints that happened in the window; complainants are never named in them. */
export function readRecordedFindings(
  db: ReadDb,
  numbers: Numbers,
  { window, language, surveyNumbers }: ReadingRecorded,
): ReadFinding[] {
  const found = inChunks([...numbers.keys()], (some) => findingsBetween(db, some, window)).filter(
    ({ source }) => source === 'manual' || source === 'survey' || source === 'complaint',
  );
  const caseIds = found.flatMap(({ source, sourceId }) => (source === 'complaint' && sourceId ? [sourceId] : []));
  const caseNumbers = new Map(
    db
      .all<{ id: string; number: string }>(sql`SELECT id, number FROM complaint WHERE id IN ${among(caseIds)}`)
      .map(({ id, number }) => [id, number]),
  );
  return found.map((one): ReadFinding => {
    const caseId = one.source === 'complaint' ? one.sourceId : null;
    const said = caseId === null ? (text: string) => text : maskerOfMatters(db, [caseId]);
    return {
      findingId: one.id,
      source: one.source,
      session: (caseId === null ? surveyNumbers : caseNumbers).get(one.sourceId ?? '') ?? '',
      employeeNumber: numbers.get(one.agentId) ?? '',
      occurredAt: civilTime(Date.parse(one.at), window.timeZone),
      clause: one.clause ?? '',
      criterion: one.criterion ?? '',
      text: one.criterionText?.[language === 'en' ? 'en' : 'zh'] ?? '',
      class: one.class,
      place: said(one.place),
      serviceContent: said(one.serviceContent),
      description: said(one.description),
      scopeOfImpact: said(one.scopeOfImpact),
      redLine: null,
      vetoes: false,
      statement: '',
      decision: '',
    };
  });
}

/** The lines with what the ledger says of each; contacts of clients in their texts are masked unless the export shows clients. */
export function filed(
  db: ReadDb,
  read: readonly ReadFinding[],
  { unmasked }: { readonly unmasked: boolean },
): ReportFinding[] {
  const ids = read.flatMap(({ findingId }) => (findingId === null ? [] : [findingId]));
  const rows = new Map(inChunks(ids, (some) => findingsByIds(db, some)).map((row) => [row.id, row]));
  const said = unmasked ? (text: string) => text : maskContacts;
  return read.map(({ findingId, ...line }) => {
    const row = findingId === null ? undefined : rows.get(findingId);
    return {
      ...line,
      place: said(line.place),
      serviceContent: said(line.serviceContent),
      description: said(line.description),
      scopeOfImpact: said(line.scopeOfImpact),
      filed: row ? { severity: row.severity, element: row.element, status: row.status, photos: row.photos } : null,
    };
  });
}
