// What a file would change, year by year, before it is taken; what cannot be read stands above it, cell by cell.
import { Alert, Button, Flex, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type {
  CalendarPreview,
  CalendarProblem,
  CalendarYearPreview,
  SpecialDay,
} from '../../../shared/contract/calendar.ts';
import { FIXED_HOLIDAYS } from '../../../shared/domain/calendar.ts';
import { weekdayOf } from '../../../shared/domain/time.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { StateTag, type Tone } from '../../components/StateTag.tsx';
import { isCellReason } from '../../components/sheetImport/cellReasons.ts';
import { WEEKDAYS } from '../plan/monthGrid.ts';

const TONES: Readonly<Record<CalendarYearPreview['fate'], Tone>> = {
  new: 'met',
  extends: 'met',
  replacesBuiltIn: 'warn',
  replacesImported: 'warn',
  unchanged: 'neutral',
  rejected: 'danger',
};

function Problems({ problems, problemCount }: Pick<CalendarPreview, 'problems' | 'problemCount'>) {
  const { t } = useTranslation();
  const reasonOf = ({ reason, firstRow }: CalendarProblem): string => {
    if (reason === 'duplicateInFile') return t('calendar.duplicate', { row: firstRow ?? 0 });
    return isCellReason(reason) ? t(`sheetImport.reason.${reason}`) : t(`calendar.reason.${reason}`);
  };
  if (problemCount === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={t('calendar.problems', { count: problemCount })}
      description={
        // A scrolling part is reached by the keyboard.
        <ul className="calendar-problems" tabIndex={0} aria-label={t('calendar.problems', { count: problemCount })}>
          {problems.map((problem) => {
            const { cell, value, reason } = problem;
            const words = reasonOf(problem);
            return (
              <li key={`${cell} ${reason}`}>
                {value === ''
                  ? t('sheetImport.rejection', { cell, reason: words })
                  : t('sheetImport.rejectionWith', { cell, value, reason: words })}
              </li>
            );
          })}
          {problems.length < problemCount && <li>{t('calendar.problemsMore', { count: problems.length })}</li>}
        </ul>
      }
    />
  );
}

function YearChange({ preview }: { readonly preview: CalendarYearPreview }) {
  const { t } = useTranslation();
  const { year, fate, free, worked, changes, withoutFixed } = preview;
  const shown = (one: SpecialDay | null, day: string): string =>
    one === null
      ? // The holidays of fixed date are free in a year that is not known too.
        t(fate === 'new' && FIXED_HOLIDAYS.has(day.slice(5)) ? 'calendar.kind.free' : 'calendar.ordinary')
      : [t(`calendar.kind.${one.worked ? 'worked' : 'free'}`), one.name].filter(Boolean).join(' ');
  return (
    <section className="calendar-change" aria-labelledby={`calendar-change-${year}`}>
      <h3 id={`calendar-change-${year}`}>
        {year} <StateTag tone={TONES[fate]}>{t(`calendar.fate.${fate}`)}</StateTag>{' '}
        <small>{t('calendar.counts', { free, worked })}</small>
      </h3>
      {fate === 'rejected' && <Alert type="error" showIcon title={t('calendar.rejectedHint')} />}
      {fate !== 'rejected' && withoutFixed.length > 0 && (
        <Alert type="warning" showIcon title={t('calendar.withoutFixed', { days: withoutFixed.join(', ') })} />
      )}
      {fate !== 'unchanged' && (
        <>
          <p>{t('calendar.changes', { count: changes.length })}</p>
          <div
            className="calendar-change-scroll"
            tabIndex={0}
            role="region"
            aria-labelledby={`calendar-change-${year}`}
          >
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('calendar.field.day')}</th>
                  <th scope="col">{t('calendar.before')}</th>
                  <th scope="col">{t('calendar.after')}</th>
                </tr>
              </thead>
              <tbody>
                {changes.map(({ day, before, after }) => (
                  <tr key={day}>
                    <td>
                      {day} {t(`plan.calendar.weekdays.${WEEKDAYS[weekdayOf(day) - 1] ?? 'monday'}`)}
                    </td>
                    <td>{shown(before, day)}</td>
                    <td>{after === null ? t('calendar.ordinary') : shown(after, day)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

export interface ImportPreviewProps {
  readonly preview: CalendarPreview;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onTake: () => void;
  readonly onClose: () => void;
}

export function ImportPreview({ preview, error, isPending, onTake, onClose }: ImportPreviewProps) {
  const { t } = useTranslation();
  const { file, sheet, years, problems, problemCount, ignored } = preview;
  const takeable =
    problemCount === 0 &&
    years.every(({ fate }) => fate !== 'rejected') &&
    years.some(({ fate }) => fate !== 'unchanged');
  return (
    <Modal
      open
      width={720}
      title={t('calendar.preview')}
      onCancel={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('calendar.cancel')}</Button>
          <Button type="primary" disabled={!takeable} loading={isPending} onClick={onTake}>
            {t('calendar.take')}
          </Button>
        </>
      }
    >
      <Flex vertical gap={12}>
        <p className="calendar-note">
          {sheet === '' ? t('calendar.previewFile', { file }) : t('calendar.previewSheet', { file, sheet })}
          {ignored > 0 && ` ${t('calendar.ignored', { count: ignored })}`}
        </p>
        <FailureAlert error={error} />
        <Problems problems={problems} problemCount={problemCount} />
        {years.map((one) => (
          <YearChange key={one.year} preview={one} />
        ))}
      </Flex>
    </Modal>
  );
}
