// A year's twelve months with the days that differ from their weekday marked, in words as well as in colour.
import { useTranslation } from 'react-i18next';
import type { CalendarYear, SpecialDay } from '../../../shared/contract/calendar.ts';
import { weekdayOf } from '../../../shared/domain/time.ts';
import { WEEKDAYS, weeksOf } from '../plan/monthGrid.ts';

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);
const SATURDAY = 6;

interface DayProps {
  readonly day: string;
  readonly special: SpecialDay | undefined;
}

function Day({ day, special }: DayProps) {
  const { t } = useTranslation();
  const weekend = weekdayOf(day) >= SATURDAY;
  if (!special) return <td className={weekend ? 'calendar-weekend' : undefined}>{Number(day.slice(8))}</td>;
  const kind = special.worked ? 'worked' : 'free';
  return (
    <td
      className={`calendar-${kind}`}
      title={[day, t(`calendar.kind.${kind}`), special.name].filter(Boolean).join(' ')}
    >
      {Number(day.slice(8))}
      <small>{t(`calendar.mark.${kind}`)}</small>
    </td>
  );
}

export function YearMonths({ year, days }: Pick<CalendarYear, 'year' | 'days'>) {
  const { t } = useTranslation();
  const special = new Map(days.map((one) => [one.day, one]));
  return (
    // A scrolling part is reached by the keyboard.
    <div className="calendar-months" tabIndex={0} role="region" aria-labelledby="calendar-year">
      {MONTHS.map((month) => {
        const start = `${year}-${String(month).padStart(2, '0')}-01`;
        const names = [...new Set(days.filter(({ day }) => day.startsWith(start.slice(0, 7))).map(({ name }) => name))];
        return (
          <table key={month}>
            <caption>
              {t('calendar.month', { month })} <span>{names.filter(Boolean).join(' ')}</span>
            </caption>
            <thead>
              <tr>
                {WEEKDAYS.map((weekday) => (
                  <th key={weekday} scope="col">
                    {t(`plan.calendar.weekdays.${weekday}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(start).map((week, row) => (
                <tr key={row}>
                  {week.map((day, column) =>
                    day === null ? <td key={column} /> : <Day key={day} day={day} special={special.get(day)} />,
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
    </div>
  );
}
