// Questionnaires with versions and the surveys that keep them. A published version and a survey are fixed by triggers: a survey
// is corrected by withdrawing it and entering another. A console that is set up already gets the built-in questionnaire here.
import { createHash } from 'node:crypto';
import { BUILT_IN_ID, BUILT_IN_QUESTIONNAIRE } from '../../../shared/domain/survey/builtIn.ts';
import { canonicalQuestionnaire } from '../../../shared/domain/survey/questionnaire.ts';
import type { Connection } from '../connection.ts';
import { sql } from '../sql.ts';
import type { Migration } from './migration.ts';

export const migration0070: Migration = {
  number: 70,
  up: (db) => {
    db.exec(`
      CREATE TABLE questionnaire_version (
        id           TEXT PRIMARY KEY,
        number       INTEGER UNIQUE CHECK (number > 0), -- 1, 2, 3 … given at publication
        status       TEXT NOT NULL CHECK (status IN ('draft', 'published')),
        title_zh     TEXT NOT NULL,
        title_en     TEXT NOT NULL,
        digest       TEXT NOT NULL, -- SHA-256 of the canonical content
        reason       TEXT NOT NULL DEFAULT '', -- of the publication
        based_on     TEXT REFERENCES questionnaire_version (id), -- a published version
        created_at   TEXT NOT NULL,
        published_at TEXT,
        CHECK ((status = 'published') = (number IS NOT NULL AND published_at IS NOT NULL))
      ) STRICT;

      CREATE TABLE questionnaire_item (
        version_id TEXT NOT NULL REFERENCES questionnaire_version (id),
        position   INTEGER NOT NULL,
        code       TEXT NOT NULL,
        dimension  TEXT NOT NULL CHECK (dimension IN ('attitude', 'efficiency', 'content', 'followUp')),
        text_zh    TEXT NOT NULL,
        text_en    TEXT NOT NULL,
        PRIMARY KEY (version_id, position)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX questionnaire_item_code ON questionnaire_item (version_id, code);

      CREATE TRIGGER questionnaire_version_fixed BEFORE UPDATE ON questionnaire_version WHEN OLD.status = 'published'
        BEGIN SELECT RAISE(ABORT, 'a published questionnaire is fixed'); END;
      CREATE TRIGGER questionnaire_version_kept BEFORE DELETE ON questionnaire_version WHEN OLD.status = 'published'
        BEGIN SELECT RAISE(ABORT, 'a published questionnaire is kept'); END;
      CREATE TRIGGER questionnaire_item_added BEFORE INSERT ON questionnaire_item WHEN ${isPublished('NEW')}
        BEGIN SELECT RAISE(ABORT, 'a published questionnaire is fixed'); END;
      CREATE TRIGGER questionnaire_item_fixed BEFORE UPDATE ON questionnaire_item
        WHEN ${isPublished('OLD')} OR ${isPublished('NEW')}
        BEGIN SELECT RAISE(ABORT, 'a published questionnaire is fixed'); END;
      CREATE TRIGGER questionnaire_item_kept BEFORE DELETE ON questionnaire_item WHEN ${isPublished('OLD')}
        BEGIN SELECT RAISE(ABORT, 'a published questionnaire is kept'); END;

      CREATE TABLE survey (
        id               TEXT PRIMARY KEY,
        agent_id         TEXT NOT NULL REFERENCES agent (id),
        branch_id        TEXT NOT NULL REFERENCES branch (id), -- of the agent on the day
        team             TEXT NOT NULL,
        questionnaire_id TEXT NOT NULL REFERENCES questionnaire_version (id),
        means            TEXT NOT NULL CHECK (means IN ('paper', 'client')),
        day              TEXT NOT NULL, -- on which the client answered
        answered_at      TEXT NOT NULL, -- an instant of that day; the survey counts in its period
        client           TEXT NOT NULL, -- as typed; empty: anonymous
        comment          TEXT NOT NULL,
        state            TEXT NOT NULL CHECK (state IN ('counted', 'withdrawn')),
        digest           TEXT NOT NULL, -- SHA-256 of the canonical content, the client left out
        entered_by       TEXT NOT NULL REFERENCES user (id), -- in client mode: who handed the screen over
        entered_at       TEXT NOT NULL,
        withdrawn_at     TEXT,
        withdrawn_by     TEXT REFERENCES user (id),
        withdraw_reason  TEXT,
        CHECK ((state = 'withdrawn') =
          (withdrawn_at IS NOT NULL AND withdrawn_by IS NOT NULL AND withdraw_reason IS NOT NULL))
      ) STRICT;
      CREATE INDEX survey_agent ON survey (agent_id, answered_at);
      CREATE INDEX survey_branch ON survey (branch_id, day);
      CREATE INDEX survey_day ON survey (day);
      CREATE INDEX survey_entered ON survey (entered_by, entered_at);

      CREATE TABLE survey_answer (
        survey_id TEXT NOT NULL REFERENCES survey (id),
        item      TEXT NOT NULL, -- the code in the survey's questionnaire
        dimension TEXT NOT NULL CHECK (dimension IN ('attitude', 'efficiency', 'content', 'followUp')),
        likert    INTEGER NOT NULL CHECK (likert BETWEEN 1 AND 5),
        PRIMARY KEY (survey_id, item)
      ) STRICT, WITHOUT ROWID;

      -- Words about a person may be blanked by a purge; what counts never changes.
      CREATE TRIGGER survey_fixed BEFORE UPDATE OF id, agent_id, branch_id, team, questionnaire_id, means, day, answered_at,
          digest, entered_by, entered_at ON survey
        BEGIN SELECT RAISE(ABORT, 'a survey is fixed'); END;
      CREATE TRIGGER survey_ended BEFORE UPDATE OF state, withdrawn_at, withdrawn_by, withdraw_reason ON survey
        WHEN OLD.state = 'withdrawn'
        BEGIN SELECT RAISE(ABORT, 'a withdrawn survey is fixed'); END;
      CREATE TRIGGER survey_kept BEFORE DELETE ON survey
        BEGIN SELECT RAISE(ABORT, 'a survey is kept'); END;
      CREATE TRIGGER survey_answer_fixed BEFORE UPDATE ON survey_answer
        BEGIN SELECT RAISE(ABORT, 'a survey is fixed'); END;
      CREATE TRIGGER survey_answer_kept BEFORE DELETE ON survey_answer
        BEGIN SELECT RAISE(ABORT, 'a survey is kept'); END;
    `);
    if (db.get(sql`SELECT 1 FROM user LIMIT 1`)) installBuiltIn(db);
  },
};

const isPublished = (row: 'OLD' | 'NEW'): string =>
  `(SELECT status FROM questionnaire_version WHERE id = ${row}.version_id) = 'published'`;

/** Version 1, as the first run installs it. */
function installBuiltIn(db: Connection): void {
  const { title, items } = BUILT_IN_QUESTIONNAIRE;
  const digest = createHash('sha256').update(canonicalQuestionnaire(BUILT_IN_QUESTIONNAIRE)).digest('hex');
  db.run(sql`INSERT INTO questionnaire_version (id, status, title_zh, title_en, digest, created_at)
    VALUES (${BUILT_IN_ID}, 'draft', ${title.zh}, ${title.en}, ${digest}, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))`);
  for (const [position, { code, dimension, text }] of items.entries())
    db.run(sql`INSERT INTO questionnaire_item (version_id, position, code, dimension, text_zh, text_en)
      VALUES (${BUILT_IN_ID}, ${position}, ${code}, ${dimension}, ${text.zh}, ${text.en})`);
  db.run(sql`UPDATE questionnaire_version SET status = 'published', number = 1, published_at = created_at`);
}
