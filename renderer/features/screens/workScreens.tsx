// 工作: what a day begins with, and the observations, patrols and plan of it.
import { CalendarOutlined, CompassOutlined, EyeOutlined, HomeOutlined } from '@ant-design/icons';
import type { Screen } from './screen.ts';

export const workScreens: readonly Screen[] = [
  {
    path: '',
    permission: 'account.use',
    nav: { group: 'work', key: 'home', icon: HomeOutlined },
    load: () => import('../home/HomeScreen.tsx').then((m) => m.HomeScreen),
  },
  {
    path: 'plan',
    permission: 'plan.read',
    nav: { group: 'work', key: 'plan', icon: CalendarOutlined },
    parent: '/',
    load: () => import('../plan/PlansScreen.tsx').then((m) => m.PlansScreen),
  },
  {
    path: 'plan/:id',
    permission: 'plan.read',
    parent: '/plan',
    load: () => import('../plan/PlanScreen.tsx').then((m) => m.PlanScreen),
  },
  {
    path: 'observations',
    permission: 'observation.read',
    nav: { group: 'work', key: 'observations', icon: EyeOutlined },
    parent: '/',
    load: () => import('../observation/list/ObservationsScreen.tsx').then((m) => m.ObservationsScreen),
  },
  {
    path: 'observations/start',
    permission: 'observation.write',
    parent: '/observations',
    load: () => import('../observation/start/StartScreen.tsx').then((m) => m.StartScreen),
  },
  {
    path: 'observations/:id',
    permission: 'observation.read',
    parent: '/observations',
    load: () => import('../observation/record/RecordScreen.tsx').then((m) => m.RecordScreen),
  },
  {
    path: 'observations/:id/run',
    permission: 'observation.write',
    parent: '/observations/:id',
    goesUp: true,
    fullWindow: true,
    load: () => import('../observation/runner/RunnerScreen.tsx').then((m) => m.RunnerScreen),
  },
  {
    path: 'observations/:id/review',
    permission: 'observation.write',
    parent: '/observations/:id/run',
    goesUp: true,
    fullWindow: true,
    load: () => import('../observation/review/ReviewScreen.tsx').then((m) => m.ReviewScreen),
  },
  {
    path: 'patrol',
    permission: 'patrol.read',
    nav: { group: 'work', key: 'patrol', icon: CompassOutlined },
    parent: '/',
    load: () => import('../patrol/PatrolsScreen.tsx').then((m) => m.PatrolsScreen),
  },
  {
    path: 'patrol/start',
    permission: 'patrol.write',
    parent: '/patrol',
    load: () => import('../patrol/PatrolStartScreen.tsx').then((m) => m.PatrolStartScreen),
  },
  {
    path: 'patrol/:id',
    permission: 'patrol.read',
    parent: '/patrol',
    load: () => import('../patrol/PatrolScreen.tsx').then((m) => m.PatrolScreen),
  },
  {
    path: 'patrol/:id/run',
    permission: 'patrol.write',
    parent: '/patrol/:id',
    goesUp: true,
    fullWindow: true,
    load: () => import('../patrol/PatrolRunScreen.tsx').then((m) => m.PatrolRunScreen),
  },
];
