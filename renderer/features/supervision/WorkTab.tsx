// The supervision work of a branch and a period: coverage against its goal, each department's work against its share, problems by class.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeriodDays } from '../../../shared/contract/score.ts';
import type { DepartmentWork, SupervisionFigures } from '../../../shared/contract/supervision.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Loaded } from '../../components/states.tsx';
import { percent } from '../../format.ts';
import { CoverageGauge } from '../plan/CoverageGauge.tsx';
import { useDepartment } from './useDepartment.ts';

const HUNDRED = 100;
const points = (value: number): string => `${value > 0 ? '+' : ''}${(value * HUNDRED).toFixed(1)}`;

const gapOf = ({ share, target }: DepartmentWork): number | null =>
  share === null || target === null ? null : share - target;

function useColumns(): readonly Column<DepartmentWork>[] {
  const { t } = useTranslation();
  const nameOf = useDepartment();
  return useMemo((): readonly Column<DepartmentWork>[] => {
    const count = (
      key: 'people' | 'observations' | 'records' | 'patrols' | 'works' | 'found' | 'closed' | 'verified',
      width: number,
    ): Column<DepartmentWork> => ({
      ...{ kind: 'integer', key, header: t(`supervision.work.${key}`), width, value: (row) => row[key] },
    });
    const part = (
      key: 'share' | 'target' | 'gap',
      width: number,
      of: (row: DepartmentWork) => number | null,
      text: (value: number) => string = percent,
    ): Column<DepartmentWork> => ({
      ...{ kind: 'decimal', key, header: t(`supervision.work.${key}`), width, digits: 1 },
      value: (row) => {
        const value = of(row);
        return value === null ? null : value * HUNDRED;
      },
      cell: (row) => {
        const value = of(row);
        return value === null ? '' : text(value);
      },
    });
    return [
      {
        ...{ kind: 'text', key: 'department', header: t('supervision.work.department'), width: 150, grow: true },
        value: (row) => nameOf(row.department),
      },
      count('people', 86),
      count('observations', 86),
      count('records', 86),
      count('patrols', 86),
      count('works', 62),
      part('share', 86, ({ share }) => share),
      part('target', 86, ({ target }) => target),
      part('gap', 124, gapOf, points),
      {
        ...{ kind: 'text', key: 'interval', header: t('supervision.work.interval'), width: 132, hidden: true },
        value: ({ low, high }) => (low === null || high === null ? '' : `${percent(low)} – ${percent(high)}`),
      },
      count('found', 86),
      count('closed', 100),
      count('verified', 86),
    ];
  }, [t, nameOf]);
}

function Figures({ figures }: { readonly figures: SupervisionFigures }) {
  const { t } = useTranslation();
  const columns = useColumns();
  const { coverage, departments, problems, rectifications } = figures;
  return (
    <>
      <section className="panel supervision-panel" aria-label={t('supervision.work.coverage')}>
        <CoverageGauge coverage={coverage} goal={coverage.goal} label={t('supervision.work.coverage')} />
        <p>
          <strong>{t('supervision.work.problems')}</strong>{' '}
          {problems.length === 0
            ? t('supervision.work.noProblems')
            : problems
                .map(({ class: name, count }) =>
                  t('supervision.work.problem', {
                    ...{ name: name === null ? t('supervision.work.noClass') : t(`words.problemClass.${name}`), count },
                  }),
                )
                .join(' · ')}
        </p>
        <p className={rectifications.overdue > 0 ? 'supervision-late' : ''}>
          {t('supervision.work.rectifications', rectifications)}
        </p>
      </section>
      <DataGrid<DepartmentWork>
        name="departments"
        title={t('supervision.tab.work')}
        query={{ data: departments, error: null }}
        columns={columns}
        rowId={({ department }) => department ?? 'none'}
        foot={<span>{t('supervision.work.note')}</span>}
        empty={{ title: t('supervision.work.empty'), hint: t('supervision.work.emptyHint') }}
      />
    </>
  );
}

export function WorkTab({ branchId, period }: { readonly branchId: string; readonly period: PeriodDays }) {
  const { kind, start } = period;
  const query = useQuery({
    ...api.supervision.figures.queryOptions({ input: { branchId, kind, start } }),
    staleTime: 0,
  });
  return <Loaded query={query}>{(figures) => <Figures figures={figures} />}</Loaded>;
}
