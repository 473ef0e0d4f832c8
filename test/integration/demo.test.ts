// The demo from its command to its workbook. Would catch: a use case that the demo no longer fits, a sheet of the loop without a state,
// a total that is printed and not in the workbook, a formula that another program works out differently.
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { verifyWorkbook } from '../../electron/excel/report/verify.ts';
import { LEDGER_SOURCES } from '../../shared/contract/findings.ts';
import { complaint } from '../../shared/i18n/zh-CN/complaint.ts';
import { improvement } from '../../shared/i18n/zh-CN/improvement.ts';
import { workbook } from '../../shared/i18n/zh-CN/workbook.ts';
import { libreOffice, xsdChecker } from '../support/officeTools.ts';
import { cellsOf, recalculated } from '../support/recalculated.ts';
import { tempDir } from '../support/tempDir.ts';

const office = libreOffice();
const check = xsdChecker();

type Value = string | number | boolean | null | undefined;

// Half a minute for the demo on a quiet machine, and half for LibreOffice.
it(
  'leaves a workbook with every state of the loop, whose figures are those that it prints',
  { timeout: 600_000 },
  async () => {
    using dir = tempDir('demo-');
    const command = new URL('../../electron/cli/demo.ts', import.meta.url).pathname;
    const { stdout } = await promisify(execFile)(process.execPath, [command, '--out', dir.path]);
    const file = join(
      dir.path,
      readdirSync(dir.path).find((name) => name.startsWith('督导报表'))!,
    );
    expect((await verifyWorkbook(file)).state).toBe('unchanged');
    if (check) expect(check(file)).toEqual([]);

    const cells = await cellsOf(file);
    /** Rows of each sheet by their number, cells by their letter. */
    const sheets = new Map<string, Map<number, Map<string, Value>>>();
    for (const [at, { value }] of cells) {
      const [, sheet, letter, row] = /^(.*)!([A-Z]+)(\d+)$/.exec(at) ?? [];
      const rows = sheets.get(sheet!) ?? new Map<number, Map<string, Value>>();
      sheets.set(sheet!, rows);
      rows.set(Number(row), (rows.get(Number(row)) ?? new Map<string, Value>()).set(letter!, value));
    }
    /** The cells of a column below its header, by the header. */
    const column = (sheet: string, header: string): Value[] => {
      const rows = sheets.get(sheet)!;
      // 汇总 has headers over headers.
      for (const head of [3, 4, 5]) {
        const letter = [...(rows.get(head) ?? [])].find(([, value]) => value === header)?.[0];
        if (letter !== undefined)
          return [...rows].filter(([row]) => row > head).map(([, own]) => own.get(letter) ?? null);
      }
      throw new Error(`${sheet} has no column ${header}`);
    };
    const seen = (sheet: string, header: string) =>
      new Set(column(sheet, header).filter((value) => value !== null && value !== ''));
    const { rectificationState, effect, ledgerSource, conclusion, kept, department } = workbook;
    expect(seen('整改台账', '状态')).toEqual(new Set(Object.values(rectificationState)));
    expect(seen('整改台账', '问题来源')).toContain('投诉');
    expect(seen('整改台账', '延期次数').size).toBeGreaterThan(1);
    expect(seen('整改台账', '逾期扣分')).toEqual(new Set(['是']));
    expect([...seen('整改台账', '效果')].every((one) => Object.values<Value>(effect).includes(one))).toBe(true);
    expect(seen('整改台账', '效果').size).toBeGreaterThan(0);
    // The rest may go on; what an observer would call neglected is the smaller part.
    const running = column('整改台账', '状态').filter((one) => one === rectificationState.inProgress);
    expect(running.length).toBeLessThan(column('整改台账', '状态').length / 4);
    expect(seen('问题清单', '来源')).toEqual(new Set(LEDGER_SOURCES.map((source) => ledgerSource[source])));
    expect(seen('问题清单', '整改情况')).toEqual(new Set(Object.values(workbook.findingStatus)));
    expect(Math.max(...column('问题清单', '照片数').map(Number))).toBeGreaterThan(0);
    expect(seen('投诉台账', '状态')).toEqual(new Set([...Object.values(complaint.state), complaint.end.withdrawn]));
    expect(seen('投诉台账', '结论')).toEqual(new Set(Object.values(conclusion)));
    expect(seen('投诉台账', '处理轮次')).toEqual(new Set([1, 2]));
    for (const header of ['重大投诉', '并入', '计入本期', '本期收到'])
      expect([header, seen('投诉台账', header).size]).not.toEqual([header, 0]);
    expect(seen('投诉台账', '处理并告知（7 个工作日）')).toEqual(new Set(Object.values(kept)));
    const groups = workbook.complaintStatistics.groups;
    expect(seen('投诉统计', '部分')).toEqual(new Set(Object.values(groups).filter((one) => one !== groups.branch)));
    expect(seen('培训', '内容').size).toBe(6);
    expect(seen('监督工作', '部门')).toEqual(
      new Set([...Object.values(department), workbook.allDepartments].filter((one) => one !== department.none)),
    );
    expect(Math.max(...column('监督工作', '验证整改').map(Number))).toBeGreaterThan(0);
    expect(seen('持续改进', '状态')).toEqual(new Set(Object.values(improvement.state)));
    const better = column('持续改进', '衡量指标').map((figure) => (String(figure).includes('不达标率') ? -1 : 1));
    const [before, target] = [column('持续改进', '改进前'), column('持续改进', '目标')];
    before.forEach((value, at) => {
      if (value !== null) expect((Number(target[at]) - Number(value)) * better[at]!).toBeGreaterThan(0);
    });

    const printed = (words: RegExp): number[] => (words.exec(stdout) ?? []).slice(1).map(Number);
    expect(printed(/2026-07-01 起的季度：(\d+) 次现场观察/)).toEqual([
      column('现场观察', '状态').filter((one) => one === workbook.status.submitted).length,
    ]);
    const evidence =
      /2026-07-01[^\n]*\n\s+满意度 (\d+) 份，服务记录检查 (\d+) 份，客户请求 (\d+) 次，回访 (\d+) 次，客户反馈 (\d+) 条/;
    expect(printed(evidence)).toEqual(
      ['满意度', '服务记录', '响应时效', '回访', '表扬与建议'].map((sheet) => column(sheet, '工号').length),
    );
    const graded = column('汇总', '评定得分').filter((value): value is number => typeof value === 'number');
    expect(printed(/第三季度：(\d+) 人，观察 (\d+) 人，评定得分平均（否决后） ([\d.]+)/)).toEqual([
      column('汇总', '工号').length,
      column('汇总', '观察次数').filter((count) => Number(count) > 0).length,
      Number((graded.reduce((sum, value) => sum + value, 0) / graded.length).toFixed(2)),
    ]);
    const grades = ['优秀', '良好', '合格', '基本合格', '不合格', '样本不足'];
    expect(printed(/等级：优秀 (\d+)，良好 (\d+)，合格 (\d+)，基本合格 (\d+)，不合格 (\d+)，样本不足 (\d+)/)).toEqual(
      grades.map((grade) => column('汇总', '等级').filter((one) => one === grade).length),
    );
    expect(stdout).toContain('工作簿核验一致');

    if (!office) return;
    const { compared, differences } = await recalculated(office, file, dir);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(20_000);
  },
);
