// An entry's facts as 字段：值 in the language, and the screen where its record is; facts without words stay as written.
import type { TFunction } from 'i18next';
import type { AuditEntry } from '../../../shared/contract/settings.ts';
import { zhCN } from '../../../shared/i18n/zh-CN/index.ts';

type Fact = string | number | boolean | null;
interface Details {
  readonly fields?: Readonly<Record<string, string>>;
  readonly [fact: string]: Fact | undefined | Readonly<Record<string, string>>;
}

/** Names of people, branches and versions by id. */
export type Names = Readonly<Record<string, string>>;

/** Digits of a digest that people compare. */
const DIGEST = 12;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The word at a path below the texts, or null where there is none: what the log holds is older than the words or newer. */
function wordAt(t: TFunction, path: string): string | null {
  let at: unknown = zhCN;
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return null;
    at = (at as Readonly<Record<string, unknown>>)[step];
  }
  // The path was just looked up in the source of the keys.
  return typeof at === 'string' ? (t as unknown as (key: string) => string)(path) : null;
}

/** Where the words of a fact's closed values are, by fact or by kind of record and fact. */
const VALUES: Readonly<Record<string, string | readonly string[]>> = {
  answer: 'words.notApplicableReason',
  attitude: 'audit.facts.value.attitude',
  'backup.kind': 'settings.backup.kinds',
  before: 'observation.state',
  'patrol.before': 'inspection.state',
  'recordReview.before': 'inspection.state',
  'recordSample.before': 'records.state',
  class: 'words.problemClass',
  'export.kind': 'audit.facts.value.exportKind',
  'improvement.before': 'improvement.state',
  'improvement.figure': 'improvement.figure',
  'improvement.kind': 'improvement.kind',
  'improvement.suggested': 'improvement.verdict',
  'improvement.verdict': 'improvement.verdict',
  'supervisionMember.before': 'supervision.department',
  'supervisionMember.department': 'supervision.department',
  'supervisionReport.kind': 'supervision.kinds',
  'appeal.before': 'appeal.state',
  'assessment.kind': ['report.kind', 'assessment.decision.kinds'],
  'complaint.category': 'complaint.category',
  'complaint.channel': 'complaint.channel',
  'complaint.department': 'supervision.department',
  'complaint.from': ['complaint.state', 'complaint.conclusion'],
  'complaint.kind': 'complaintCase.kind',
  'complaint.method': 'complaintCase.method',
  'complaint.outcome': 'complaintCase.outcome',
  'complaint.subclass': 'complaint.subclass',
  'complaint.to': ['complaint.state', 'complaint.conclusion'],
  'complaint.way': 'complaint.way',
  conclusion: 'complaint.conclusion',
  'feedback.kind': 'feedback.kind',
  'finding.from': 'findings.severity',
  'finding.severity': 'findings.severity',
  'finding.source': 'findings.source',
  'rectification.effect': 'rectification.effect',
  'rectification.owner': 'rectification.owner',
  'rectification.progress': 'rectification.progress',
  'rectification.told': 'rectification.told',
  'rectification.way': 'rectification.way',
  'rectification.from': 'rectification.state',
  'rectification.state': 'rectification.state',
  'rectification.to': 'rectification.state',
  'training.kind': 'training.kind',
  kind: ['words.serviceKind', 'report.kind'],
  means: 'audit.facts.value.means',
  occasion: 'observation.occasion',
  party: 'audit.facts.value.party',
  reason: 'people.revealReason',
  setting: 'observation.setting',
  status: 'people.status',
  timer: 'audit.facts.value.timer',
  verdict: 'inspection.verdict',
  via: 'audit.facts.value.via',
};

function valueText(t: TFunction, entity: string, fact: string, value: Fact, names: Names): string {
  if (value === null) return t('words.none');
  if (typeof value === 'boolean') return value ? t('words.yes') : t('words.no');
  // An answer counts from 0 to 1 whatever its scale, which the log does not keep.
  if (typeof value === 'number' && (fact === 'answer' || (entity === 'appeal' && (fact === 'from' || fact === 'to'))))
    return t('audit.facts.value.answer.share', { share: `${Math.round(value * 100)}%` });
  if (typeof value === 'number') return String(Math.round(value * 100) / 100);
  if (fact === 'roles' || fact === 'rolesBefore')
    return value
      .split(' ')
      .map((role) => wordAt(t, `words.role.${role}`) ?? role)
      .join(t('audit.facts.comma'));
  if (fact === 'digest' || fact === 'sha256') return value.slice(0, DIGEST);
  if (ID.test(value)) return names[value] ?? value.slice(-DIGEST);
  if (value === 'cleared') return t('audit.facts.value.answer.cleared');
  for (const words of [VALUES[`${entity}.${fact}`] ?? VALUES[fact] ?? []].flat()) {
    const found = wordAt(t, `${words}.${value}`);
    if (found !== null) return found;
  }
  return value;
}

const nameOf = (t: TFunction, fact: string): string => wordAt(t, `audit.facts.name.${fact}`) ?? fact;

/** 检查项：3.4-1；回答：1；修改的字段：姓名、电话 */
export function detailsText(t: TFunction, { entity, details }: AuditEntry, names: Names): string {
  const { fields, ...facts } = JSON.parse(details) as Details;
  const parts: string[] = Object.entries(facts).map(([fact, value]) =>
    t('audit.facts.fact', {
      name: nameOf(t, fact),
      value:
        typeof value === 'object' && value !== null
          ? JSON.stringify(value)
          : valueText(t, entity, fact, value ?? null, names),
    }),
  );
  if (fields)
    parts.push(
      t('audit.facts.changed', {
        fields: Object.keys(fields)
          .map((field) => nameOf(t, field))
          .join(t('audit.facts.comma')),
      }),
    );
  return parts.join(t('audit.facts.between'));
}

/** The screen of an entry's record; null where there is none. */
export function recordAddress({ entity, entityId, details }: AuditEntry): string | null {
  switch (entity) {
    case 'agent':
      return `/people/${entityId}`;
    case 'observation':
      return `/observations/${entityId}`;
    case 'redLine': {
      const { observation, source, sourceId } = JSON.parse(details) as Details;
      if (typeof sourceId === 'string')
        return source === 'record' ? `/records/reviews/${sourceId}` : `/patrol/${sourceId}`;
      return typeof observation === 'string' ? `/observations/${observation}` : null;
    }
    case 'recordSample':
      return `/records/${entityId}`;
    case 'recordReview':
      return `/records/reviews/${entityId}`;
    case 'patrol':
      return `/patrol/${entityId}`;
    case 'improvement':
      return `/improvement/${entityId}`;
    case 'supervisionMember':
    case 'supervisionShares':
      return '/improvement/supervision';
    case 'supervisionReport':
      return `/improvement/reports/${entityId}`;
    case 'plan':
      return `/plan/${entityId}`;
    case 'branch':
      return '/people/branches';
    case 'standard':
      return `/standard?version=${entityId}`;
    case 'user':
      return '/settings/users';
    case 'backup':
      return '/settings/backup';
    case 'settings':
      return '/settings';
    case 'export':
      return '/reports/history';
    default:
      return null;
  }
}
