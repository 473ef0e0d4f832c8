// The file format of `npm run score` (scoring model, section 8): one agent's evidence for one period as JSON. Strict:
// an unknown field is an error, never skipped, because a misspelt one would silently change a grade. What is absent counts
// as empty (lists) or as null (what may be null); everything else must stand there.
import { z } from 'zod';
import { Dimension, Indicator } from '../../shared/contract/vocabulary.ts';
import { windowOf } from '../../shared/domain/scoring/evidence.ts';
import type { Evidence, Window } from '../../shared/domain/scoring/evidence.ts';
import { isDay, isTimeZone, parseInstant, PERIOD_KINDS } from '../../shared/domain/time.ts';

z.config(z.locales.zhCN());

const Day = z.string().refine(isDay, '不是存在的日期（如 2026-08-01）');
const Instant = z.string().transform((text, context) => {
  const instant = parseInstant(text);
  if (instant !== null) return instant;
  context.addIssue('不是带时区偏移或 Z 的 ISO 8601 时刻');
  return z.NEVER;
});
const Id = z.string().min(1);

const absent = <T extends z.ZodType>(type: T) => type.nullable().prefault(null as never);

/** A list whose items' ids differ. */
function list<T extends z.ZodType<{ id: string }>>(item: T) {
  return z
    .array(item)
    .prefault([])
    .superRefine((items, context) => {
      const seen = new Set<string>();
      items.forEach(({ id }, index) => {
        if (seen.has(id)) context.addIssue({ code: 'custom', path: [index, 'id'], message: `编号重复：${id}` });
        seen.add(id);
      });
    });
}

const Period = z
  .strictObject({
    kind: z.enum(PERIOD_KINDS),
    start: Day,
    end: Day,
    timeZone: z.string().refine(isTimeZone, '不是已知的时区'),
  })
  .refine(({ start, end }) => end > start, { path: ['end'], message: '期末须晚于期初' });

const Answer = z
  .strictObject({
    criterion: z.string().min(1),
    indicator: Indicator,
    weight: z.number().positive(),
    value: absent(z.number().min(0).max(1)),
    notApplicable: z
      .boolean()
      .nullish()
      .transform((said) => said ?? false),
  })
  .refine(({ value, notApplicable }) => value === null || !notApplicable, '不能同时有 value 与 notApplicable');

const Session = z.strictObject({
  id: Id,
  at: Instant,
  status: z.enum(['submitted', 'withdrawn', 'calibration']),
  introductionMinutes: absent(z.number().min(0)),
  answers: z.array(Answer).prefault([]),
});

const EvidenceFile = z.strictObject({
  period: Period,
  asOf: Instant,
  sessions: list(Session),
  surveys: list(
    z.strictObject({
      id: Id,
      at: Instant,
      items: z.array(z.strictObject({ dimension: Dimension, likert: z.int().min(1).max(5) })).prefault([]),
    }),
  ),
  reviews: list(
    z.strictObject({
      id: Id,
      at: Instant,
      checks: z.array(z.strictObject({ kind: z.enum(['record', 'file']), passed: absent(z.boolean()) })).prefault([]),
    }),
  ),
  requests: list(z.strictObject({ id: Id, askedAt: Instant, repliedAt: absent(Instant), solvedAt: absent(Instant) })),
  visits: list(z.strictObject({ id: Id, dueOn: Day, madeOn: absent(Day) })),
  complaints: list(z.strictObject({ id: Id, at: Instant, upheld: absent(z.enum(['minor', 'ordinary', 'serious'])) })),
  rectifications: list(z.strictObject({ id: Id, deadline: Day, verifiedAt: absent(Instant) })),
  training: absent(z.strictObject({ hours: z.number().min(0), months: z.number().min(0) })),
  commendations: list(z.strictObject({ id: Id, at: Instant, confirmed: z.boolean() })),
  redLines: list(z.strictObject({ id: Id, at: Instant, clause: z.string().min(1), confirmed: z.boolean() })),
});

export type ParsedEvidence =
  | { readonly evidence: Evidence; readonly window: Window }
  | {
      /** What is wrong and where: sessions[0].answers[1].weight: … */
      readonly problems: readonly string[];
    };

function pathOf(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text.startsWith('.') ? text.slice(1) : text;
}

function readJson(bytes: Uint8Array): { readonly json: unknown } | { readonly problem: string } {
  try {
    // Editors on Windows put a byte order mark before the text; the decoder takes it off.
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (error) {
    return { problem: `不是 UTF-8 编码的有效 JSON：${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Reads the bytes of a file of evidence. Never throws for anything the bytes hold. */
export function parseEvidenceFile(bytes: Uint8Array): ParsedEvidence {
  const read = readJson(bytes);
  if ('problem' in read) return { problems: [read.problem] };
  const parsed = EvidenceFile.safeParse(read.json);
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map(({ path, message }) =>
        path.length === 0 ? message : `${pathOf(path)}: ${message}`,
      ),
    };
  }
  const { period, asOf, ...evidence } = parsed.data;
  return { evidence, window: windowOf(period, asOf) };
}
