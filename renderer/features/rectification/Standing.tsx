// How a rectification stands: what comes next and what it still lacks, its days, its last check, its last submission, its proof.
import { Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TOLD, type RectificationRecord } from '../../../shared/contract/rectification.ts';
import { sentBackBy } from '../../../shared/domain/rectification/course.ts';
import { isRunning } from '../../../shared/domain/rectification/states.ts';
import { daysBetween } from '../../../shared/domain/time.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { useFormat } from '../../format.ts';
import { SEVERITY_TONES } from '../findings/tones.ts';
import { useToday } from '../people/useToday.ts';
import { useClosing } from './useClosing.ts';

interface StandingProps {
  readonly record: RectificationRecord;
}

const words = (text: string) => <span className="rect-words">{text}</span>;
/** Days before the deadline from which it is soon. */
const SOON = 3;

/** What is to be done next, by whom, and what is missing to it; null once it has ended. */
function useNext(record: RectificationRecord): string | null {
  const { t } = useTranslation();
  const { lacks } = useClosing(record);
  const parts = record.missing.map((part) => t(`rectification.missing.${part}`)).join(t('audit.facts.comma'));
  switch (record.state) {
    case 'planned':
      return parts === '' ? t('rectification.next.start') : t('rectification.record.incomplete', { parts });
    case 'inProgress':
      if (parts !== '') return t('rectification.next.submitLacks', { parts });
      return sentBackBy(record.state, record.moves) === null
        ? t('rectification.next.submit')
        : t('rectification.next.submitAgain');
    case 'submitted':
      return t('rectification.next.verify');
    case 'verified':
      return lacks ?? t('rectification.next.close');
    default:
      return null;
  }
}

/** The deadline in force, the days that are left, and the first one where it was extended. */
function Deadline({ record }: StandingProps) {
  const { t } = useTranslation();
  const { state, deadline, firstDeadline, daysOverdue } = record;
  const left = daysBetween(useToday(), deadline);
  return (
    <>
      {deadline === firstDeadline
        ? deadline
        : t('rectification.report.extended', { first: firstDeadline, last: deadline })}{' '}
      {isRunning(state) &&
        (daysOverdue > 0 ? (
          <StateTag tone="danger">{t('rectification.next.overdue', { count: daysOverdue })}</StateTag>
        ) : (
          <StateTag tone={left <= SOON ? 'warn' : 'neutral'}>
            {left === 0 ? t('rectification.next.today') : t('rectification.next.left', { count: left })}
          </StateTag>
        ))}
    </>
  );
}

/** The next check, marked where its day has come, and what was seen at the last one. */
function Checks({ record }: StandingProps) {
  const { t } = useTranslation();
  const today = useToday();
  const { nextCheck, checks, state } = record;
  const last = checks.at(-1);
  return (
    <>
      {isRunning(state) && (nextCheck ?? t('rectification.record.noCheckDays'))}{' '}
      {nextCheck !== null && nextCheck <= today && <StateTag tone="warn">{t('rectification.next.checkDue')}</StateTag>}
      <span className="rect-where">
        {last === undefined
          ? t('rectification.record.noChecks')
          : t('rectification.next.lastCheck', {
              ...{ day: last.day, progress: t(`rectification.progress.${last.progress}`), note: last.note },
            })}
      </span>
    </>
  );
}

/** The words of the last submission, by whom and when; marked where they were sent back. */
function Submission({ record }: StandingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const last = record.moves.findLast(({ move }) => move === 'submit');
  if (last === undefined) return t('rectification.next.notSubmitted');
  const sentBack = sentBackBy(record.state, record.moves) !== null;
  return (
    <>
      {t('rectification.record.submitted', { who: last.by, time: format.instant(last.at) })}{' '}
      {sentBack && <StateTag tone="danger">{t('rectification.record.sentBackTag')}</StateTag>}
      <span className={sentBack ? 'rect-words rect-said rect-void' : 'rect-words rect-said'}>
        {last.reason ?? record.done}
      </span>
    </>
  );
}

export function Standing({ record }: StandingProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const next = useNext(record);
  const { verifiedAt, verifiedBy, closedAt, closedBy, effect, effectFrom, extensionRows, files, owner } = record;
  const waiting = extensionRows.find(({ granted }) => granted === null);
  const done = (key: 'verified' | 'closed', who: string | null, at: string | null): ReactNode =>
    at === null ? null : t(`rectification.record.${key}`, { who: who ?? '', time: format.instant(at) });
  const sentBack = sentBackBy(record.state, record.moves) !== null;
  const proof = [record.verifiedFact, record.verifiedReference].filter((one) => one !== null && one !== '');
  const rows: readonly (readonly [key: string, label: string, shown: ReactNode])[] = [
    ['next', t('rectification.next.label'), next === null ? null : <strong>{next}</strong>],
    ['deadline', t('rectification.plan.deadline'), <Deadline key="deadline" record={record} />],
    [
      ...(['extension', t('rectification.next.extension')] as const),
      waiting && isRunning(record.state)
        ? t('rectification.record.extensionWaits', { who: waiting.askedBy, day: waiting.to, reason: waiting.reason })
        : null,
    ],
    [
      ...(['owner', t('rectification.plan.ownerKind')] as const),
      t('rectification.record.ownerAs', { name: owner.name, kind: t(`rectification.owner.${owner.kind}`) }),
    ],
    [
      ...(['severity', t('rectification.column.severity')] as const),
      <StateTag key="severity" tone={SEVERITY_TONES[record.severity]}>
        {t(`findings.severity.${record.severity}`)}
      </StateTag>,
    ],
    [
      ...(['checks', t(`rectification.${isRunning(record.state) ? 'column.nextCheck' : 'report.checks'}`)] as const),
      isRunning(record.state) || record.checks.length > 0 ? <Checks key="checks" record={record} /> : null,
    ],
    [
      ...(['submission', t(sentBack ? 'rectification.next.sentBackWords' : 'rectification.report.done')] as const),
      <Submission key="submission" record={record} />,
    ],
    ['files', t('rectification.report.evidence'), t('rectification.next.files', { count: files.length })],
    ['verified', t('rectification.report.verified'), done('verified', verifiedBy, verifiedAt)],
    ['proof', t('rectification.record.fact'), proof.length === 0 ? null : words(proof.join(' · '))],
    [
      ...(['effect', t('rectification.column.effect')] as const),
      effectFrom === null
        ? null
        : effect === null
          ? t('rectification.next.effectFrom', { day: effectFrom })
          : t(`rectification.effect.${effect}`),
    ],
    ['told', t('rectification.column.told'), verifiedAt === null ? null : `${record.told} / ${TOLD.length}`],
    ['closed', t('rectification.report.closed'), done('closed', closedBy, closedAt)],
    ['steps', t('rectification.record.nextSteps'), record.nextSteps === null ? null : words(record.nextSteps)],
  ];
  return (
    <Descriptions
      bordered
      size="small"
      column={1}
      items={rows.flatMap(([key, label, children]) => (children === null ? [] : [{ key, label, children }]))}
    />
  );
}
