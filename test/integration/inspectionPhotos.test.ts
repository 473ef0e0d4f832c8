// Photos on the problem records of record reviews and patrols, through the contract, with real JPEGs.
import { describe, expect, test } from 'vitest';
import { connect } from '../../electron/db/connection.ts';
import { sha256 as digest } from '../../electron/db/digest.ts';
import { sql } from '../../electron/db/sql.ts';
import { namedFiles } from '../../electron/features/evidence/evidence.ts';
import { saidIn } from '../../electron/features/inspection/findings.ts';
import { canonicalJson } from '../../shared/domain/scoring/model.ts';
import { drain, testConsole, type TestConsole } from '../support/console.ts';
import { asAdmin, FULL_FINDING, observing, PHOTO, refusal } from '../support/observing.ts';
import { baselineJpeg, progressiveJpeg, withMetadata, withSize } from '../support/pictures.ts';

const DESK = '2.4.3-3';
const FILE = '2.5.1-2';
const OTHER = '2.5.1-1';

const hash = (content: object): string => digest(canonicalJson(content));
const base64 = (bytes: Buffer): string => bytes.toString('base64');

/** A review in progress with everything passed but the named check, whose problem record is full. */
async function review(run: TestConsole, agentId: string, reference = 'F2026-1') {
  const { records } = run.client;
  const sample = await records.begin({ agentId, from: '2026-06-01', to: '2026-06-30' });
  await records.addRows({
    id: sample.id,
    rows: [{ reference, day: '2026-06-10', kind: 'claim', client: '' }],
  });
  const { draws } = await records.draw({ id: sample.id, size: 1, seed: '7' });
  const { id, standard } = await records.startReview({ id: sample.id, drawId: draws[0]!.id });
  for (const { code } of standard.criteria)
    await records.check({ id, criterion: code, verdict: code === FILE ? 'failed' : 'passed' });
  await records.finding({ id, criterion: FILE, fields: FULL_FINDING });
  return { id, photo: { id, criterion: FILE, caption: '告知书', consent: true, jpeg: PHOTO } };
}

async function patrolled(run: TestConsole, agentId: string) {
  const { patrol } = run.client;
  const { id } = await patrol.start({ place: '一楼职场', at: null, agentIds: [agentId], criteria: [DESK] });
  const cell = { id, agentId, criterion: DESK };
  await patrol.cell({ ...cell, verdict: 'failed' });
  await patrol.finding({ ...cell, fields: FULL_FINDING });
  return { id, cell, photo: { ...cell, caption: '桌面', consent: true, jpeg: PHOTO } };
}

describe('photos of a review', () => {
  test('one is kept without consent, a recording or a file too large passes, place and time stay in the picture', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { records } = run.client;
    const { id, photo } = await review(run, agentId);
    await expect(records.addPhoto({ ...photo, consent: false })).rejects.toEqual(refusal('consentMissing'));
    for (const head of ['RIFF\x24\0\0\0WAVEfmt ', '\0\0\0\x18ftypmp42\0\0\0\0'])
      await expect(records.addPhoto({ ...photo, jpeg: base64(Buffer.from(head, 'latin1')) })).rejects.toEqual(
        refusal('recordingRefused'),
      );
    await expect(records.addPhoto({ ...photo, jpeg: base64(Buffer.from('text')) })).rejects.toEqual(
      refusal('evidenceNotJpeg'),
    );
    await expect(records.addPhoto({ ...photo, jpeg: base64(withSize(baselineJpeg(), 1601, 16)) })).rejects.toEqual(
      refusal('evidenceTooManyPixels', { side: 1600 }),
    );
    const large = Buffer.concat([baselineJpeg(), Buffer.alloc(3 * 1024 * 1024 + 1 - baselineJpeg().length)]);
    await expect(records.addPhoto({ ...photo, jpeg: base64(large) })).rejects.toEqual(
      refusal('evidenceTooLarge', { megabytes: 3 }),
    );
    await expect(records.addPhoto({ ...photo, criterion: '9.9.9-9' })).rejects.toEqual(refusal('criterionUnknown'));
    expect(run.console.store.read.get(sql`SELECT 1 FROM inspection_photo`)).toBeUndefined();

    const { photo: kept } = await records.addPhoto({ ...photo, jpeg: base64(withMetadata(baselineJpeg())) });
    expect(kept).toMatchObject({ agentId, criterion: FILE, caption: '告知书', width: 24, height: 16 });
    expect((await records.photoBytes({ id, photoId: kept.id })).base64).toBe(PHOTO);
    expect((await records.review({ id })).photos).toEqual([kept]);
    await records.captionPhoto({ id, photoId: kept.id, caption: '封面' });
    expect((await records.review({ id })).photos[0]?.caption).toBe('封面');
    await expect(records.addPhoto({ ...photo, criterion: OTHER })).rejects.toEqual(refusal('photoWithoutFinding'));
    const actions = (await records.reviewHistory({ id })).map(({ action }) => action);
    expect(actions.filter((action) => action.includes('photo'))).toEqual([
      'recordReview.photoCaptioned',
      'recordReview.photoAdded',
    ]);
  });

  test('it can be added, captioned or removed after submission, or by another; a withdrawn one loses it', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { records } = run.client;
    const { id, photo } = await review(run, agentId);
    const { photo: kept } = await records.addPhoto(photo);
    const { id: other } = await review(run, agentId, 'F2026-2');
    await expect(records.photoBytes({ id: other, photoId: kept.id })).rejects.toEqual(refusal('evidenceMissing'));
    await expect(records.removePhoto({ id: other, photoId: kept.id })).rejects.toEqual(refusal('evidenceMissing'));
    await run.signInAs('qian', ['supervisor']);
    await expect(records.addPhoto(photo)).rejects.toEqual(refusal('notYourInspection'));
    await run.signInAs('sun', ['assessor']);
    await expect(records.photoBytes({ id, photoId: kept.id })).rejects.toEqual(refusal('reviewMissing'));
    await run.signInAs('zhao', ['supervisor']);
    await records.submit({ id });
    const locked = refusal('inspectionLocked');
    await expect(records.addPhoto(photo)).rejects.toEqual(locked);
    await expect(records.captionPhoto({ id, photoId: kept.id, caption: '' })).rejects.toEqual(locked);
    await expect(records.removePhoto({ id, photoId: kept.id })).rejects.toEqual(locked);
    const raw = connect(run.console.store.file);
    for (const text of ['DELETE FROM inspection_photo', "UPDATE inspection_photo SET caption = 'x'"])
      expect(() => raw.run({ text, values: [] })).toThrow('locked');
    raw.close();
    await asAdmin(run);
    const withdrawn = await records.withdraw({ id, reason: '重做' });
    expect(withdrawn.photos).toEqual([kept]);
    expect((await records.photoBytes({ id, photoId: kept.id })).base64).toBe(PHOTO);
  });

  test('the digest leaves a photo out, or that of a review without photos changes', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { records } = run.client;
    const db = run.console.store.read;
    const { id, photo } = await review(run, agentId);
    const plain = await records.submit({ id });
    const again = await review(run, agentId, 'F2026-2');
    const { photo: kept } = await records.addPhoto({ ...photo, id: again.id });
    const pictured = await records.submit({ id: again.id });
    const digestOf = (one: typeof plain, photos: object): string => {
      const sample = db.get<{ seed: string; frame_digest: string }>(
        sql`SELECT seed, frame_digest FROM record_sample WHERE id = ${one.sampleId}`,
      )!;
      const standard = db.get<{ digest: string }>(
        sql`SELECT digest FROM standard_version WHERE id = ${one.standard.versionId}`,
      )!;
      const place = db.get<{ branch_id: string; team: string }>(
        sql`SELECT branch_id, team FROM record_review WHERE id = ${one.id}`,
      )!;
      const { number, reference, day, kind, client } = one.row;
      return hash({
        review: one.id,
        sample: { id: one.sampleId, seed: sample.seed, frame: sample.frame_digest },
        record: { number, reference, day, kind, client },
        agent: { id: agentId, branchId: place.branch_id, team: place.team },
        reviewer: one.reviewer.id,
        standard: standard.digest,
        checks: one.checks.map(({ criterion, verdict }) => ({ criterion, verdict })),
        findings: one.findings.map(saidIn),
        ...photos,
      });
    };
    expect(plain.digest).toBe(digestOf(plain, {}));
    const { caption, sha256 } = kept;
    expect(pictured.digest).toBe(digestOf(pictured, { photos: [{ agentId, criterion: FILE, caption, sha256 }] }));
  });
});

describe('photos of a patrol', () => {
  test('it hangs on a cell outside the grid, changes after submission, or leaves the digest as it was', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { patrol } = run.client;
    const { id, photo } = await patrolled(run, agentId);
    await expect(patrol.addPhoto({ ...photo, criterion: '3.1-3' })).rejects.toEqual(refusal('criterionUnknown'));
    await expect(patrol.addPhoto({ ...photo, agentId: id })).rejects.toEqual(refusal('agentUnknown'));
    await expect(patrol.addPhoto({ ...photo, consent: false })).rejects.toEqual(refusal('consentMissing'));
    const { photo: kept } = await patrol.addPhoto(photo);
    const { photo: second } = await patrol.addPhoto({ ...photo, jpeg: base64(progressiveJpeg()) });
    await patrol.captionPhoto({ id, photoId: second.id, caption: '抽屉' });
    await patrol.removePhoto({ id, photoId: second.id });
    const done = await patrol.submit({ id });
    expect(done.photos).toEqual([kept]);
    expect((await patrol.photoBytes({ id, photoId: kept.id })).base64).toBe(PHOTO);
    await expect(patrol.addPhoto(photo)).rejects.toEqual(refusal('inspectionLocked'));
    await expect(patrol.removePhoto({ id, photoId: kept.id })).rejects.toEqual(refusal('inspectionLocked'));
    const db = run.console.store.read;
    const standard = db.get<{ digest: string }>(
      sql`SELECT digest FROM standard_version WHERE id = ${done.standard.versionId}`,
    )!;
    const agents = db.all(sql`SELECT agent_id AS id, branch_id AS branchId, team FROM patrol_agent`);
    const { caption, sha256 } = kept;
    const said = {
      patrol: id,
      place: done.place,
      at: done.at,
      patroller: done.patroller.id,
      standard: standard.digest,
      criteria: [DESK],
      agents,
      cells: [{ agentId, criterion: DESK, verdict: 'failed' }],
      findings: done.findings.map(saidIn),
    };
    expect(done.digest).toBe(hash({ ...said, photos: [{ agentId, criterion: DESK, caption, sha256 }] }));
  });

  test('those of a check that passes after all stay behind, or block the submission', async () => {
    using run = testConsole();
    const { agentId } = await observing(run);
    const { patrol } = run.client;
    const { id, cell, photo } = await patrolled(run, agentId);
    await patrol.addPhoto(photo);
    await patrol.cell({ ...cell, verdict: 'passed' });
    expect(await patrol.submit({ id })).toMatchObject({ state: 'submitted', findings: [], photos: [] });
  });
});

test('the sweep takes a photo that a review names, or keeps one that was removed', async () => {
  using run = testConsole();
  const { agentId } = await observing(run);
  const { records, patrol } = run.client;
  const { id, photo } = await review(run, agentId);
  const { photo: kept } = await records.addPhoto(photo);
  const round = await patrolled(run, agentId);
  const { photo: gone } = await patrol.addPhoto({ ...round.photo, jpeg: base64(progressiveJpeg()) });
  await patrol.removePhoto({ id: round.id, photoId: gone.id });
  expect([...namedFiles(run.console.store.read)]).toEqual([kept.sha256]);
  const swept = await drain(
    run.console.run('evidence.sweep', { folder: run.folder, now: Date.now() + 25 * 3_600_000 }),
  );
  expect(swept.result).toEqual({ swept: 1 });
  expect((await records.photoBytes({ id, photoId: kept.id })).base64).toBe(PHOTO);
});
