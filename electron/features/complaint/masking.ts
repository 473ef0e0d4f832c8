// Complainants in texts that leave the console: all people of a matter are masked, those of the first case and of every one that
// was joined to it, because whoever wrote one text may name another.
import { maskerOf, type NamedPerson } from '../../../shared/domain/observation/maskText.ts';
import type { ReadDb } from '../../db/connection.ts';
import { among, sql } from '../../db/sql.ts';

/** Who complains in the matters that the cases belong to, each with all its joined ones. */
const peopleOfMatters = (db: ReadDb, complaintIds: readonly string[]): NamedPerson[] =>
  complaintIds.length === 0
    ? []
    : db.all<NamedPerson>(sql`WITH head AS (SELECT coalesce(joined_to_id, id) AS id FROM complaint
          WHERE id IN ${among(complaintIds)})
        SELECT DISTINCT p.name, p.contact FROM complaint_person p JOIN complaint c ON c.id = p.complaint_id
        WHERE c.id IN (SELECT id FROM head) OR c.joined_to_id IN (SELECT id FROM head)`);

/** Masks in a text everybody of these cases' matters, and the contacts of anybody. */
export const maskerOfMatters = (db: ReadDb, complaintIds: readonly string[]): ((text: string) => string) =>
  maskerOf(peopleOfMatters(db, complaintIds));
