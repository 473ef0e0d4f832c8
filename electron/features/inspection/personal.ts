// What record reviews and patrols hold about persons alike: words of problem records, photos, statements on red lines.
import { among, sql, type Sql } from '../../db/sql.ts';
import type { Change } from '../../db/store.ts';
import type { Inspection } from '../../../shared/contract/inspection.ts';
import { appealOpen, filesOf, rectificationOpen } from '../retention/personal.ts';

/** Of the reviews or patrols whose ids `sources` selects. */
export function inspectionWords(
  source: Inspection,
  sources: Sql,
): { findings: Sql; texts: Sql; files: Sql; inUse: Sql } {
  const own = sql`i.source = ${source} AND i.source_id IN (${sources})`;
  const findings = sql`SELECT i.id FROM inspection_finding i WHERE ${own}`;
  return {
    findings,
    texts: sql`(SELECT count(*) FROM inspection_finding i WHERE ${own}) +
      (SELECT count(*) FROM inspection_red_line i WHERE ${own} AND i.statement <> '')`,
    files: sql`(SELECT count(DISTINCT i.sha256) FROM inspection_photo i WHERE ${own})`,
    inUse: sql`EXISTS (SELECT 1 FROM inspection_red_line i WHERE ${own} AND i.state = 'pending')
      OR ${appealOpen('redLine', sql`SELECT i.id FROM inspection_red_line i WHERE ${own}`)} OR ${rectificationOpen(findings)}`,
  };
}

/** Blanks them; returns the SHA-256 of the photos. Verdicts, classes and decisions stay. */
export function purgeInspections(tx: Change, source: Inspection, sourceIds: readonly string[]): string[] {
  const own = sql`source = ${source} AND source_id IN ${among(sourceIds)}`;
  tx.run(
    sql`UPDATE inspection_finding SET place = '', service_content = '', description = '', scope_of_impact = '' WHERE ${own}`,
  );
  tx.run(sql`UPDATE inspection_red_line SET statement = iif(statement IS NULL, NULL, ''),
    decision_reason = iif(decision_reason IS NULL, NULL, '') WHERE ${own}`);
  const files = filesOf(tx, sql`SELECT DISTINCT sha256 FROM inspection_photo WHERE ${own}`);
  tx.run(sql`DELETE FROM inspection_photo WHERE ${own}`);
  return files;
}
