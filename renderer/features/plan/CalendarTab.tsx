// The plan as a calendar: a month at a time, arrow keys from day to day, the chosen day's observations beside it.
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PlanDraw, PlanRecord } from '../../../shared/contract/plan.ts';
import { addDays, periodOf, weekdayOf } from '../../../shared/domain/time.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { dayByKey, weeksOf, WEEKDAYS } from './monthGrid.ts';
import { DRAW_TONES } from './planTones.ts';

/** Names shown in the cell of a day. */
const NAMES = 2;

export function CalendarTab({ plan }: { readonly plan: PlanRecord }) {
  const { t } = useTranslation();
  const { period, today, all } = plan;
  const [first, last] = [period.start, addDays(period.end, -1)];
  const [day, setDay] = useState(today < first ? first : today > last ? last : today);
  const grid = useRef<HTMLTableElement>(null);
  const byKey = useRef(false);
  const standing = all.filter(({ state }) => state !== 'replaced');
  const byDay = Map.groupBy(standing, (draw) => draw.day);
  const month = periodOf('month', day);
  const working = new Set(plan.workingDays);

  // The focus follows the day only where a key moved it.
  useEffect(() => {
    if (byKey.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    byKey.current = false;
  }, [day]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayByKey(event.key, day, first, last);
    if (next === null) return;
    event.preventDefault();
    byKey.current = true;
    setDay(next);
  };
  const turn = (key: 'PageUp' | 'PageDown') => setDay(dayByKey(key, day, first, last) ?? day);

  return (
    <div className="plan-calendar">
      <div>
        <div className="plan-month">
          <Button
            type="text"
            icon={<LeftOutlined />}
            aria-label={t('plan.calendar.previous')}
            disabled={month.start <= first}
            onClick={() => turn('PageUp')}
          />
          <strong>{month.start.slice(0, 7)}</strong>
          <Button
            type="text"
            icon={<RightOutlined />}
            aria-label={t('plan.calendar.next')}
            disabled={month.end > last}
            onClick={() => turn('PageDown')}
          />
          <span className="plan-quiet">{t('plan.calendar.keys')}</span>
        </div>
        <table
          ref={grid}
          role="grid"
          className="plan-grid"
          aria-label={t('plan.calendar.label', { month: month.start.slice(0, 7) })}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr role="row">
              {WEEKDAYS.map((weekday) => (
                <th key={weekday} scope="col" role="columnheader">
                  {t(`plan.calendar.weekdays.${weekday}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month.start).map((week, row) => (
              <tr key={row} role="row">
                {week.map((one, column) =>
                  one === null ? (
                    <td key={column} role="gridcell" />
                  ) : (
                    <DayCell
                      key={one}
                      day={one}
                      draws={byDay.get(one) ?? []}
                      works={working.has(one)}
                      isToday={one === today}
                      chosen={one === day}
                      onChoose={setDay}
                    />
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <DayList day={day} draws={byDay.get(day) ?? []} />
    </div>
  );
}

interface DayCellProps {
  readonly day: string;
  readonly draws: readonly PlanDraw[];
  readonly works: boolean;
  readonly isToday: boolean;
  readonly chosen: boolean;
  readonly onChoose: (day: string) => void;
}

function DayCell({ day, draws, works, isToday, chosen, onChoose }: DayCellProps) {
  const { t } = useTranslation();
  const overdue = draws.some(({ state }) => state === 'overdue');
  const marks = [works ? '' : 'plan-day-free', chosen ? 'plan-day-chosen' : '', overdue ? 'plan-day-overdue' : ''];
  return (
    <td
      role="gridcell"
      tabIndex={chosen ? 0 : -1}
      aria-selected={chosen}
      {...(isToday ? { 'aria-current': 'date' as const } : {})}
      className={`plan-day ${marks.filter(Boolean).join(' ')}`}
      onClick={() => onChoose(day)}
    >
      <span className="visually-hidden">
        {works ? t('plan.calendar.day', { day, count: draws.length }) : t('plan.calendar.dayFree', { day })}
        {overdue ? ` ${t('plan.drawState.overdue')}` : ''}
      </span>
      <span className="plan-day-head" aria-hidden>
        <span>{Number(day.slice(8))}</span>
        <span className="plan-day-mark">
          {isToday ? t('plan.calendar.today') : works ? '' : t('plan.calendar.free')}
          {overdue ? ` ${t('plan.drawState.overdue')}` : ''}
        </span>
      </span>
      {draws.slice(0, NAMES).map((draw) => (
        <span key={draw.id} className="plan-day-name">
          {draw.agentName}
        </span>
      ))}
      {draws.length > NAMES && (
        <span className="plan-quiet">{t('plan.calendar.more', { count: draws.length - NAMES })}</span>
      )}
    </td>
  );
}

function DayList({ day, draws }: { readonly day: string; readonly draws: readonly PlanDraw[] }) {
  const { t } = useTranslation();
  const weekday = WEEKDAYS[weekdayOf(day) - 1] ?? 'monday';
  return (
    <section className="panel plan-day-list" aria-labelledby="plan-day" aria-live="polite">
      <h2 id="plan-day">
        {day} {t(`plan.calendar.weekdays.${weekday}`)}
      </h2>
      {draws.length === 0 ? (
        <p className="plan-quiet">{t('plan.calendar.nothing')}</p>
      ) : (
        <ul>
          {draws.map((draw) => (
            <li key={draw.id}>
              <Link
                to={draw.observationId === null ? `/people/${draw.agentId}` : `/observations/${draw.observationId}`}
              >
                {draw.agentName}
              </Link>
              <StateTag tone={DRAW_TONES[draw.state]}>{t(`plan.drawState.${draw.state}`)}</StateTag>
              <span className="plan-quiet">{[draw.team, draw.assessorName].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
