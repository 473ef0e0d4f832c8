// Appeals that wait, in one line above the blocks, with the earliest deadline; nothing where none waits.
import { SolutionOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../client.ts';
import { isWaiting } from '../appeal/tones.ts';

export function AppealsLine() {
  const { t } = useTranslation();
  const list = useQuery({ ...api.appeal.list.queryOptions(), staleTime: 0 });
  const waiting = (list.data ?? []).filter(({ state }) => isWaiting(state));
  const [first] = waiting;
  if (!first) return null;
  return (
    <p className="home-reminder">
      <Link to={waiting.length === 1 ? `/appeals/${first.id}` : '/appeals'}>
        <SolutionOutlined aria-hidden /> {t('appeal.waiting', { count: waiting.length, day: first.dueDay })}
      </Link>
    </p>
  );
}
