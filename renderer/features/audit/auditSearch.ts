// What the tools above the log ask for, as main takes it: a searched word is looked up in the screen's own words too.
import type { TFunction } from 'i18next';
import type { AuditSearch } from '../../../shared/contract/settings.ts';
import { zhCN } from '../../../shared/i18n/zh-CN/index.ts';
import type { Asked } from '../../components/grid/DataGrid.tsx';
import type { Filter } from '../../components/grid/columns.ts';
import { actionWords, entityWords } from './auditWords.ts';

/** Stands for the console itself among the people who act. */
export const SYSTEM = 'system';

const MOST_WORDS = 20;

const chosen = (filter: Filter | undefined): readonly string[] => (filter?.kind === 'choice' ? filter.values : []);

/** Actions that have words. */
const ACTIONS = Object.entries(zhCN.audit.actions).flatMap(([entity, actions]) =>
  Object.keys(actions).map((what) => `${entity}.${what}`),
);

export function auditSearch(t: TFunction, { filters, search }: Asked): AuditSearch {
  const days = filters['at']?.kind === 'days' ? filters['at'] : { from: null, to: null };
  const actors = chosen(filters['actor']);
  const words = search.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  return {
    actors: actors.filter((id) => id !== SYSTEM),
    system: actors.includes(SYSTEM),
    actions: [...chosen(filters['action'])],
    entities: [...chosen(filters['entity'])],
    from: days.from,
    to: days.to,
    words: words.map((text) => ({
      text,
      actions: ACTIONS.filter((action) => actionWords(t, action).toLowerCase().includes(text)),
      entities: Object.keys(zhCN.audit.entities).filter((one) => entityWords(t, one).toLowerCase().includes(text)),
    })),
  };
}
