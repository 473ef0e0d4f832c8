// Would catch: raw JSON, ids or codes on the audit screen where the language has words for them.
import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { en } from '../../../shared/i18n/en/index.ts';
import { zhCN } from '../../../shared/i18n/zh-CN/index.ts';
import { detailsText, recordAddress } from '../../../renderer/features/audit/auditDetails.ts';

const agent = '01890a5d-ac96-774b-bcce-b302099a8057';
const entry = (entity: string, details: object) => ({
  seq: 1,
  at: '2026-07-01T01:00:00.000Z',
  actor: null,
  actorId: null,
  action: `${entity}.changed`,
  entity,
  entityId: agent,
  details: JSON.stringify(details),
  hash: '0'.repeat(64),
});

const speak = async (lng: 'zh-CN' | 'en') => {
  const i18n = createInstance();
  await i18n.init({
    lng,
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  return i18n.t;
};

test('facts are worded in both languages; a fact of a later part stays as it is written', async () => {
  const facts = entry('observation', {
    agent,
    answer: 'otherService',
    lateEntry: true,
    score: 83.3333,
    later: 'x',
    fields: { place: 'a' },
  });
  expect(detailsText(await speak('zh-CN'), facts, { [agent]: '李四' })).toBe(
    '人员：李四；回答：本次服务不涉及；补录：是；得分：83.33；later：x；修改的字段：地点',
  );
  expect(detailsText(await speak('en'), facts, {})).toMatch(/^Agent: b302099a8057; .*changed fields: Place$/);
  expect(detailsText(await speak('zh-CN'), entry('backup', { kind: 'daily' }), {})).toBe('类型：每日');
  expect(detailsText(await speak('zh-CN'), entry('assessment', { kind: 'month' }), {})).toBe('类型：月度');
  expect(detailsText(await speak('zh-CN'), entry('assessment', { kind: 'criticism' }), {})).toBe('类型：批评');
  expect(detailsText(await speak('en'), entry('observation', { answer: 0.5 }), {})).toBe('Answer: 50% of full marks');
  expect(detailsText(await speak('zh-CN'), entry('user', { roles: 'manager supervisor' }), {})).toBe(
    '角色：机构负责人、督导员',
  );
});

test('a red line leads to its observation, a kind of record without a screen nowhere', () => {
  expect(recordAddress(entry('redLine', { observation: agent }))).toBe(`/observations/${agent}`);
  expect(recordAddress(entry('later', {}))).toBeNull();
});
