// The one table of screens: address, permission, place in the navigation. A screen adds one entry here and nothing else.
// A screen file exports a component named `Screen…`; it is a chunk of its own, loaded when first opened.
import {
  AuditOutlined,
  HomeOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { Permission } from '../../shared/contract/permissions.ts';
import type { zhCN } from '../../shared/i18n/zh-CN/index.ts';

export const NAV_GROUPS = ['work', 'evidence', 'loop', 'assess', 'deliver', 'base'] as const;
export type NavGroup = (typeof NAV_GROUPS)[number];
/** A key of `frame.nav`. */
export type NavKey = keyof typeof zhCN.frame.nav;

export interface Screen {
  /** Address without the leading slash: 'people', 'people/:id'. */
  readonly path: string;
  readonly permission: Permission;
  readonly load: () => Promise<ComponentType>;
  /** Where it stands in the menu, in the order of this table within its group. Records and runners have none. */
  readonly nav?: { readonly group: NavGroup; readonly key: NavKey; readonly icon: ComponentType };
  /** Where Esc and 返回 lead; without it the page before. '/' for none. */
  readonly parent?: string;
  /** Takes the full window, without navigation and top bar (the observation runner). */
  readonly fullWindow?: boolean;
}

export const SCREENS: readonly Screen[] = [
  {
    path: '',
    permission: 'account.use',
    nav: { group: 'work', key: 'home', icon: HomeOutlined },
    load: () => import('./home/HomeScreen.tsx').then((m) => m.HomeScreen),
  },
  {
    path: 'settings/*',
    permission: 'settings.read',
    nav: { group: 'base', key: 'settings', icon: SettingOutlined },
    parent: '/',
    load: () => import('./settings/SettingsScreen.tsx').then((m) => m.SettingsScreen),
  },
  {
    path: 'audit',
    permission: 'audit.read',
    nav: { group: 'base', key: 'audit', icon: AuditOutlined },
    parent: '/',
    load: () => import('./audit/AuditScreen.tsx').then((m) => m.AuditScreen),
  },
];

/** The address a menu entry opens: its path without a trailing pattern. */
export const addressOf = (screen: Screen): string => `/${screen.path.replace(/\/?\*$/, '')}`;
