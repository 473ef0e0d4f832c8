// Bugs these would catch: a title or group row taken for the header, a serial-number column taken for the employee number,
// a duplicate applied over the first, a blank cell erasing what is held, a total counted as a person.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROSTER_FIELDS, type RosterMapping } from '../../../shared/contract/roster.ts';
import type { SheetCell, SheetRow } from '../../../shared/domain/sheet/cell.ts';
import { findHeaderRow, headersToLearn, mapHeaders } from '../../../shared/domain/people/rosterHeader.ts';
import { planRow, type HeldAgent } from '../../../shared/domain/people/rosterPlan.ts';
import { people as english } from '../../../shared/i18n/en/people.ts';
import { people as chinese } from '../../../shared/i18n/zh-CN/people.ts';
import { rosterReader, type ReadRow, type RosterEntry } from '../../../shared/domain/people/rosterRows.ts';

const HEADER = ['工号', '姓名', '性别', '机构代码', '团队', '执业证编号', '用工性质', '手机', '入职日期', '状态'];
const MAPPING = mapHeaders(HEADER);
const BRANCHES = [
  { id: 'b1', code: 'SH01', name: '上海支公司' },
  { id: 'b2', code: 'SH02', name: '同名' },
  { id: 'b3', code: 'SH03', name: '同名' },
];

const row = (number: number, ...texts: (string | SheetCell)[]): SheetRow => ({
  number,
  cells: new Map(texts.map((t, i) => [i + 1, typeof t === 'string' ? { kind: 'text', value: t } : t])),
});
const reader = (mapping: RosterMapping = MAPPING) =>
  rosterReader({ mapping, branches: BRANCHES, latestDay: '2027-01-01' });
const reasons = (read: ReadRow): string[] =>
  read.kind === 'rejected' ? read.rejected.rejections.map((r) => `${r.cell} ${r.reason}`) : [read.kind];

describe('the header row', () => {
  it('is found under titles, notes and a group header, and its columns are mapped', () => {
    const head = [
      ['2026年11月业务员花名册'],
      ['制表人：王芳', '', '制表日期：2026-11-01'],
      [],
      ['基本信息', '', '', '联系方式', ''],
      ['序号', ' 工 号*', '姓　名（全称）', '手机号码', '入司时间', '备注'],
      ['1', 'A1', '张三', '13800138000', '2020-01-01', ''],
    ];
    expect(findHeaderRow(head)).toBe(5);
    expect(mapHeaders(head[4]!)).toMatchObject({ number: 2, name: 3, phone: 4, hiredOn: 5, team: null });
  });

  it('is the lower of two that touch, and the first of two that do not', () => {
    expect(
      findHeaderRow([
        ['工号', '姓名', '联系方式'],
        ['工号', '姓名', '手机'],
      ]),
    ).toBe(2);
    expect(
      findHeaderRow([
        ['工号', '姓名'],
        ['1', '张三'],
        ['工号', '姓名'],
      ]),
    ).toBe(1);
  });

  it('is read in English, and prefers the employee number over a running number', () => {
    expect(mapHeaders(['No.', 'Employee No.', 'Full Name', 'Hire Date', 'Team', 'Licence No.'])).toMatchObject({
      number: 2,
      name: 3,
      hiredOn: 4,
      team: 5,
      licence: 6,
    });
  });

  it('of the template is read back in both languages', () => {
    for (const { field } of [chinese, english]) {
      const mapping = mapHeaders(ROSTER_FIELDS.map((one) => field[one]));
      expect(ROSTER_FIELDS.map((one) => mapping[one])).toEqual(ROSTER_FIELDS.map((_, index) => index + 1));
    }
  });

  it('is taken by its ending where nothing claims the field: a leaver came in as active under 业务系统状态', () => {
    expect(mapHeaders(['核心系统工号', '人员全称姓名', '业务系统状态'])).toMatchObject({
      number: 1,
      name: 2,
      status: 3,
    });
    expect(mapHeaders(['工号', '业务系统状态', '状态'])).toMatchObject({ number: 1, status: 3 });
    expect(mapHeaders(['工号', 'HR System Status'])).toMatchObject({ status: 2 });
    expect(mapHeaders(['工号', '目前系统状态'])).toMatchObject({ status: 2 });
    expect(findHeaderRow([['花名册'], ['核心系统工号', '业务系统状态'], ['A1', '离职']])).toBe(2);
  });

  it('is not taken by its ending where two fit, where it tells of someone or something else, or was passed over', () => {
    expect(mapHeaders(['工号', '业务系统状态', '人事系统状态']).status).toBeNull();
    expect(mapHeaders(['主管工号', '推荐人姓名', '执业证状态', '婚姻状态', '紧急联系人手机'])).toMatchObject({
      ...{ number: null, name: null, status: null, phone: null },
    });
    expect(mapHeaders(['工号', '业务系统状态'], { 业务系统状态: null }).status).toBeNull();
    expect(mapHeaders(['A1', '张三', '浦东营销一组', '第二营业部']).team).toBeNull();
  });

  it('is none in a sheet without one', () => expect(findHeaderRow([['合计', '12'], ['备注']])).toBeNull());

  it('follows what a person mapped before, also when it was nothing', () => {
    const learned = { 业代码: 'number', 手机: null } as const;
    expect(mapHeaders(['业代码', '工号', '手机'], learned)).toMatchObject({ number: 1, phone: null });
  });
});

it('a mapping made by hand maps the same headers by itself the next time', () => {
  const headers = [...HEADER, '业务代码二', '业务系统状态', '人事系统状态', '核心系统工号'];
  const columns = fc.shuffledSubarray(
    headers.map((_, index) => index + 1),
    { minLength: 10, maxLength: 10 },
  );
  fc.assert(
    fc.property(columns, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (chosen, kept) => {
      const mapping = Object.fromEntries(
        ROSTER_FIELDS.map((field, index) => [field, kept[index] ? chosen[index]! : null]),
      ) as RosterMapping;
      expect(mapHeaders(headers, headersToLearn(headers, mapping))).toEqual(mapping);
    }),
  );
});

describe('rows', () => {
  it('become entries with every field read', () => {
    const read = reader()(
      row(5, 'A1', '张 三', '男', 'sh01', '一组', 'ZY12345', '代理制', '13800138000', '2020/1/5', '在职'),
    );
    expect(read).toEqual({
      kind: 'entry',
      entry: {
        ...{ row: 5, number: 'A1', name: '张三', gender: 'male', branchId: 'b1', team: '一组', licence: 'ZY12345' },
        ...{ engagement: 'agency', phone: '13800138000', hiredOn: '2020-01-05', status: 'active' },
      },
    });
  });

  it('are refused with every cell that is wrong', () => {
    const take = reader();
    expect(reasons(take(row(7, '', '', '未', 'XX', '组', '?', '别的', '1', '05/06/2020', '?')))).toEqual([
      ...['A7 numberMissing', 'B7 nameMissing', 'C7 genderUnknown', 'D7 branchUnknown', 'F7 licenceUnreadable'],
      ...['G7 engagementUnknown', 'H7 phoneUnreadable', 'I7 dateAmbiguous', 'J7 statusUnknown'],
    ]);
    expect(reasons(take(row(8, { kind: 'error', value: '#REF!' }, '李四')))).toEqual(['A8 cellError']);
    expect(reasons(take(row(9, 'A9', '李四', '', '同名')))).toEqual(['D9 branchAmbiguous']);
  });

  it('keep telephone numbers out of the reasons', () => {
    const read = reader()(row(3, 'A1', '张三', '', '', '', '', '', '1380013800'));
    expect(JSON.stringify(read)).not.toContain('1380013800');
  });

  it('with a number seen before are refused and name the first row', () => {
    const take = reader();
    take(row(4, 'a1', '张三'));
    const read = take(row(9, 'Ａ１', '李四'));
    expect(read).toMatchObject({ rejected: { rejections: [{ cell: 'A9', reason: 'duplicateInFile', firstRow: 4 }] } });
  });

  it('that are blank, totals, notes or repeated headers hold no person', () => {
    const take = reader();
    const kinds = [
      row(4),
      row(5, '  ', '\u3000'),
      row(6, '合计', '', '12人'),
      row(7, '备注：以上为全部人员'),
      row(8, ...HEADER),
    ];
    expect(kinds.map((one) => take(one).kind)).toEqual(['blank', 'blank', 'ignored', 'ignored', 'ignored']);
  });
});

describe('the plan', () => {
  const entries: fc.Arbitrary<RosterEntry> = fc.record(
    {
      row: fc.constant(2),
      number: fc.constantFrom('A1', 'a1'),
      name: fc.constantFrom('张三', '李四'),
      gender: fc.constantFrom('female' as const, 'male' as const),
      branchId: fc.constantFrom('b1', 'b2'),
      team: fc.constantFrom('一组', '二组'),
      licence: fc.constantFrom('ZY1234', 'ZY5678'),
      engagement: fc.constantFrom('agency' as const, 'employee' as const),
      phone: fc.constantFrom('13800138000', '13900139000'),
      hiredOn: fc.constantFrom('2020-01-01', '2021-01-01'),
      status: fc.constantFrom('active' as const, 'left' as const),
    },
    { requiredKeys: ['row', 'number', 'name'] },
  );

  it('changes nothing the second time, and blank cells never erase', () => {
    fc.assert(
      fc.property(entries, entries, (first, second) => {
        const made = planRow(first, undefined, 'b9');
        expect(made.fate).toBe('new');
        const held: HeldAgent = { id: 'x', ...made.agent };
        expect(planRow(first, held, 'b9').fate).toBe('unchanged');
        const then = planRow(second, held, 'b9');
        expect(planRow(second, { id: 'x', ...then.agent }, 'b9').fate).toBe('unchanged');
        const unsaid = (['gender', 'phone', 'team', 'status', 'licence'] as const).filter(
          (f) => second[f] === undefined,
        );
        for (const field of unsaid) expect(then.agent[field]).toBe(held[field]);
        expect(then.agent.number).toBe(held.number);
      }),
    );
  });
});
