// The clocks: requests, return visits, feedback, appeals, improvement measures and complaints (with the limit that binds) whose time runs out next or
// has run out, the most urgent first.
import { ClockCircleOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CLOCKS_LISTED, type Home } from '../../../shared/contract/home.ts';
import { daysBetween } from '../../../shared/domain/time.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { useFormat } from '../../format.ts';
import { recordAddress } from '../assessment/recordAddress.ts';
import { useLimitWords } from '../complaint/useLimitWords.ts';
import { Block } from './Block.tsx';

const HOUR = 3_600_000;
const HOURS_A_DAY = 24;

const addressOf = ({ id, record, measure }: Home['clocks'][number]): string => {
  if (measure) return `/improvement/${id}`;
  return record === null ? `/appeals/${id}` : (recordAddress(record) ?? '/people');
};

export function ClocksBlock({ home: { clocks, today } }: { readonly home: Home }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useLimitWords();
  const [now] = useState(Date.now);
  const long = (hours: number): string =>
    hours < 2 * HOURS_A_DAY
      ? t('home.hours', { count: hours })
      : t('home.days', { count: Math.floor(hours / HOURS_A_DAY) });
  /** Whole hours left until an instant, or days until a day, in words; negative ones are over. */
  const left = ({ dueAt, dueOn }: Home['clocks'][number]): { readonly over: boolean; readonly words: string } => {
    if (dueAt !== null) {
      const hours = (Date.parse(dueAt) - now) / HOUR;
      const time = long(Math.floor(Math.abs(hours)));
      return { over: hours < 0, words: hours < 0 ? t('home.clockOver', { time }) : t('home.clockLeft', { time }) };
    }
    const days = daysBetween(today, dueOn ?? today);
    if (days === 0) return { over: false, words: t('home.clockToday') };
    const time = t('home.days', { count: Math.abs(days) });
    return { over: days < 0, words: days < 0 ? t('home.clockOver', { time }) : t('home.clockLeft', { time }) };
  };
  return (
    <Block
      id="clocks"
      most={CLOCKS_LISTED}
      title={t('home.clocks')}
      empty={{ title: t('home.clocksEmpty'), hint: t('home.clocksHint') }}
      lines={clocks.map((clock) => {
        const { over, words: said } = left(clock);
        return {
          id: clock.id,
          to: addressOf(clock),
          title: [
            clock.complaint?.number,
            clock.complaint?.joinedNumber && t('complaintCase.ofCase', { number: clock.complaint.joinedNumber }),
            clock.measure?.title,
            clock.agentName,
            clock.employeeNumber,
          ]
            .filter(Boolean)
            .join(' '),
          detail: [
            t(`home.clock.${clock.kind}`),
            clock.measure?.ownerName,
            clock.complaint && words.names(clock.complaint.limits),
            clock.dueAt === null
              ? clock.dueOn
              : clock.complaint
                ? words.at(Date.parse(clock.dueAt))
                : format.instant(clock.dueAt),
          ]
            .filter(Boolean)
            .join(' · '),
          tag: (
            <StateTag tone={over ? 'danger' : 'warn'} icon={<ClockCircleOutlined aria-hidden />}>
              {said}
            </StateTag>
          ),
        };
      })}
    />
  );
}
