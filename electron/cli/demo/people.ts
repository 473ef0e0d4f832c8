// The demo branch's people: invented names, numbers and telephone numbers, as rows of a roster workbook.
import type { GridSheet } from '../../../shared/contract/exports.ts';
import type { Chance } from './random.ts';

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹'.split('');
const GIVEN = [
  '伟',
  '芳',
  '娜',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '洋',
  '艳',
  '勇',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '秀兰',
  '霞',
  '平',
  '刚',
  '桂英',
  '建国',
  '文博',
  '雨桐',
  '子涵',
  '思远',
  '佳宁',
  '晓东',
  '海燕',
  '志强',
];
export const TEAMS = ['营销一部', '营销二部', '营销三部', '续期服务部', '银保渠道部'] as const;

export interface DemoAgent {
  readonly number: string;
  readonly name: string;
  readonly team: string;
  /** How well the person serves, about 0.55 to 0.98: what the sessions are drawn from. */
  readonly skill: number;
}

/** The agents and the roster workbook that brings them in, with the title row that such files carry. */
export function demoPeople(count: number, chance: Chance): { agents: DemoAgent[]; sheet: GridSheet } {
  const used = new Set<string>();
  const nextName = (): string => {
    for (;;) {
      const name = chance.pick(SURNAMES) + chance.pick(GIVEN);
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
  const agents: DemoAgent[] = [];
  const rows: GridSheet['rows'] = [];
  for (let n = 1; n <= count; n += 1) {
    const agent = {
      number: `3101${String(n).padStart(4, '0')}`,
      name: nextName(),
      team: TEAMS[(n - 1) % TEAMS.length]!,
      skill: Math.min(0.98, Math.max(0.55, 0.86 + 0.09 * chance.normal())),
    };
    agents.push(agent);
    rows.push([
      agent.number,
      agent.name,
      chance.next() < 0.55 ? '女' : '男',
      '3101',
      agent.team,
      `000031${String(20_180_000 + chance.below(80_000))}${String(n).padStart(4, '0')}`,
      chance.next() < 0.8 ? '代理制' : '员工制',
      `139${String(chance.below(100_000_000)).padStart(8, '0')}`,
      `${2015 + chance.below(11)}-${String(1 + chance.below(12)).padStart(2, '0')}-${String(1 + chance.below(28)).padStart(2, '0')}`,
      '在职',
    ]);
  }
  const column = (header: string, width: number, kind: GridSheet['columns'][number]['kind'] = 'text') => ({
    header,
    width,
    kind,
  });
  return {
    agents,
    sheet: {
      title: '人员花名册',
      columns: [
        ...[column('工号', 12), column('姓名', 10), column('性别', 6), column('机构代码', 10), column('团队', 14)],
        ...[
          column('执业证编号', 24),
          column('用工形式', 10),
          column('手机号', 14),
          column('入职日期', 12, 'day'),
          column('状态', 8),
        ],
      ],
      rows,
    },
  };
}
