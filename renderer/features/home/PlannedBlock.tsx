// Today: observations planned for today, and those whose day went by.
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Home } from '../../../shared/contract/home.ts';
import { daysBetween } from '../../../shared/domain/time.ts';
import { useAccount } from '../../account.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { Block } from './Block.tsx';

export function PlannedBlock({ home: { planned, today } }: { readonly home: Home }) {
  const { t } = useTranslation();
  const { may } = useAccount();
  const plan = may('observation.write') && <Link to="/observations/start?mode=plan">{t('home.plan')}</Link>;
  return (
    <Block
      id="today"
      title={t('home.today')}
      more={plan}
      empty={{ title: t('home.todayEmpty'), hint: t('home.todayHint') }}
      lines={planned
        .toSorted((a, b) => (a.day ?? '').localeCompare(b.day ?? ''))
        .map((one) => ({
          id: one.id,
          to: one.own ? `/observations/start?planned=${one.id}` : `/observations/${one.id}`,
          title: `${one.agentName} ${one.employeeNumber}`,
          detail: [one.place, one.assessorName].filter(Boolean).join(' · '),
          tag:
            one.day === null || one.day >= today ? (
              <StateTag tone="accent">{t('home.due')}</StateTag>
            ) : (
              <StateTag tone="danger">{t('home.overdue', { count: daysBetween(one.day, today) })}</StateTag>
            ),
        }))}
    />
  );
}
