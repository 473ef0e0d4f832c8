// 考核: assessments, appeals, calibration, dashboards (4.5).
import { AimOutlined, BarChartOutlined, SolutionOutlined, TrophyOutlined } from '@ant-design/icons';
import type { Screen } from './screen.ts';

export const assessScreens: readonly Screen[] = [
  {
    path: 'assessments',
    permission: 'assessment.read',
    nav: { group: 'assess', key: 'assessments', icon: TrophyOutlined },
    parent: '/',
    load: () => import('../assessment/AssessmentsScreen.tsx').then((m) => m.AssessmentsScreen),
  },
  {
    path: 'assessments/:id',
    permission: 'assessment.read',
    parent: '/assessments',
    load: () => import('../assessment/AssessmentScreen.tsx').then((m) => m.AssessmentScreen),
  },
  {
    path: 'appeals',
    permission: 'appeal.read',
    nav: { group: 'assess', key: 'appeals', icon: SolutionOutlined },
    parent: '/',
    load: () => import('../appeal/AppealsScreen.tsx').then((m) => m.AppealsScreen),
  },
  {
    path: 'appeals/:id',
    permission: 'appeal.read',
    parent: '/appeals',
    load: () => import('../appeal/AppealScreen.tsx').then((m) => m.AppealScreen),
  },
  {
    path: 'calibration',
    permission: 'calibration.read',
    nav: { group: 'assess', key: 'calibration', icon: AimOutlined },
    parent: '/',
    load: () => import('../calibration/CalibrationsScreen.tsx').then((m) => m.CalibrationsScreen),
  },
  {
    path: 'calibration/assessors',
    permission: 'score.read',
    parent: '/calibration',
    load: () => import('../calibration/ConsistencyScreen.tsx').then((m) => m.ConsistencyScreen),
  },
  {
    path: 'calibration/:id',
    permission: 'calibration.read',
    parent: '/calibration',
    load: () => import('../calibration/CalibrationScreen.tsx').then((m) => m.CalibrationScreen),
  },
  {
    path: 'dashboards',
    permission: 'dashboard.read',
    nav: { group: 'assess', key: 'dashboards', icon: BarChartOutlined },
    parent: '/',
    load: () => import('../dashboard/DashboardsScreen.tsx').then((m) => m.DashboardsScreen),
  },
];
