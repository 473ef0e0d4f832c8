// Purges of personal data (个人信息保护法 Art. 19, 47) reach every table with words about persons: the triggers that lock a row
// let its words be blanked, and nothing else. Photos and files go once their owner is marked as purged.
import type { Connection } from '../connection.ts';
import type { Migration } from './migration.ts';

const COLUMNS = `
  ALTER TABLE observation ADD COLUMN purged_at TEXT;
  ALTER TABLE record_sample ADD COLUMN purged_at TEXT;
  ALTER TABLE patrol ADD COLUMN purged_at TEXT;
  ALTER TABLE rectification ADD COLUMN purged_at TEXT;
  ALTER TABLE retention_rule ADD COLUMN reason TEXT NOT NULL DEFAULT ''; -- why this long
  -- When the bytes were gone from the disk too; runs of before wrote over nothing.
  ALTER TABLE purge_run ADD COLUMN erased_at TEXT;
`;

interface Lock {
  readonly table: string;
  readonly trigger: string;
  /** When the row is locked; empty: always. */
  readonly when: string;
  readonly words: readonly string[];
  readonly why: string;
}

/** A lock in place of an older one: of `words` only a blank may be written, the rest stays as locked as it was. */
function letWordsGo(db: Connection, { table, trigger, when, words, why }: Lock): void {
  const kept = db
    .all<{ name: string }>({ text: `SELECT name FROM pragma_table_info('${table}')`, values: [] })
    .map(({ name }) => `"${name}"`)
    .filter((name) => !words.includes(name.slice(1, -1)) && name !== '"purged_at"');
  const written = words.map((word) => `(NEW.${word} NOT IN ('', '—', '[]') AND NEW.${word} IS NOT OLD.${word})`);
  const locked = when === '' ? '1' : `(${when})`;
  db.exec(`
    DROP TRIGGER ${trigger};
    CREATE TRIGGER ${trigger} BEFORE UPDATE OF ${kept.join(', ')} ON ${table} WHEN ${locked}
      BEGIN SELECT RAISE(ABORT, '${why}'); END;
    CREATE TRIGGER ${trigger}_words BEFORE UPDATE OF ${words.join(', ')} ON ${table}
      WHEN ${locked} AND (${written.join(' OR ')})
      BEGIN SELECT RAISE(ABORT, '${why}'); END;`);
}

const revision = (row: string): string =>
  `(SELECT state FROM observation_revision WHERE id = ${row}.revision_id) IS NOT 'open'`;
const ofRevision = (table: string, words: readonly string[]): Lock => ({
  ...{ table, words, trigger: `${table}_locked_update`, why: 'the revision is locked' },
  when: `${revision('OLD')} OR ${revision('NEW')}`,
});

const inspected = (row: string, source: 'record' | 'patrol'): string =>
  `(${row}.source = '${source}' AND (SELECT state FROM ${source === 'record' ? 'record_review' : 'patrol'}
    WHERE id = ${row}.source_id) IS NOT 'inProgress')`;
const FINDING_WORDS = ['place', 'service_content', 'description', 'scope_of_impact'];
const ofInspection = (source: 'record' | 'patrol', why: string): Lock => ({
  ...{ table: 'inspection_finding', trigger: `inspection_finding_${source}_update`, words: FINDING_WORDS, why },
  when: `${inspected('OLD', source)} OR ${inspected('NEW', source)}`,
});

const of = (table: string, trigger: string, when: string, words: readonly string[], why: string): Lock => ({
  ...{ table, when, words, why },
  trigger: `${table}_${trigger}`,
});

const frame = (row: string): string =>
  `(SELECT state FROM record_sample WHERE id = ${row}.sample_id) IS NOT 'registering'`;
const SUBMITTED = `OLD.state = 'withdrawn' OR (OLD.state = 'submitted' AND (NEW.state <> 'withdrawn' OR OLD.digest <> NEW.digest
  OR OLD.submitted_at <> NEW.submitted_at`;
const RECORDED = 'what was recorded is never changed';

const LOCKS: readonly Lock[] = [
  ofRevision('answer', ['words']),
  ofRevision('note', ['text']),
  ofRevision('finding', FINDING_WORDS),
  ofRevision('signature', ['words', 'witness_name', 'witness_capacity']),
  of('observation_revision', 'locked', `OLD.state <> 'open'`, ['client', 'place', 'reason'], 'the revision is locked'),
  of('red_line', 'decided', `OLD.state <> 'pending'`, ['statement', 'decision_reason'], 'the red line is decided'),
  of('calibration', 'ended', `OLD.state <> 'open'`, ['client', 'place', 'end_reason'], 'the calibration has ended'),
  of('record_frame_row', 'locked_update', `${frame('OLD')} OR ${frame('NEW')}`, ['client'], 'the frame is locked'),
  ofInspection('record', 'the review is locked'),
  ofInspection('patrol', 'the patrol is locked'),
  of(
    'record_review',
    'locked',
    `${SUBMITTED} OR OLD.agent_id <> NEW.agent_id OR OLD.reviewer_id <> NEW.reviewer_id))`,
    ['withdraw_reason'],
    'the review is locked',
  ),
  of(
    'patrol',
    'locked',
    `${SUBMITTED} OR OLD.patroller_id <> NEW.patroller_id OR OLD.at <> NEW.at OR OLD.place <> NEW.place))`,
    ['withdraw_reason'],
    'the patrol is locked',
  ),
  of(
    'inspection_red_line',
    'decided',
    `OLD.state <> 'pending'`,
    ['statement', 'decision_reason'],
    'the red line is decided',
  ),
  of(
    'rectification',
    'ended',
    `OLD.state IN ('closed', 'withdrawn')`,
    [
      ...['title', 'owner_name', 'whys', 'root_cause', 'measures', 'requirements', 'done', 'verified_fact'],
      ...['verified_reference', 'next_steps', 'withdraw_reason'],
    ],
    'the rectification has ended',
  ),
  of('rectification_move', 'fixed', '', ['reason'], RECORDED),
  of('rectification_check', 'fixed', '', ['note'], RECORDED),
  of('rectification_effect', 'fixed', '', ['reason'], RECORDED),
  of('rectification_telling', 'fixed', '', ['why'], RECORDED),
  of(
    'rectification_extension',
    'decided',
    'OLD.granted IS NOT NULL',
    ['reason', 'decision_reason'],
    'the extension is decided',
  ),
  of('appeal', 'over', 'OLD.ended_at IS NOT NULL', ['reason', 'end_reason'], 'the appeal has ended'),
  of(
    'training_record',
    'withdrawn',
    `OLD.state = 'withdrawn'`,
    ['note', 'withdrawn_reason'],
    'a withdrawn training is fixed',
  ),
  of(
    'training_feedback',
    'fixed',
    `OLD.state = 'withdrawn'`,
    ['comment', 'withdrawn_reason'],
    'withdrawn feedback is fixed',
  ),
  of('training_plan', 'cancelled', `OLD.state = 'cancelled'`, ['words', 'ended_reason'], 'a cancelled plan is fixed'),
  of(
    'survey',
    'ended',
    `OLD.state = 'withdrawn'`,
    ['client', 'comment', 'withdraw_reason'],
    'a withdrawn survey is fixed',
  ),
];

const inspection = (row: string): string => `CASE ${row}.source
  WHEN 'record' THEN (SELECT state FROM record_review WHERE id = ${row}.source_id)
  ELSE (SELECT state FROM patrol WHERE id = ${row}.source_id) END`;

/** Locks of other shapes. */
const OTHERS = `
  DROP TRIGGER observation_revision_client;

  DROP TRIGGER evidence_locked_delete;
  CREATE TRIGGER evidence_locked_delete BEFORE DELETE ON evidence WHEN ${revision('OLD')} AND
      (SELECT o.purged_at FROM observation o JOIN observation_revision r ON r.observation_id = o.id
        WHERE r.id = OLD.revision_id) IS NULL
    BEGIN SELECT RAISE(ABORT, 'the revision is locked'); END;

  DROP TRIGGER inspection_photo_delete;
  CREATE TRIGGER inspection_photo_delete BEFORE DELETE ON inspection_photo WHEN ${inspection('OLD')} IS NOT 'inProgress' AND
      CASE OLD.source WHEN 'record' THEN (SELECT s.purged_at FROM record_sample s JOIN record_review r ON r.sample_id = s.id
        WHERE r.id = OLD.source_id) ELSE (SELECT purged_at FROM patrol WHERE id = OLD.source_id) END IS NULL
    BEGIN SELECT RAISE(ABORT, 'the inspection is locked'); END;

  DROP TRIGGER rectification_file_kept;
  CREATE TRIGGER rectification_file_kept BEFORE DELETE ON rectification_file
    WHEN (SELECT state NOT IN ('inProgress', 'submitted') AND purged_at IS NULL FROM rectification
      WHERE id = OLD.rectification_id)
    BEGIN SELECT RAISE(ABORT, 'the evidence is kept'); END;

  DROP TRIGGER rectification_proved;
  CREATE TRIGGER rectification_proved BEFORE UPDATE OF verified_at, verified_by, deadline ON rectification
    WHEN OLD.verified_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'the rectification is verified'); END;
  CREATE TRIGGER rectification_proved_words BEFORE UPDATE OF verified_fact, verified_reference ON rectification
    WHEN OLD.verified_at IS NOT NULL AND ((NEW.verified_fact <> '' AND NEW.verified_fact IS NOT OLD.verified_fact)
      OR (NEW.verified_reference <> '' AND NEW.verified_reference IS NOT OLD.verified_reference))
    BEGIN SELECT RAISE(ABORT, 'the rectification is verified'); END;

  DROP TRIGGER appeal_fixed;
  CREATE TRIGGER appeal_fixed BEFORE UPDATE OF id, result_id, agent_id, branch_id, team, kind, evidence_id, criterion,
      standard_version_id, before, score_before, filed_at, filed_by, due_day ON appeal
    BEGIN SELECT RAISE(ABORT, 'what was filed is never changed'); END;
  CREATE TRIGGER appeal_fixed_words BEFORE UPDATE OF reason ON appeal WHEN NEW.reason <> '—'
    BEGIN SELECT RAISE(ABORT, 'what was filed is never changed'); END;
`;

export const migration0290: Migration = {
  number: 290,
  up: (db) => {
    db.exec(COLUMNS);
    for (const lock of LOCKS) letWordsGo(db, lock);
    db.exec(OTHERS);
  },
};
