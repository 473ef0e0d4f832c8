// The two clocks as two bars on one time axis: now, pauses shaded, each limit's end; under them every limit in words with how it was
// counted, the binding one in bold. The bars are drawn for the eye; the words say all of it.
import { ClockCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { Alert, Button, Popover } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockLimit, ComplaintClocks } from '../../../shared/contract/complaintClocks.ts';
import { startOfDay } from '../../../shared/domain/time.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { useFormat } from '../../format.ts';
import { axisOf, type Axis } from './axis.ts';
import { LIMIT_TONES } from './complaintTones.ts';
import { useLimitWords } from './useLimitWords.ts';

function Bar({
  limits,
  axis,
  now,
  children,
}: {
  readonly limits: readonly ClockLimit[];
  readonly axis: Axis;
  readonly now: number;
  readonly children?: ReactNode;
}) {
  return (
    <div className="clock-bar" aria-hidden>
      {limits.map(({ limit, startsAt, endsAt, doneAt, state }, at) => {
        if (startsAt === null) return null;
        const left = axis.place(startsAt);
        const until = axis.place(doneAt ?? endsAt ?? now);
        return (
          <span
            key={`${limit} ${at}`}
            className={`clock-run clock-${LIMIT_TONES[state]}`}
            style={{ left: `${left}%`, width: `${Math.max(0.4, until - left)}%` }}
          />
        );
      })}
      {children}
      {limits.map(({ limit, endsAt, state }, at) =>
        endsAt === null ? null : (
          <i
            key={`${limit} ${at}`}
            className={`clock-end clock-${LIMIT_TONES[state]}`}
            style={{ left: `${axis.place(endsAt)}%` }}
          />
        ),
      )}
      <b className="clock-now" style={{ left: `${axis.place(now)}%` }} />
    </div>
  );
}

interface LimitProps {
  readonly limit: ClockLimit;
  readonly days?: number;
  readonly bold: boolean;
  /** A term that new facts replaced: its pause, if any, is of no matter any more. */
  readonly replaced?: boolean;
}

function Limit({ limit, days, bold, replaced = false }: LimitProps) {
  const { t } = useTranslation();
  const words = useLimitWords();
  const open = limit.state === 'green' || limit.state === 'amber' || limit.state === 'red';
  const counted = words.counted(limit);
  const name = words.name(limit.limit, days);
  return (
    <li className={bold ? 'clock-limit clock-binds' : 'clock-limit'}>
      <StateTag tone={LIMIT_TONES[limit.state]}>{t(`complaint.limitState.${limit.state}`)}</StateTag>
      <span>{name}</span>
      <span className="clock-when">
        {limit.endsAt !== null && t('complaint.clocks.until', { at: words.end(limit) })}
        {limit.endsAt === null && limit.startsAt !== null && !replaced && t('complaint.clocks.openEnd')}
        {limit.doneAt !== null && ` · ${t('complaint.clocks.doneAt', { at: words.at(limit.doneAt).slice(5) })}`}
        {open &&
          limit.count?.unit !== 'hours' &&
          limit.count &&
          ` · ${t(limit.count.unit === 'working' ? 'complaint.clocks.leftWorking' : 'complaint.clocks.leftNatural', { count: limit.count.left })}`}
      </span>
      {bold && counted.length > 0 && <span className="clock-counted">{counted.join(t('complaint.clocks.stop'))}</span>}
      {!bold && counted.length > 0 && (
        <Popover
          trigger={['click']}
          content={
            <ul className="clock-popover">
              {counted.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          }
        >
          <Button type="link" size="small" aria-label={`${t('complaint.clocks.counted')} ${name}`}>
            {t('complaint.clocks.counted')}
          </Button>
        </Popover>
      )}
    </li>
  );
}

function BindingLine({ clocks }: { readonly clocks: ComplaintClocks }) {
  const { t } = useTranslation();
  const words = useLimitWords();
  const { binding, answerDue } = clocks;
  const days = clocks.statutory.at(-1)?.days;
  if (!binding) return <p className="clock-binding">{t('complaint.clocks.bindsNone')}</p>;
  const over = binding.endsAt <= clocks.now;
  const said = { limits: words.names(binding.limits, days), at: words.at(binding.endsAt) };
  const other =
    answerDue &&
    (answerDue.endsAt !== binding.endsAt || !answerDue.limits.every((one) => binding.limits.includes(one)));
  return (
    <p className="clock-binding">
      {over ? <WarningOutlined aria-hidden /> : <ClockCircleOutlined aria-hidden />}
      <strong className={over ? 'clock-over' : undefined}>
        {t(over ? 'complaint.clocks.bindsOver' : 'complaint.clocks.binds', said)}
      </strong>
      {other && (
        <span>
          {t('complaint.clocks.answerDue', {
            at: words.at(answerDue.endsAt),
            limits: words.names(answerDue.limits, days),
          })}
        </span>
      )}
    </p>
  );
}

export function ClockBars({ clocks }: { readonly clocks: ComplaintClocks }) {
  const { t } = useTranslation();
  const format = useFormat();
  const axis = axisOf(clocks);
  const { internal, statutory, reexamination, binding, now } = clocks;
  const law: readonly ClockLimit[] = [...statutory, ...(reexamination?.limit ? [reexamination.limit] : [])];
  const binds = ({ limit, doneAt }: ClockLimit) => doneAt === null && binding?.limits.includes(limit) === true;
  const text = (instant: number) => format.instant(new Date(instant).toISOString());
  const pause = ({ from, until }: ComplaintClocks['pauses'][number]) => {
    const start = axis.place(startOfDay(from, format.timeZone));
    const end = axis.place(until === null ? now : startOfDay(until, format.timeZone));
    return (
      <span key={from} className="clock-pause" style={{ left: `${start}%`, width: `${Math.max(0, end - start)}%` }} />
    );
  };
  return (
    <section className="clocks" aria-label={t('complaint.clocks.title')}>
      <BindingLine clocks={clocks} />
      {clocks.unknownYears.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('complaint.clocks.unknownYears', { years: clocks.unknownYears.join(t('complaint.clocks.comma')) })}
        />
      )}
      <div
        className="clock-axis"
        role="img"
        aria-label={t('complaint.clocks.axis', { from: text(axis.from), to: text(axis.to) })}
      >
        <span>{t('complaint.clocks.internal')}</span>
        <Bar limits={internal} axis={axis} now={now} />
        <span>{t('complaint.clocks.statutory')}</span>
        <Bar limits={law} axis={axis} now={now}>
          {clocks.pauses.map(pause)}
        </Bar>
        <span />
        {/* Moved back by the same part of its width, the words begin, cover or end at their mark and stay inside. */}
        <span
          className="clock-scale-now"
          style={{ marginLeft: `${axis.place(now)}%`, transform: `translateX(-${axis.place(now)}%)` }}
        >
          {t('complaint.clocks.now', { time: text(now) })}
        </span>
        <span />
        <span className="clock-scale">
          <span>{text(axis.from)}</span>
          <span>{format.day(new Date(axis.to).toISOString())}</span>
        </span>
      </div>
      <div className="clock-lists">
        <ul aria-label={t('complaint.clocks.internal')}>
          {internal.map((limit) => (
            <Limit key={limit.limit} limit={limit} bold={binds(limit)} />
          ))}
        </ul>
        <ul aria-label={t('complaint.clocks.statutory')}>
          {statutory.map((term, at) => (
            <Limit
              key={term.startsAt}
              limit={term}
              days={term.days}
              bold={at === statutory.length - 1 && binds(term)}
              replaced={at < statutory.length - 1}
            />
          ))}
          {statutory.slice(1).map(({ restartReason, startsAt }, at) => (
            <li key={`facts ${startsAt}`} className="clock-note">
              {t('complaint.clocks.term', { number: at + 2, reason: restartReason ?? '' })}
            </li>
          ))}
          {clocks.pauses.map(({ kind, from, until }) => (
            <li key={`pause ${from}`} className="clock-note">
              {t('complaint.clocks.paused', {
                ...{ kind: t(`complaint.pauseKind.${kind}`), from },
                to: until ?? t('complaint.clocks.stillPaused'),
              })}
            </li>
          ))}
          {reexamination?.limit && <Limit limit={reexamination.limit} bold={binds(reexamination.limit)} />}
          {reexamination?.until && !reexamination.limit && (
            <li className="clock-note">{t('complaint.clocks.reexaminationUntil', { day: reexamination.until })}</li>
          )}
        </ul>
      </div>
    </section>
  );
}
