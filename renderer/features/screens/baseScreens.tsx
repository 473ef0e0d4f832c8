// 报送 and 基础: reports, people, the standard, settings, the audit log.
import { AuditOutlined, BookOutlined, FileExcelOutlined, SettingOutlined, TeamOutlined } from '@ant-design/icons';
import type { Screen } from './screen.ts';

export const baseScreens: readonly Screen[] = [
  {
    path: 'reports',
    permission: 'report.export',
    nav: { group: 'deliver', key: 'reports', icon: FileExcelOutlined },
    parent: '/',
    load: () => import('../report/ReportScreen.tsx').then((m) => m.ReportScreen),
  },
  {
    path: 'reports/history',
    permission: 'report.export',
    parent: '/reports',
    load: () => import('../report/HistoryScreen.tsx').then((m) => m.HistoryScreen),
  },
  {
    path: 'people',
    permission: 'branches.read',
    nav: { group: 'base', key: 'people', icon: TeamOutlined },
    parent: '/',
    load: () => import('../people/PeopleScreen.tsx').then((m) => m.PeopleScreen),
  },
  {
    path: 'people/branches',
    permission: 'branches.read',
    parent: '/people',
    load: () => import('../people/BranchesScreen.tsx').then((m) => m.BranchesScreen),
  },
  {
    path: 'people/roster',
    permission: 'agents.manage',
    parent: '/people',
    load: () => import('../people/roster/RosterScreen.tsx').then((m) => m.RosterScreen),
  },
  {
    path: 'people/:id',
    permission: 'agents.read',
    load: () => import('../people/AgentScreen.tsx').then((m) => m.AgentScreen),
  },
  {
    path: 'people/:id/copy',
    permission: 'score.read',
    fullWindow: true,
    load: () => import('../personalCopy/CopyScreen.tsx').then((m) => m.CopyScreen),
  },
  {
    path: 'people/:id/training',
    permission: 'training.read',
    fullWindow: true,
    load: () => import('../training/FileScreen.tsx').then((m) => m.FileScreen),
  },
  {
    path: 'standard',
    permission: 'standard.read',
    nav: { group: 'base', key: 'standard', icon: BookOutlined },
    parent: '/',
    load: () => import('../standard/StandardScreen.tsx').then((m) => m.StandardScreen),
  },
  {
    path: 'standard/compare',
    permission: 'standard.read',
    parent: '/standard',
    load: () => import('../standard/CompareScreen.tsx').then((m) => m.CompareScreen),
  },
  {
    path: 'standard/:id/print',
    permission: 'standard.read',
    parent: '/standard',
    fullWindow: true,
    load: () => import('../standard/PrintScreen.tsx').then((m) => m.PrintScreen),
  },
  {
    path: 'settings/*',
    permission: 'settings.read',
    nav: { group: 'base', key: 'settings', icon: SettingOutlined },
    parent: '/',
    load: () => import('../settings/SettingsScreen.tsx').then((m) => m.SettingsScreen),
  },
  {
    path: 'audit',
    permission: 'audit.read',
    nav: { group: 'base', key: 'audit', icon: AuditOutlined },
    parent: '/',
    load: () => import('../audit/AuditScreen.tsx').then((m) => m.AuditScreen),
  },
];
