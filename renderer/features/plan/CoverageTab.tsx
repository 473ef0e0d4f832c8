// Coverage by team (8.1).
import { useTranslation } from 'react-i18next';
import type { Coverage } from '../../../shared/contract/plan.ts';
import { CoverageGauge } from './CoverageGauge.tsx';

export function CoverageTab({ coverage }: { readonly coverage: Coverage }) {
  const { t } = useTranslation();
  return (
    <table className="plan-table" aria-label={t('plan.coverage.byTeam')}>
      <thead>
        <tr>
          <th scope="col">{t('plan.column.branch')}</th>
          <th scope="col">{t('plan.column.team')}</th>
          <th scope="col" className="plan-number">
            {t('plan.column.agents')}
          </th>
          <th scope="col" className="plan-number">
            {t('plan.column.observed')}
          </th>
          <th scope="col" className="plan-number">
            {t('plan.column.planned')}
          </th>
          <th scope="col" className="plan-table-wide">
            {t('plan.coverage.label')}
          </th>
        </tr>
      </thead>
      <tbody>
        {coverage.teams.map((team) => (
          <tr key={`${team.branchId} ${team.team}`}>
            <td>{team.branchName}</td>
            <td>{team.team || t('plan.coverage.noTeam')}</td>
            <td className="plan-number">{team.agents}</td>
            <td className="plan-number">{team.observed}</td>
            <td className="plan-number">{team.planned}</td>
            <td>
              <CoverageGauge
                bare
                coverage={team}
                goal={coverage.goal}
                label={`${team.branchName} ${team.team || t('plan.coverage.noTeam')}`}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
