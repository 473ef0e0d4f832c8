// Words for the log's actions and kinds of records; what has none (an action of a later part) stays as it is written.
import type { TFunction } from 'i18next';
import { zhCN } from '../../../shared/i18n/zh-CN/index.ts';

const within = <T extends object>(texts: T, key: string): key is Extract<keyof T, string> => Object.hasOwn(texts, key);

/** 'agent' → 人员 */
export function entityWords(t: TFunction, entity: string): string {
  return within(zhCN.audit.entities, entity) ? t(`audit.entities.${entity}`) : entity;
}

/** 'user.signedIn' → 登录 */
export function actionWords(t: TFunction, action: string): string {
  const [entity = '', what = ''] = action.split('.');
  const actions: Readonly<Record<string, Readonly<Record<string, string>>>> = zhCN.audit.actions;
  if (actions[entity]?.[what] === undefined) return action;
  // Both halves were just looked up in the source of the keys.
  const words = t as unknown as (key: string) => string;
  return words(`audit.actions.${entity}.${what}`);
}
