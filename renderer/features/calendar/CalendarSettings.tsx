// Settings › working days: the years that are known and where they came from, a year's special days by month, the import.
import { DownloadOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarPreview, CalendarYear, WorkingCalendar } from '../../../shared/contract/calendar.ts';
import { useAccount } from '../../account.ts';
import { api, client, queryClient } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { stageWord } from '../../components/sheetImport/stageWord.ts';
import { Loaded } from '../../components/states.tsx';
import { TaskProgress } from '../../components/task/TaskProgress.tsx';
import { useTask } from '../../components/task/useTask.ts';
import { useFormat } from '../../format.ts';
import { ImportPreview } from './ImportPreview.tsx';
import { MissingYears } from './MissingYears.tsx';
import { YearMonths } from './YearMonths.tsx';
import './calendar.css';

/** Picking a file, what it would change, and taking it. */
function ImportTools({ onTaken }: { readonly onTaken: (year: number) => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [preview, setPreview] = useState<CalendarPreview | null>(null);
  const open = useTask((signal) => client.calendar.open(undefined, { signal }));
  const template = useMutation(
    api.calendar.template.mutationOptions({
      onSuccess: ({ path }) => {
        if (path !== null) void message.success(t('calendar.templateSaved', { path }));
      },
    }),
  );
  const take = useMutation(
    api.calendar.apply.mutationOptions({
      onSuccess: ({ years }) => {
        setPreview(null);
        onTaken(Math.max(...years));
        // Limits counted in working days stand on many screens.
        void queryClient.invalidateQueries();
        void message.success(t('calendar.taken', { count: years.length, years: years.join(', ') }));
      },
    }),
  );
  const pick = async () => {
    const made = await open.start();
    if (made === undefined) return;
    open.reset();
    take.reset();
    setPreview(made);
  };
  return (
    <>
      <Flex gap={8} className="page-actions">
        <Button icon={<DownloadOutlined />} loading={template.isPending} onClick={() => template.mutate(undefined)}>
          {t('calendar.template')}
        </Button>
        <Button
          type="primary"
          icon={<FolderOpenOutlined />}
          disabled={open.state.kind === 'running'}
          onClick={() => void pick()}
        >
          {t('calendar.pick')}
        </Button>
      </Flex>
      <FailureAlert error={template.error} />
      <TaskProgress task={open} title={t('calendar.opening')} stage={(name) => stageWord(t, name)} />
      {preview && (
        <ImportPreview
          preview={preview}
          error={take.error}
          isPending={take.isPending}
          onTake={() => take.mutate({ previewId: preview.previewId })}
          onClose={() => setPreview(null)}
        />
      )}
    </>
  );
}

interface YearsProps {
  readonly years: readonly CalendarYear[];
  readonly chosen: number;
  readonly onChoose: (year: number) => void;
}

function Years({ years, chosen, onChoose }: YearsProps) {
  const { t } = useTranslation();
  return (
    <section className="panel calendar-years">
      <h2 id="calendar-years">{t('calendar.years')}</h2>
      <div className="calendar-years-scroll" tabIndex={0} role="region" aria-labelledby="calendar-years">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('calendar.year')}</th>
              <th scope="col">{t('calendar.source')}</th>
              <th scope="col" className="calendar-number">
                {t('calendar.workingDays')}
              </th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, import: made, workingDays }) => (
              <tr key={year} className={year === chosen ? 'calendar-chosen' : undefined}>
                <td>
                  <Button
                    type="link"
                    size="small"
                    {...(year === chosen ? { 'aria-current': 'true' as const } : {})}
                    onClick={() => onChoose(year)}
                  >
                    {year}
                  </Button>
                </td>
                <td>{made === null ? t('calendar.builtIn') : t('calendar.imported')}</td>
                <td className="calendar-number">{workingDays}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Year({ known }: { readonly known: CalendarYear }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { year, days, workingDays: working, import: made } = known;
  const worked = days.filter((one) => one.worked).length;
  return (
    <section className="panel calendar-year">
      <h2 id="calendar-year">{t('calendar.yearTitle', { year })}</h2>
      <p className="calendar-note">
        {t('calendar.yearFigures', { free: days.length - worked, worked, working })}{' '}
        {made === null
          ? t('calendar.fromBuiltIn')
          : t('calendar.fromFile', { by: made.by, at: format.instant(made.at), file: made.file })}
        {made !== null && (
          <span className="calendar-digest">
            {' '}
            {t('calendar.digest')} <code title={made.sha256}>{made.sha256.slice(0, 16)}</code>
          </span>
        )}
      </p>
      <YearMonths year={year} days={days} />
    </section>
  );
}

interface CalendarProps {
  readonly calendar: WorkingCalendar;
  /** Null for this year. */
  readonly wanted: number | null;
  readonly onChoose: (year: number) => void;
}

function Calendar({ calendar: { today, years }, wanted, onChoose }: CalendarProps) {
  const known =
    years.find(({ year }) => year === wanted) ??
    years.find(({ year }) => year === Number(today.slice(0, 4))) ??
    years[0];
  if (!known) return null;
  return (
    <div className="calendar-body">
      <Years years={years} chosen={known.year} onChoose={onChoose} />
      <Year known={known} />
    </div>
  );
}

export function CalendarSettings() {
  const { t } = useTranslation();
  const { may } = useAccount();
  const [wanted, setWanted] = useState<number | null>(null);
  const calendar = useQuery({ ...api.calendar.get.queryOptions(), staleTime: 0 });
  return (
    <Flex vertical gap={12} className="settings-fill">
      <div className="calendar-head">
        <p className="calendar-note">
          {t('calendar.intro')} {!may('settings.manage') && t('calendar.readOnly')}
        </p>
        {may('settings.manage') && <ImportTools onTaken={setWanted} />}
      </div>
      <Loaded query={calendar}>
        {(data) => (
          <>
            <MissingYears years={data.missing} />
            <Calendar calendar={data} wanted={wanted} onChoose={setWanted} />
          </>
        )}
      </Loaded>
    </Flex>
  );
}
