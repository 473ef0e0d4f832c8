// What an entry of the table of screens says.
import type { ComponentType } from 'react';
import type { Permission } from '../../../shared/contract/permissions.ts';
import type { zhCN } from '../../../shared/i18n/zh-CN/index.ts';

export const NAV_GROUPS = ['work', 'evidence', 'loop', 'assess', 'deliver', 'base'] as const;
export type NavGroup = (typeof NAV_GROUPS)[number];
/** A key of `frame.nav`. */
export type NavKey = keyof typeof zhCN.frame.nav;

export interface NavIconProps {
  readonly 'aria-hidden'?: boolean;
  readonly role?: 'presentation';
}

export interface Screen {
  /** Address without the leading slash: 'people', 'people/:id'. */
  readonly path: string;
  readonly permission: Permission;
  readonly load: () => Promise<ComponentType>;
  /** Where it stands in the menu, in the order of this table within its group. Records and runners have none. */
  readonly nav?: { readonly group: NavGroup; readonly key: NavKey; readonly icon: ComponentType<NavIconProps> };
  /** Where Esc and 返回 lead; without it the page before. '/' for none. */
  readonly parent?: string;
  /** Esc and 返回 lead to the parent even where a page stands before: for screens that are a part of a record. */
  readonly goesUp?: boolean;
  /** Takes the full window, without navigation and top bar (the observation runner). */
  readonly fullWindow?: boolean;
}

/** The address a menu entry opens: its path without a trailing pattern. */
export const addressOf = (screen: Screen): string => `/${screen.path.replace(/\/?\*$/, '')}`;
