// What happened to an observation, in words.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { observation } from '../../../../shared/i18n/zh-CN/observation.ts';
import { api } from '../../../client.ts';
import type { HistoryEntry } from '../../../components/record/History.tsx';
import { grouped, told } from './historyGroups.ts';

type Action = keyof typeof observation.action;
const isAction = (key: string): key is Action => Object.hasOwn(observation.action, key);

export function useHistory(id: string): readonly HistoryEntry[] {
  const { t } = useTranslation();
  const { data = [] } = useQuery({ ...api.observation.history.queryOptions({ input: { id } }), staleTime: 0 });
  return grouped(data.map((entry) => ({ ...entry, action: told(entry) }))).map(({ action, count, seq, who, at }) => {
    const key = action.replace(/^observation\./, '').replace('redLine.', 'redLine_');
    return { key: seq, what: isAction(key) ? t(`observation.action.${key}`, { count }) : action, who, at };
  });
}
