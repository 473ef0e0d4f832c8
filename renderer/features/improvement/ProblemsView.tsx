// Frequent problems of a branch and a period: by class and by criterion, with the measures that are open against each. Enter proposes one.
import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PROBLEM_KINDS, type FrequentProblem, type Problem } from '../../../shared/contract/improvement.ts';
import { PeriodKind } from '../../../shared/contract/score.ts';
import type { Indicator, Progress } from '../../../shared/contract/vocabulary.ts';
import { client } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { EmptyState } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { percent } from '../../format.ts';
import { periodName } from '../../periodName.ts';
import { useDashboardChoice } from '../dashboard/useDashboardChoice.ts';
import { useSpoken } from '../observation/language.ts';
import { BranchSelect } from '../people/BranchSelect.tsx';
import { useToday } from '../people/useToday.ts';
import type { FormStart } from './ImprovementForm.tsx';
import { useProblemName } from './useProblemName.ts';

function useProblems(branchId: string | null, kind: PeriodKind, start: string) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const query = useQuery({
    queryKey: ['improvement', 'problems', branchId, kind, start],
    enabled: branchId !== null,
    staleTime: 0,
    queryFn: async ({ signal }) => {
      setProgress(null);
      const steps = await client.improvement.problems({ branchId: branchId!, kind, start }, { signal });
      for (;;) {
        const step = await steps.next();
        if (step.done) return step.value.problems;
        setProgress(step.value);
      }
    },
  });
  return { query, progress };
}

function useColumns(): readonly Column<FrequentProblem>[] {
  const { t } = useTranslation();
  const nameOf = useProblemName();
  const spoken = useSpoken();
  return useMemo(
    (): readonly Column<FrequentProblem>[] => [
      {
        ...{ kind: 'choice', key: 'kind', header: t('improvement.problems.column.kind'), width: 128, filter: true },
        value: (row) => row.kind,
        options: PROBLEM_KINDS.map((value) => ({
          value,
          label: t(`improvement.problems.kind.${value}`),
        })),
      },
      {
        ...{ kind: 'text', key: 'code', header: t('improvement.problems.column.code'), width: 150 },
        value: ({ kind, code, source }) =>
          kind !== 'criterion' ? '' : source === null ? code : `${t(`improvement.problems.source.${source}`)} ${code}`,
      },
      {
        ...{ kind: 'text', key: 'text', header: t('improvement.problems.column.text'), width: 200, grow: true },
        value: (row) => (row.text === null ? nameOf(row) : spoken(row.text)),
      },
      {
        ...{ kind: 'integer', key: 'records', header: t('improvement.problems.column.records'), width: 84 },
        value: (row) => row.records,
      },
      {
        ...{ kind: 'integer', key: 'agents', header: t('improvement.problems.column.agents'), width: 96 },
        value: (row) => row.agents,
      },
      {
        ...{ kind: 'decimal', key: 'share', header: t('improvement.problems.column.share'), width: 136, digits: 1 },
        value: (row) => row.share * 100,
        cell: (row) => percent(row.share),
      },
      {
        ...{ kind: 'text', key: 'frequent', header: t('improvement.problems.column.frequent'), width: 92 },
        value: (row) => (row.frequent ? t('improvement.problems.frequent') : ''),
        cell: (row) => row.frequent && <StateTag tone="warn">{t('improvement.problems.frequent')}</StateTag>,
      },
      {
        ...{ kind: 'text', key: 'open', header: t('improvement.problems.column.open'), width: 180 },
        value: ({ open }) => open.map(({ number, title }) => `${number} ${title}`).join(' · '),
      },
    ],
    [t, nameOf, spoken],
  );
}

const LONGEST_TITLE = 120;

/** The indicator (4.1) that shows whether problems of a class become fewer. */
const INDICATOR_OF: Readonly<Record<string, Indicator>> = {
  attitude: 'attitude',
  communication: 'attitude',
  process: 'compliance',
  content: 'content',
};

/** A new measure filled in as far as the problem says it. */
function useStart(): (row: FrequentProblem, branchId: string) => FormStart {
  const { t } = useTranslation();
  const nameOf = useProblemName();
  const spoken = useSpoken();
  return (row, branchId) => {
    const { kind, code, records, agents, period, share, source } = row;
    const problem: Problem = { kind, code, records, agents, period };
    const name = row.text === null ? nameOf(row) : `${code} ${spoken(row.text)}`;
    const said = { period: periodName(t, period), records, agents, share: percent(share) };
    const fields = {
      ...{ branchId, problem, cause: t('improvement.form.proposedCause', said) },
      title: t('improvement.form.proposedTitle', { name }).slice(0, LONGEST_TITLE),
    };
    // Whether complaints become fewer is seen in how many there are for the services; how many is for a person to say.
    if (kind === 'complaint' || kind === 'complaintCause')
      return { fields: { ...fields, figure: { kind: 'complaintRate' as const }, target: 0 } };
    const indicator = INDICATOR_OF[code];
    if (kind === 'class')
      return { fields: indicator ? { ...fields, figure: { kind: 'indicator' as const, indicator } } : fields };
    // Of a criterion that no score is made of there is no failing rate to measure.
    if (source === null) return { fields };
    // Half of what failed is a beginning that a person changes.
    const figure = { kind: 'failing' as const, source, criterion: code };
    return { fields: { ...fields, figure, target: Math.round(share * 50) } };
  };
}

export function ProblemsView({ onPropose }: { readonly onPropose: ((start: FormStart) => void) | null }) {
  const { t } = useTranslation();
  const { branchId, kind, period, periods, choose } = useDashboardChoice(useToday());
  const { query, progress } = useProblems(branchId, kind, period.start);
  const columns = useColumns();
  const startOf = useStart();
  return (
    <>
      <p className="improvement-note">{t('improvement.problems.intro')}</p>
      <DataGrid<FrequentProblem>
        name="frequentProblems"
        title={t('improvement.view.problems')}
        query={query}
        columns={columns}
        rowId={({ kind: by, code, source }) => `${by} ${source ?? ''} ${code}`}
        {...(onPropose && branchId !== null ? { onOpen: (row) => onPropose(startOf(row, branchId)) } : {})}
        before={
          <>
            <BranchSelect
              value={branchId}
              aria-label={t('supervision.branch')}
              onChange={(id) => choose({ branch: id })}
            />
            <Segmented<PeriodKind>
              aria-label={t('supervision.kind')}
              value={kind}
              options={PeriodKind.options.map((value) => ({ value, label: t(`supervision.kinds.${value}`) }))}
              onChange={(value) => choose({ kind: value })}
            />
            <Select<string>
              className="improvement-period"
              aria-label={t('supervision.period')}
              value={period.start}
              options={periods.map((one) => ({ value: one.start, label: periodName(t, one) }))}
              onChange={(start) => choose({ start })}
            />
          </>
        }
        foot={onPropose && <span>{t('improvement.problems.proposeHint')}</span>}
        empty={{ title: t('improvement.problems.empty'), hint: t('improvement.problems.emptyHint') }}
      />
      {query.isFetching && progress !== null && progress.total > 0 && (
        <EmptyState
          title={t('improvement.problems.reading')}
          hint={<span role="status">{percent(progress.done / progress.total)}</span>}
        />
      )}
    </>
  );
}
