// Means before and after with their intervals, the difference, and what it says in words.
import { useTranslation } from 'react-i18next';
import type { ComparedGroup } from '../../../shared/contract/dashboard.ts';
import { count, score } from '../../format.ts';
import { useGroupName } from './useGroupName.ts';

interface Estimated {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface GroupsTableProps {
  readonly groups: readonly ComparedGroup[];
  readonly picked: string | null;
  /** Shows the sessions of a group below. */
  readonly onPick: (key: string) => void;
}

export function GroupsTable({ groups, picked, onPick }: GroupsTableProps) {
  const { t } = useTranslation();
  const nameOf = useGroupName();
  const written = ({ value, low, high }: Estimated): string => {
    if (value === null) return t('frame.chart.noValue');
    return low === null || high === null
      ? t('dashboard.compare.plain', { value: score(value) })
      : t('dashboard.compare.interval', { value: score(value), low: score(low), high: score(high) });
  };
  return (
    <table className="dashboard-table" aria-label={t('dashboard.compare.table')}>
      <thead>
        <tr>
          <th scope="col">{t('dashboard.compare.group')}</th>
          <th scope="col">{t('dashboard.compare.agents')}</th>
          <th scope="col">{t('dashboard.compare.beforeCount')}</th>
          <th scope="col">{t('dashboard.compare.beforeMean')}</th>
          <th scope="col">{t('dashboard.compare.afterCount')}</th>
          <th scope="col">{t('dashboard.compare.afterMean')}</th>
          <th scope="col">{t('dashboard.compare.difference')}</th>
          <th scope="col">{t('dashboard.compare.change')}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.key}>
            <th scope="row">
              <button
                type="button"
                className="dashboard-link"
                aria-pressed={group.key === picked}
                aria-label={t('frame.chart.open', { of: nameOf(group) })}
                onClick={() => onPick(group.key)}
              >
                {nameOf(group)}
              </button>
            </th>
            <td>{count(group.agents)}</td>
            <td>{count(group.before.count)}</td>
            <td>{written({ ...group.before, value: group.before.mean })}</td>
            <td>{count(group.after.count)}</td>
            <td>{written({ ...group.after, value: group.after.mean })}</td>
            <td>{written({ value: group.difference, low: group.low, high: group.high })}</td>
            <td>{t(`dashboard.compare.changes.${group.change}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
