// `npm run score` as a process: output, order, exit codes and refusals (scoring model, section 8).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseEvidenceFile } from '../../electron/cli/evidenceFile.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'score-'));
afterAll(() => rmSync(folder, { recursive: true }));

const AT = '2026-07-03T10:00:00+08:00';
const example = () => ({
  period: { kind: 'quarter', start: '2026-07-01', end: '2026-10-01', timeZone: 'Asia/Shanghai' },
  asOf: '2026-10-08T09:00:00+08:00',
  sessions: [
    {
      id: 's1',
      at: AT,
      status: 'submitted',
      introductionMinutes: 12.5 as number | null,
      answers: [
        { criterion: '3.4-2', indicator: 'attitude', weight: 3, value: 0.5 },
        { criterion: '3.5-1', indicator: 'attitude', weight: 2, notApplicable: true },
      ] as object[],
    },
  ],
  surveys: [{ id: 'v1', at: AT, items: [{ dimension: 'attitude', likert: 4 as unknown }] }],
  reviews: [
    {
      id: 'r1',
      at: AT,
      checks: [
        { kind: 'record', passed: true },
        { kind: 'file', passed: null },
      ],
    },
  ],
  requests: [{ id: 'q1', askedAt: AT, repliedAt: null, solvedAt: null }],
  visits: [{ id: 'f1', dueOn: '2026-08-01', madeOn: null }],
  complaints: [{ id: 'c1', at: AT, upheld: 'minor' }],
  rectifications: [{ id: 'z1', deadline: '2026-08-01', verifiedAt: null }],
  training: { hours: 3.5, months: 9 } as unknown,
  commendations: [{ id: 'p1', at: AT, confirmed: true }],
  redLines: [{ id: 'x1', at: AT, clause: '2.4.1', confirmed: true }],
});
type Example = ReturnType<typeof example>;

const write = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const run = (...files: string[]) =>
  spawnSync(join(root, 'node_modules/.bin/node'), ['electron/cli/score.ts', ...files], { cwd: root, encoding: 'utf8' });

describe('the command', () => {
  it('prints the documented line, each key in its place', () => {
    const { stdout, status, stderr } = run(write('good.json', JSON.stringify(example())));
    // 57.5·15 + 75·10 + 100·20 + 75·15 + 0·10 + 0·10 = 4737.5, / 80 = 59.21875; −1 −1 −3.8333… + 0.5 = 53.8854…
    expect(stdout).toBe(
      '{"measures":{"observation.attitude":50,"observation.efficiency":null,"observation.content":null,' +
        '"observation.compliance":null,"observation.satisfaction":null,"observation.response":null,' +
        '"observation.followUp":null,"introduction":75,"survey.attitude":75,"survey.efficiency":null,' +
        '"survey.content":null,"survey.followUp":null,"csi":75,"record":100,"file":null,"reply24":0,"solve48":0,' +
        '"visit":0},"indicators":{"attitude":57.5,"efficiency":75,"content":null,"compliance":100,"satisfaction":75,' +
        '"response":0,"followUp":0},"base":59.21875,"coverage":0.8,"adjustments":{"complaints":-1,' +
        '"rectifications":-1,"training":-3.833333333333333,"commendations":0.5},"composite":53.89,"graded":53.89,' +
        '"grade":"不合格","vetoed":true,"sufficient":false,"sessions":1}\n',
    );
    expect([status, stderr]).toEqual([0, '']);
  });

  it('prints the good files in order, names each bad one with its reason, and leaves with 2', () => {
    const good = write('a.json', JSON.stringify(example()));
    const empty = write(
      'b.json',
      JSON.stringify({
        ...example(),
        ...Object.fromEntries(
          Object.keys(example())
            .slice(2)
            .map((key) => [key, []]),
        ),
        training: null,
      }),
    );
    const broken = write('c.json', '{');
    const { stdout, stderr, status } = run(broken, empty, folder, good, join(folder, 'missing.json'));
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { base: number | null; grade: string });
    expect(lines.map(({ base, grade }) => [base, grade])).toEqual([
      [null, '样本不足'],
      [59.21875, '不合格'],
    ]);
    expect(stdout).not.toContain('-0,');
    const named = stderr
      .trim()
      .split('\n')
      .map((line) => line.split(': ')[0]);
    expect(named).toEqual([broken, folder, join(folder, 'missing.json')]);
    expect(status).toBe(2);
  });

  it('says how it is called when no file is named', () => {
    expect(run()).toMatchObject({ status: 2, stdout: '' });
  });
});

describe('a bad file', () => {
  const problems = (change: (file: Example) => unknown): string => {
    const file = example();
    const parsed = parseEvidenceFile(new TextEncoder().encode(JSON.stringify(change(file) ?? file)));
    return 'problems' in parsed ? parsed.problems.join('; ') : 'good';
  };
  const answer = (rest: object) => (file: Example) => {
    file.sessions[0]!.answers[0] = { criterion: '3.4-2', indicator: 'attitude', weight: 3, ...rest };
  };
  const bad: Readonly<Record<string, readonly [string, (file: Example) => unknown]>> = {
    'an unknown field': ['sessions[0].answers[0]: ', answer({ value: 1, note: '' })],
    'an unknown list': ['notes', (file) => ({ ...file, notes: [] })],
    'no period': ['period', (file) => ({ ...file, period: undefined })],
    'an unknown indicator': ['sessions[0].answers[0].indicator', answer({ indicator: 'speed', value: 1 })],
    'an unknown dimension': [
      'surveys[0].items[0].dimension',
      (file) => {
        file.surveys[0]!.items[0]!.dimension = 'x';
      },
    ],
    'an unknown status': [
      'sessions[0].status',
      (file) => {
        file.sessions[0]!.status = 'draft';
      },
    ],
    'a duplicate id': [
      'sessions[1].id',
      (file) => {
        file.sessions.push(file.sessions[0]!);
      },
    ],
    'a duplicate visit': [
      'visits[1].id',
      (file) => {
        file.visits.push(file.visits[0]!);
      },
    ],
    'value and notApplicable': ['sessions[0].answers[0]: ', answer({ value: 1, notApplicable: true })],
    'a weight of 0': ['weight', answer({ weight: 0, value: 1 })],
    'a value above 1': ['value', answer({ value: 1.01 })],
    'a value below 0': ['value', answer({ value: -0.01 })],
    'a value as text': ['value', answer({ value: '1' })],
    'a Likert of 0': [
      'likert',
      (file) => {
        file.surveys[0]!.items[0]!.likert = 0;
      },
    ],
    'a Likert of 6': [
      'likert',
      (file) => {
        file.surveys[0]!.items[0]!.likert = 6;
      },
    ],
    'a Likert of 3.5': [
      'likert',
      (file) => {
        file.surveys[0]!.items[0]!.likert = 3.5;
      },
    ],
    'an end on the start': [
      'period.end',
      (file) => {
        file.period.end = file.period.start;
      },
    ],
    'a day that does not exist': [
      'visits[0].dueOn',
      (file) => {
        file.visits[0]!.dueOn = '2026-02-30';
      },
    ],
    'an instant without offset': [
      'asOf',
      (file) => {
        file.asOf = '2026-10-08T09:00:00';
      },
    ],
    'an instant on no day': [
      'asOf',
      (file) => {
        file.asOf = '2026-02-30T09:00:00Z';
      },
    ],
    'an unknown time zone': [
      'period.timeZone',
      (file) => {
        file.period.timeZone = 'Asia/Nowhere';
      },
    ],
    'minutes below 0': [
      'introductionMinutes',
      (file) => {
        file.sessions[0]!.introductionMinutes = -1;
      },
    ],
    'training months below 0': [
      'training.months',
      (file) => {
        file.training = { hours: 1, months: -1 };
      },
    ],
    'a list instead of an object': ['object', () => []],
  };
  for (const [name, [where, change]] of Object.entries(bad)) {
    it(`is one with ${name}`, () => expect(problems(change)).toContain(where));
  }

  it('is one with bytes that are no UTF-8, and none for the mark that Windows editors put before the text', () => {
    const text = JSON.stringify(example());
    expect(parseEvidenceFile(new TextEncoder().encode(`\uFEFF${text}`))).not.toHaveProperty('problems');
    expect(parseEvidenceFile(new Uint8Array([0x22, 0xff, 0x22]))).toHaveProperty('problems');
    expect(parseEvidenceFile(new TextEncoder().encode(text))).not.toHaveProperty('problems');
  });

  it('is none where a list, training or a time that may be null is left out', () => {
    const full = parseEvidenceFile(
      new TextEncoder().encode(JSON.stringify({ ...example(), visits: [], training: null })),
    );
    const less = { ...example(), visits: undefined, training: undefined };
    expect(parseEvidenceFile(new TextEncoder().encode(JSON.stringify(less)))).toEqual(full);
  });

  it('is none where the same id stands in two lists, or a null value beside notApplicable', () => {
    expect(
      problems((file) => {
        file.visits[0]!.id = 's1';
      }),
    ).toBe('good');
    expect(problems(answer({ value: null, notApplicable: true }))).toBe('good');
    expect(problems(answer({ value: null }))).toBe('good');
    expect(problems(answer({}))).toBe('good');
  });
});
