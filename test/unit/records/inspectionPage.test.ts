// A running review or patrol on the page: its keys, and its photos on their way to the disk.
import { expect, test } from 'vitest';
import type { InspectionPhoto } from '../../../shared/contract/inspection.ts';
import { createInspectionStore, type Kept } from '../../../renderer/features/inspection/inspectionStore.ts';
import { commandOf } from '../../../renderer/features/inspection/keys.ts';

const PLACE = { agentId: 'a', criterion: '2.5.1-2' };
const AT = '2026-07-01T01:00:00.000Z';
const FRESH = { occurredAt: AT, place: '', serviceContent: '', description: '', scopeOfImpact: '', class: null };
const photo = (id: string, caption: string): InspectionPhoto => ({
  ...PLACE,
  id,
  caption,
  sha256: '0'.repeat(64),
  bytes: 1,
  width: 1,
  height: 1,
  consentAt: AT,
  addedAt: AT,
});

function page(kept: Partial<Kept> = {}, refuse: () => boolean = () => false) {
  const writes: string[] = [];
  const disk: Kept = { savedAt: AT, verdicts: [], findings: [], photos: [], redLines: [], ...kept };
  const store = createInspectionStore(disk, {
    give: () => (writes.push('verdict'), Promise.resolve({ savedAt: AT, redLine: null })),
    finding: (place, fields) => (
      writes.push('finding'),
      Promise.resolve({ savedAt: AT, finding: { ...place, ...fields, id: 'f', savedAt: AT } })
    ),
    photo: (id) => ({ queryKey: [id], queryFn: () => Promise.resolve({ mime: 'image/jpeg', base64: '' }) }),
    addPhoto: (_, { caption }) => {
      writes.push('photo');
      return refuse()
        ? Promise.reject(new Error('refused'))
        : Promise.resolve({ savedAt: AT, photo: photo('p', caption) });
    },
    captionPhoto: (id, caption) => (writes.push(`${id}: ${caption}`), Promise.resolve({ savedAt: AT })),
    removePhoto: (id) => (writes.push(`${id} removed`), Promise.resolve({ savedAt: AT })),
    read: () => Promise.resolve(disk),
    fresh: () => FRESH,
  });
  return { store, writes };
}

test('a photo is sent before the problem record it hangs on, or shows as stored before it is', async () => {
  const { store, writes } = page();
  store.give(PLACE, 'failed');
  store.addPhoto(PLACE, { base64: '', preview: 'data:', caption: '封面' });
  expect(store.cell(PLACE)).toMatchObject({ photos: [], uploads: [{ caption: '封面' }] });
  await store.flush();
  expect(writes).toEqual(['verdict', 'finding', 'photo']);
  expect(store.cell(PLACE)).toMatchObject({ photos: [{ id: 'p', caption: '封面' }], uploads: [] });
  store.captionPhoto(PLACE, 'p', '签字页');
  expect(store.cell(PLACE).photos[0]?.caption).toBe('签字页');
  store.removePhoto(PLACE, 'p');
  await store.flush();
  expect(writes.slice(3)).toEqual(['p: 签字页', 'p removed']);
  expect(store.cell(PLACE).photos).toEqual([]);
});

test('a refused photo stays on its way for ever after it was given up', async () => {
  const { store } = page({ photos: [photo('old', '')] }, () => true);
  expect(store.cell(PLACE).photos).toHaveLength(1);
  store.addPhoto(PLACE, { base64: '', preview: 'data:', caption: '' });
  expect((await store.flush()).failure).toBeInstanceOf(Error);
  expect(store.cell(PLACE).uploads).toHaveLength(1);
  await store.giveUp();
  expect(store.cell(PLACE)).toMatchObject({ photos: [{ id: 'old' }], uploads: [] });
});

test('P and N mean nothing, or something while an input method composes', () => {
  const press = {
    key: 'p',
    code: 'KeyP',
    keyCode: 80,
    isComposing: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
  };
  expect(commandOf(press, false)).toEqual({ kind: 'photo' });
  // Full width, as an input method may leave it.
  expect(commandOf({ ...press, key: 'ｐ', code: '' }, false)).toEqual({ kind: 'photo' });
  expect(commandOf({ ...press, key: 'n', code: 'KeyN' }, false)).toEqual({ kind: 'describe' });
  expect(commandOf({ ...press, isComposing: true }, false)).toBeNull();
  expect(commandOf({ ...press, ctrlKey: true }, false)).toBeNull();
});
