// Tabs that other parts of the console add to an agent's record, after data and assignments and before the history: one entry
// each, its body in that part's folder.
import type { TFunction } from 'i18next';
import { lazy, type ComponentType } from 'react';
import type { Permission } from '../../../shared/contract/permissions.ts';

export interface AgentTab {
  /** Stands in the address: ?tab=score */
  readonly key: string;
  readonly permission: Permission;
  readonly label: (t: TFunction) => string;
  readonly Body: ComponentType<{ readonly agentId: string }>;
}

export const AGENT_TABS: readonly AgentTab[] = [
  {
    key: 'score',
    permission: 'score.read',
    label: (t) => t('score.title'),
    Body: lazy(() => import('../score/AgentScoreTab.tsx').then((m) => ({ default: m.AgentScoreTab }))),
  },
  {
    key: 'observations',
    permission: 'observation.read',
    label: (t) => t('observation.list.title'),
    Body: lazy(() =>
      import('../observation/list/AgentObservations.tsx').then((m) => ({ default: m.AgentObservations })),
    ),
  },
  {
    key: 'records',
    permission: 'records.read',
    label: (t) => t('records.title'),
    Body: lazy(() => import('../records/AgentRecords.tsx').then((m) => ({ default: m.AgentRecords }))),
  },
  {
    key: 'rectification',
    permission: 'findings.read',
    label: (t) => t('rectification.ofAgent.tab'),
    Body: lazy(() =>
      import('../rectification/AgentRectifications.tsx').then((m) => ({ default: m.AgentRectifications })),
    ),
  },
  {
    key: 'training',
    permission: 'training.read',
    label: (t) => t('training.title'),
    Body: lazy(() => import('../training/AgentTraining.tsx').then((m) => ({ default: m.AgentTraining }))),
  },
];
