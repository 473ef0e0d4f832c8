// The figures of a report, on its screen as on paper: coverage, the departments' work, problems with rectifications, improvement measures.
import { useTranslation } from 'react-i18next';
import type { DepartmentWork, ReportContent, ReportedImprovement } from '../../../shared/contract/supervision.ts';
import { agentsFor } from '../../../shared/domain/plan/coverage.ts';
import { percent } from '../../format.ts';
import { useFigure } from '../improvement/useFigure.ts';
import { useDepartment } from './useDepartment.ts';

const COUNTS = ['observations', 'records', 'patrols', 'works'] as const;
const RESULTS = ['found', 'closed', 'verified'] as const;

function Departments({ rows }: { readonly rows: readonly DepartmentWork[] }) {
  const { t } = useTranslation();
  const nameOf = useDepartment();
  const shown = (value: number | null) => (value === null ? '–' : percent(value));
  return (
    <table className="supervision-departments">
      <thead>
        <tr>
          <th scope="col">{t('supervision.work.department')}</th>
          {[...COUNTS, 'share', 'target', ...RESULTS].map((key) => (
            <th key={key} scope="col" className="sheet-number">
              {t(`supervision.work.${key as (typeof COUNTS)[number]}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.department ?? 'none'}>
            <th scope="row">{nameOf(row.department)}</th>
            {COUNTS.map((key) => (
              <td key={key} className="sheet-number">
                {row[key]}
              </td>
            ))}
            <td className="sheet-number">{shown(row.share)}</td>
            <td className="sheet-number">{shown(row.target)}</td>
            {RESULTS.map((key) => (
              <td key={key} className="sheet-number">
                {row[key]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Improvements({ rows }: { readonly rows: readonly ReportedImprovement[] }) {
  const { t } = useTranslation();
  const { nameOf, valueOf } = useFigure();
  if (rows.length === 0) return <p>{t('supervision.report.noImprovements')}</p>;
  const heads = ['title', 'kind', 'owner', 'deadline', 'figure', 'before', 'target', 'after', 'state'] as const;
  return (
    <table>
      <thead>
        <tr>
          {heads.map((key) => (
            <th key={key} scope="col">
              {t(`improvement.column.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const value = (one: number | null | undefined) =>
            one === null || one === undefined ? '–' : valueOf(row.figure, one);
          return (
            <tr key={row.id}>
              <th scope="row">{t('supervision.report.improvement', { number: row.number, title: row.title })}</th>
              <td>{t(`improvement.kind.${row.kind}`)}</td>
              <td>{row.ownerName}</td>
              <td>{row.deadline}</td>
              <td>{nameOf(row.figure)}</td>
              <td className="sheet-number">{value(row.before?.value)}</td>
              <td className="sheet-number">{value(row.target)}</td>
              <td className="sheet-number">{value(row.after?.value)}</td>
              <td>{row.verdict ? t(`improvement.verdict.${row.verdict}`) : t(`improvement.state.${row.state}`)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function ReportFigures({ content: { figures, improvements } }: { readonly content: ReportContent }) {
  const { t } = useTranslation();
  const { coverage, departments, problems, rectifications, shares } = figures;
  const { agents, observed, goal } = coverage;
  return (
    <>
      <section>
        <h3>{t('supervision.report.sections.coverage')}</h3>
        <p>
          {agents === 0
            ? t('supervision.report.coverageNone')
            : t('supervision.report.coverage', {
                ...{ agents, observed, share: percent(observed / agents), goal: percent(goal) },
                verdict: t(observed >= agentsFor(goal, agents) ? 'supervision.report.met' : 'supervision.report.short'),
              })}
        </p>
      </section>
      <section>
        <h3>{t('supervision.report.sections.departments')}</h3>
        <Departments rows={departments} />
        <p>
          {shares.fromDay === null
            ? t('supervision.shares.handbook')
            : t('supervision.report.sharesSet', { number: shares.number, day: shares.fromDay })}
          {' · '}
          {t('supervision.work.note')}
        </p>
      </section>
      <section>
        <h3>{t('supervision.report.sections.problems')}</h3>
        <p>
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
        <p>{t('supervision.work.rectifications', rectifications)}</p>
      </section>
      <section>
        <h3>{t('supervision.report.sections.improvements')}</h3>
        <Improvements rows={improvements} />
      </section>
    </>
  );
}
