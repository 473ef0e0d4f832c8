// Improvement measures past their deadline, in one line above the blocks; nothing where there is none.
import { RiseOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../client.ts';
import { isLate } from '../improvement/tones.ts';
import { useToday } from '../people/useToday.ts';

export function ImprovementLine() {
  const { t } = useTranslation();
  const today = useToday();
  const list = useQuery({ ...api.improvement.list.queryOptions(), staleTime: 0 });
  const late = (list.data ?? []).filter((row) => isLate(row, today)).length;
  if (late === 0) return null;
  return (
    <p className="home-reminder">
      <RiseOutlined aria-hidden /> <Link to="/improvement">{t('improvement.reminder', { count: late })}</Link>
    </p>
  );
}
