// npm run demo: the console's main job without a window, on an invented branch. A roster workbook comes in, two quarters
// of observations are made and scored, the workbook for headquarters goes out, and some work is left on the desk. The same
// in every run.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Actor } from '../../shared/contract/account.ts';
import { mapHeaders } from '../../shared/domain/people/rosterHeader.ts';
import { addDays, dayOf, startOfDay } from '../../shared/domain/time.ts';
import { openConsole, type Console } from '../console.ts';
import type { Desktop } from '../desktop.ts';
import { setUpConsole } from '../features/account/firstRun.ts';
import { hashSecret } from '../features/account/passwords.ts';
import { insertUser } from '../features/account/users.ts';
import { searchAgents } from '../features/people/agentLists.ts';
import { RosterDesk } from '../features/people/rosterDesk.ts';
import { exportReport } from '../features/report/report.ts';
import { finish } from '../tasks/run.ts';
import { calledFrom } from './calledFrom.ts';
import { Agenda } from './demo/agenda.ts';
import { appealKept, appealWaiting } from './demo/appeals.ts';
import { assessQuarter, calibrate } from './demo/assess.ts';
import { planLoop } from './demo/loop.ts';
import { collectQuarter, type Quarter } from './demo/methods.ts';
import { observe, type Visit } from './demo/observe.ts';
import { demoPeople, type DemoAgent } from './demo/people.ts';
import { chanceOf, type Chance } from './demo/random.ts';

const SEED = 20_260_401;
const AGENTS = 60;
const QUARTERS = ['2026-04-01', '2026-07-01'] as const;
const REPORTED_AT = '2026-10-08T09:00:00+08:00';
const ZONE = 'Asia/Shanghai';
const NINE = 9 * 3_600_000;
const PASSWORD = 'demo password';

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const none = (): Promise<null> => Promise.resolve(null); // nobody sits before the demo
const desktop: Desktop = {
  pickOpenFile: none,
  pickSaveFile: none,
  pickFolder: none,
  showInFolder: () => undefined,
  openFile: () => Promise.resolve(),
};

interface People {
  readonly manager: Actor;
  readonly supervisors: readonly Actor[];
  readonly branchId: string;
}

/** The first run and two supervisors. Their password guards invented data only, so its key is a cheap one. */
async function setUp(console: Console): Promise<People> {
  const password = await hashSecret(PASSWORD, 12);
  const { store } = console;
  const user = { login: 'manager', name: '沈立新', password: PASSWORD };
  const branch = { code: '3101', name: '示范分公司' };
  const { userId, branchId } = store.change(null, (tx) =>
    setUpConsole(tx, { branch, user, language: 'zh-CN' }, { password, recovery: password }),
  );
  const manager: Actor = { userId, login: user.login, name: user.name, roles: ['administrator', 'manager'] };
  const supervisors = [
    { login: 'supervisor1', name: '顾晓岚' },
    { login: 'supervisor2', name: '陆知行' },
  ].map(({ login, name }): Actor => {
    const roles: Actor['roles'] = ['supervisor'];
    const id = store.change(userId, (tx) =>
      insertUser(tx, { login, name, roles, passwordHash: password, mustChange: false }),
    );
    return { userId: id, login, name, roles };
  });
  return { manager, supervisors, branchId };
}

/** Writes the roster workbook and imports it as the wizard does. */
async function importRoster(console: Console, people: People, folder: string, chance: Chance): Promise<DemoAgent[]> {
  const { store, run } = console;
  const { agents, sheet } = demoPeople(AGENTS, chance);
  const path = join(folder, '花名册.xlsx');
  await finish(run('grid.write', { sheet, path }));
  const desk = new RosterDesk();
  const file = await finish(desk.open(store, run, path));
  const found = file.sheets[0];
  if (!found || found.headerRow === null) throw new Error('the demo roster has no header row');
  const preview = await finish(
    desk.preview(store, run, {
      fileId: file.fileId,
      sheet: found.name,
      headerRow: found.headerRow,
      mapping: mapHeaders(found.head[found.headerRow - 1] ?? []),
      branchId: people.branchId,
      fromDay: dayOf(store.clock(), ZONE),
    }),
  );
  const counts = await finish(desk.apply(store, run, people.manager, preview.previewId));
  say(`花名册导入：新增 ${counts.new} 人，拒绝 ${counts.rejected} 行`);
  return agents;
}

interface Totals {
  sessions: number;
  answers: number;
  redLines: number;
}

/** Two to four sessions an agent and quarter; some agents have one, some none, as in life. */
async function observeQuarter(
  console: Console,
  people: People,
  quarter: { readonly start: string; readonly agents: readonly DemoAgent[]; readonly chance: Chance },
  time: { readonly agenda: Agenda; readonly advance: (milliseconds: number) => void },
): Promise<Totals> {
  const { store } = console;
  const { chance } = quarter;
  const visits = quarter.agents.flatMap((agent, index) => {
    const often = index % 17 === 16 ? 0 : index % 11 === 10 ? 1 : 2 + chance.below(2);
    return Array.from({ length: often }, () => ({
      agent,
      day: addDays(quarter.start, chance.below(84)),
      minute: chance.below(360),
    }));
  });
  visits.sort((a, b) => a.day.localeCompare(b.day) || a.minute - b.minute);
  const totals: Totals = { sessions: 0, answers: 0, redLines: 0 };
  for (const [index, { agent, day, minute }] of visits.entries()) {
    await time.agenda.reach(startOfDay(day, ZONE) + (540 + minute) * 60_000);
    const agentId = idOf(console, agent);
    const assessor = people.supervisors[index % people.supervisors.length]!;
    const done = observe(store, {
      agentId,
      agent,
      assessor,
      manager: people.manager,
      chance,
      advance: time.advance,
    });
    totals.sessions += 1;
    totals.answers += done.answers;
    totals.redLines += done.redLines;
  }
  say(`${quarter.start} 起的季度：${totals.sessions} 次现场观察，${totals.answers} 个答案，${totals.redLines} 条红线`);
  return totals;
}

function idOf({ store }: Console, { number }: DemoAgent): string {
  const [hit] = searchAgents(store.read, { text: number, limit: 1 });
  if (!hit) throw new Error(`agent ${number} is missing`);
  return hit.id;
}

/** The other methods, near the quarter's end. */
function collectEvidence(
  console: Console,
  { supervisors, manager }: People,
  quarter: Pick<Quarter, 'start' | 'chance' | 'advance'> & { readonly agents: readonly DemoAgent[] },
): void {
  const agents = quarter.agents.map((agent) => ({ ...agent, id: idOf(console, agent) }));
  const done = collectQuarter(console.store, { ...quarter, agents, supervisors, manager, zone: ZONE });
  say(
    `  满意度 ${done.surveys} 份，服务记录检查 ${done.reviews} 份，客户请求 ${done.requests} 次，回访 ${done.visits} 次，客户反馈 ${done.feedback} 条`,
  );
}

/** What waits on the desk when somebody opens the demo: a session under way, a red line to decide. Nothing planned for a
 * day, which would be overdue whenever somebody looks. */
function leaveWork(
  console: Console,
  people: People,
  agents: readonly DemoAgent[],
  visit: Pick<Visit, 'chance' | 'advance'>,
): void {
  const { store } = console;
  const [supervisor] = people.supervisors;
  if (!supervisor) throw new Error('the demo has no supervisor');
  const of = (agent: DemoAgent, assessor: Actor): Visit => ({
    ...{ agentId: idOf(console, agent), agent, assessor, manager: people.manager },
    ...visit,
  });
  const [first, second] = agents;
  if (!first || !second) throw new Error('the demo has too few agents');
  const { redLines } = observe(store, of(first, supervisor), 'pending');
  const { answers } = observe(store, of(second, people.manager), 'begun');
  say(`留待处理：1 次进行中的观察（已答 ${answers} 项），${redLines} 条待定的红线`);
}

/** The demo's data folder, emptied. Only a folder that a demo made is ever deleted. */
function freshFolder(out: string): string {
  const data = join(out, 'data');
  const mark = join(data, 'demo-branch');
  if (existsSync(data) && !existsSync(mark))
    throw new Error(`${data} 不是示范数据，未做改动；请用 --out 指定别的文件夹`);
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  writeFileSync(mark, '');
  return data;
}

async function main(out: string): Promise<void> {
  const data = freshFolder(out);
  const chance = chanceOf(SEED);
  let now = Date.parse('2026-03-30T09:00:00+08:00');
  const advance = (by: number): void => void (now += by);
  const agenda = new Agenda((to) => void (now = Math.max(now, to)));
  const console = openConsole({
    folder: data,
    workerFile: new URL('../worker.ts', import.meta.url),
    desktop,
    clock: () => now,
    random: chance.bytes,
  });
  try {
    const people = await setUp(console);
    const agents = await importRoster(console, people, out, chance);
    const agentIds = agents.map((agent) => idOf(console, agent));
    planLoop({ console, agenda, zone: ZONE, ...people, agentIds, chance }, QUARTERS);
    for (const start of QUARTERS) {
      await observeQuarter(console, people, { start, agents, chance }, { agenda, advance });
      await agenda.reach(startOfDay(addDays(start, 86), ZONE) + NINE);
      collectEvidence(console, people, { start, agents, chance, advance });
    }
    const [first] = agents;
    if (!first) throw new Error('the demo has no agent');
    const visit = { agent: first, agentId: idOf(console, first), manager: people.manager, chance };
    calibrate(console, { ...visit, assessor: people.manager, advance }, people.supervisors);
    await agenda.reach(Date.parse(REPORTED_AT));
    for (const start of QUARTERS) {
      const choice = { branchId: people.branchId, start, timeZone: ZONE };
      const assessed = await assessQuarter(console, people.manager, choice);
      const appealing = { resultId: assessed.resultId, ...people };
      if (start === QUARTERS[0]) appealKept(console.store, appealing);
      else appealWaiting(console.store, appealing);
      say(
        `${start} 起的季度考核：${assessed.agents} 人（样本不足 ${assessed.insufficient} 人），奖惩决定 ${assessed.decisions} 项，已定稿，摘要 ${assessed.digest.slice(0, 16)}…`,
      );
    }
    const target = join(out, '督导报表-示范分公司-2026-Q3.xlsx');
    const { record, warnings } = await finish(
      exportReport(console.store, console.run, people.manager, {
        ...{ branchId: people.branchId, kind: 'quarter', start: QUARTERS[1], language: 'zh-CN' },
        ...{ unmaskReason: null, target },
      }),
    );
    const verdict = await finish(console.run('report.verify', { path: target }));
    const preview = await finish(
      console.run('report.preview', {
        file: console.store.file,
        branchId: people.branchId,
        period: { kind: 'quarter', start: QUARTERS[1], end: '2026-10-01' },
        timeZone: ZONE,
        now,
      }),
    );
    const { grades } = preview;
    say(
      `第三季度：${preview.agents} 人，观察 ${preview.observed} 人，评定得分平均（否决后） ${preview.composite?.toFixed(2) ?? '无'}`,
    );
    say(
      `等级：优秀 ${grades.excellent}，良好 ${grades.good}，合格 ${grades.pass}，基本合格 ${grades.basic}，不合格 ${grades.fail}，样本不足 ${grades.insufficient}`,
    );
    for (const warning of warnings) say(`提示：${warning}`);
    say(`工作簿${verdict.state === 'unchanged' ? '核验一致' : '核验不一致'}，摘要 ${record.digest ?? ''}`);
    say(`工作簿：${target}`);
    leaveWork(console, people, agents, { chance, advance });
    say(`数据：${data}；登录名 manager、supervisor1、supervisor2，密码 ${PASSWORD}`);
  } finally {
    console.close();
  }
}

const { values } = parseArgs({ options: { out: { type: 'string', default: 'demo' } } });
await main(calledFrom(values.out));
