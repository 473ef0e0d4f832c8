import Database from 'better-sqlite3';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyAudit } from '../../electron/db/audit.ts';
import { openBlobs } from '../../electron/db/blobs.ts';
import { connect } from '../../electron/db/connection.ts';
import { migrate, NEWEST } from '../../electron/db/migrate.ts';
import { MIGRATIONS } from '../../electron/db/migrations/index.ts';
import { sql } from '../../electron/db/sql.ts';
import { openStore } from '../../electron/db/store.ts';
import { openLog } from '../../electron/log.ts';
import { tempDir } from '../support/tempDir.ts';

const setting = (key: string) => sql`INSERT INTO setting (key, value) VALUES (${key}, '1')`;
const note = { action: 'test.done', entity: 'test', entityId: 'x' };

describe('a change', () => {
  test('without an audit entry leaves nothing behind', () => {
    using dir = tempDir();
    const store = openStore({ folder: dir.path });
    expect(() => store.change(null, (tx) => tx.run(setting('a')))).toThrow(/changeWithoutAudit/);
    expect(store.read.all(sql`SELECT * FROM setting`)).toEqual([]);
    store.close();
  });

  test('that fails half-way leaves neither rows nor audit entries', () => {
    using dir = tempDir();
    const store = openStore({ folder: dir.path });
    expect(() =>
      store.change(null, (tx) => {
        tx.run(setting('a'));
        tx.note(note);
        throw new Error('half-way');
      }),
    ).toThrow('half-way');
    expect(store.read.get(sql`SELECT count(*) AS n FROM setting`)).toEqual({ n: 0 });
    expect(verifyAudit(store.read)).toEqual({ intact: true, entries: 0, brokenAt: null });
    store.close();
  });

  test('ids are UUID version 7 of the injected clock, in order', () => {
    using dir = tempDir();
    let now = Date.parse('2026-07-01T00:00:00Z');
    const store = openStore({ folder: dir.path, clock: () => (now += 1) });
    const ids = Array.from({ length: 5 }, () =>
      store.change(null, (tx) => {
        tx.note(note);
        return tx.newId();
      }),
    );
    expect(ids).toEqual([...ids].sort());
    expect(Number.parseInt(ids[0]!.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-07-01T00:00:00Z') + 1);
    expect(ids.every((id) => /^.{14}7/.test(id))).toBe(true);
    store.close();
  });
});

describe('the audit chain', () => {
  test('a changed, removed or reordered entry is found, even past the triggers', () => {
    using dir = tempDir();
    const store = openStore({ folder: dir.path });
    for (let n = 0; n < 4; n += 1) store.change(null, (tx) => tx.note({ ...note, facts: { n } }));
    expect(verifyAudit(store.read)).toMatchObject({ intact: true, entries: 4 });
    expect(() => store.change(null, (tx) => tx.run(sql`UPDATE audit_entry SET action = 'x' WHERE seq = 2`))).toThrow(
      /append-only/,
    );
    expect(() => store.change(null, (tx) => tx.run(sql`DELETE FROM audit_entry WHERE seq = 4`))).toThrow(/append-only/);
    store.close();
    const raw = new Database(store.file);
    raw.exec(`DROP TRIGGER audit_entry_fixed; UPDATE audit_entry SET details = '{"n":9}' WHERE seq = 3`);
    raw.close();
    const db = connect(store.file, { readonly: true });
    expect(verifyAudit(db)).toEqual({ intact: false, entries: 3, brokenAt: 3 });
    db.close();
  });
});

describe('opening', () => {
  test('refuses a database of a newer console, of another program, and a damaged one, leaving each as it was', () => {
    using dir = tempDir();
    openStore({ folder: dir.path }).close();
    const file = dir.file('console.db');
    const raw = (statement: string): void => {
      const db = new Database(file);
      db.pragma(statement);
      db.close();
    };
    raw(`user_version = ${NEWEST() + 10}`);
    expect(() => openStore({ folder: dir.path })).toThrow(/databaseNewer/);
    raw(`user_version = ${NEWEST()}`);
    raw('application_id = 7');
    expect(() => openStore({ folder: dir.path })).toThrow(/databaseForeign/);
    const noise = Buffer.alloc(8192, 'not a database ');
    writeFileSync(file, noise);
    expect(() => openStore({ folder: dir.path })).toThrow(/databaseDamaged/);
    expect(readFileSync(file).equals(noise)).toBe(true);
  });

  test('an older schema is copied before it is migrated', () => {
    using dir = tempDir();
    const db = connect(dir.file('console.db'));
    migrate(db, MIGRATIONS.slice(0, 1));
    db.run(setting('kept'));
    db.close();
    const seen: number[] = [];
    const store = openStore({
      folder: dir.path,
      beforeMigration: (old) => seen.push(Number(old.pragma('user_version'))),
    });
    expect(seen).toEqual([10]);
    expect(store.read.get(sql`SELECT key FROM setting`)).toEqual({ key: 'kept' });
    expect(Number(connect(store.file, { readonly: true }).pragma('user_version'))).toBe(NEWEST());
    store.close();
  });

  test('migration numbers rise by ten, so none can be slipped in before another', () => {
    expect(MIGRATIONS.map(({ number }) => number)).toEqual([...MIGRATIONS].map((_, n) => (n + 1) * 10));
  });
});

describe('the evidence store', () => {
  test('same bytes make one file, changed bytes are noticed, orphans go and named files stay', () => {
    using dir = tempDir();
    const blobs = openBlobs(dir.path);
    const kept = blobs.put(Buffer.from('kept'));
    expect(blobs.put(Buffer.from('kept'))).toBe(kept);
    const orphan = blobs.put(Buffer.from('orphan'));
    expect(blobs.list().sort()).toEqual([kept, orphan].sort());
    expect(blobs.sweep(new Set([kept]), Date.now() - 60_000)).toBe(0);
    expect(blobs.sweep(new Set([kept]), Date.now() + 60_000)).toBe(1);
    expect(blobs.has(kept)).toBe(true);
    writeFileSync(join(dir.path, kept.slice(0, 2), kept), 'other');
    expect(() => blobs.read(kept)).toThrow(/does not match/);
  });
});

describe('the log', () => {
  test('is rotated, with four older files kept and no more', () => {
    using dir = tempDir();
    const log = openLog(dir.path, () => 0, 200);
    for (let n = 0; n < 60; n += 1) log.write('info', `line ${n} ${'x'.repeat(60)}`);
    expect(readdirSync(dir.path).sort()).toEqual(['console.log', ...[1, 2, 3, 4].map((n) => `console.log.${n}`)]);
    expect(readFileSync(log.file, 'utf8')).toContain('line 59');
    expect(existsSync(`${log.file}.5`)).toBe(false);
  });
});
