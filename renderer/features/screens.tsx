// The one table of screens: address, permission, place in the navigation. A screen adds one entry here and nothing else.
// A screen file exports a component named `Screen…`; it is a chunk of its own, loaded when first opened.
import {
  AimOutlined,
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  CalendarOutlined,
  CompassOutlined,
  EyeOutlined,
  SolutionOutlined,
  FieldTimeOutlined,
  FileExcelOutlined,
  FileSearchOutlined,
  HomeOutlined,
  MessageOutlined,
  PhoneOutlined,
  ReadOutlined,
  RiseOutlined,
  SettingOutlined,
  SmileOutlined,
  TeamOutlined,
  ToolOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { Permission } from '../../shared/contract/permissions.ts';
import type { zhCN } from '../../shared/i18n/zh-CN/index.ts';

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

export const SCREENS: readonly Screen[] = [
  {
    path: '',
    permission: 'account.use',
    nav: { group: 'work', key: 'home', icon: HomeOutlined },
    load: () => import('./home/HomeScreen.tsx').then((m) => m.HomeScreen),
  },
  {
    path: 'plan',
    permission: 'plan.read',
    nav: { group: 'work', key: 'plan', icon: CalendarOutlined },
    parent: '/',
    load: () => import('./plan/PlansScreen.tsx').then((m) => m.PlansScreen),
  },
  {
    path: 'plan/:id',
    permission: 'plan.read',
    parent: '/plan',
    load: () => import('./plan/PlanScreen.tsx').then((m) => m.PlanScreen),
  },
  {
    path: 'observations',
    permission: 'observation.read',
    nav: { group: 'work', key: 'observations', icon: EyeOutlined },
    parent: '/',
    load: () => import('./observation/list/ObservationsScreen.tsx').then((m) => m.ObservationsScreen),
  },
  {
    path: 'observations/start',
    permission: 'observation.write',
    parent: '/observations',
    load: () => import('./observation/start/StartScreen.tsx').then((m) => m.StartScreen),
  },
  {
    path: 'observations/:id',
    permission: 'observation.read',
    parent: '/observations',
    load: () => import('./observation/record/RecordScreen.tsx').then((m) => m.RecordScreen),
  },
  {
    path: 'observations/:id/run',
    permission: 'observation.write',
    parent: '/observations/:id',
    goesUp: true,
    fullWindow: true,
    load: () => import('./observation/runner/RunnerScreen.tsx').then((m) => m.RunnerScreen),
  },
  {
    path: 'observations/:id/review',
    permission: 'observation.write',
    parent: '/observations/:id/run',
    goesUp: true,
    fullWindow: true,
    load: () => import('./observation/review/ReviewScreen.tsx').then((m) => m.ReviewScreen),
  },
  {
    path: 'patrol',
    permission: 'patrol.read',
    nav: { group: 'work', key: 'patrol', icon: CompassOutlined },
    parent: '/',
    load: () => import('./patrol/PatrolsScreen.tsx').then((m) => m.PatrolsScreen),
  },
  {
    path: 'patrol/start',
    permission: 'patrol.write',
    parent: '/patrol',
    load: () => import('./patrol/PatrolStartScreen.tsx').then((m) => m.PatrolStartScreen),
  },
  {
    path: 'patrol/:id',
    permission: 'patrol.read',
    parent: '/patrol',
    load: () => import('./patrol/PatrolScreen.tsx').then((m) => m.PatrolScreen),
  },
  {
    path: 'patrol/:id/run',
    permission: 'patrol.write',
    parent: '/patrol/:id',
    goesUp: true,
    fullWindow: true,
    load: () => import('./patrol/PatrolRunScreen.tsx').then((m) => m.PatrolRunScreen),
  },
  {
    path: 'surveys',
    permission: 'survey.read',
    nav: { group: 'evidence', key: 'surveys', icon: SmileOutlined },
    parent: '/',
    load: () => import('./survey/list/SurveysScreen.tsx').then((m) => m.SurveysScreen),
  },
  {
    path: 'surveys/entry',
    permission: 'survey.write',
    parent: '/surveys',
    load: () => import('./survey/entry/EntryScreen.tsx').then((m) => m.EntryScreen),
  },
  {
    path: 'surveys/client',
    permission: 'survey.write',
    parent: '/surveys',
    load: () => import('./survey/client/HandScreen.tsx').then((m) => m.HandScreen),
  },
  {
    path: 'surveys/statistics',
    permission: 'survey.statistics',
    parent: '/surveys',
    load: () => import('./survey/statistics/StatisticsScreen.tsx').then((m) => m.StatisticsScreen),
  },
  {
    path: 'surveys/questionnaire',
    permission: 'survey.read',
    parent: '/surveys',
    load: () => import('./survey/questionnaire/QuestionnaireScreen.tsx').then((m) => m.QuestionnaireScreen),
  },
  {
    path: 'surveys/:id',
    permission: 'survey.read',
    parent: '/surveys',
    load: () => import('./survey/list/SurveyScreen.tsx').then((m) => m.SurveyScreen),
  },
  {
    path: 'records',
    permission: 'records.read',
    nav: { group: 'evidence', key: 'records', icon: FileSearchOutlined },
    parent: '/',
    load: () => import('./records/RecordsScreen.tsx').then((m) => m.RecordsScreen),
  },
  {
    path: 'records/:id',
    permission: 'records.read',
    parent: '/records',
    load: () => import('./records/SampleScreen.tsx').then((m) => m.SampleScreen),
  },
  {
    path: 'records/:id/import',
    permission: 'records.write',
    parent: '/records/:id',
    load: () => import('./records/import/FrameImportScreen.tsx').then((m) => m.FrameImportScreen),
  },
  {
    path: 'records/reviews/:id',
    permission: 'records.read',
    parent: '/records',
    load: () => import('./records/ReviewScreen.tsx').then((m) => m.ReviewScreen),
  },
  {
    path: 'records/reviews/:id/run',
    permission: 'records.write',
    parent: '/records/reviews/:id',
    goesUp: true,
    fullWindow: true,
    load: () => import('./records/ReviewRunScreen.tsx').then((m) => m.ReviewRunScreen),
  },
  {
    path: 'responses',
    permission: 'responses.read',
    nav: { group: 'evidence', key: 'responses', icon: FieldTimeOutlined },
    parent: '/',
    load: () => import('./responses/RequestsScreen.tsx').then((m) => m.RequestsScreen),
  },
  {
    path: 'responses/visits',
    permission: 'responses.read',
    parent: '/responses',
    load: () => import('./responses/VisitsScreen.tsx').then((m) => m.VisitsScreen),
  },
  {
    path: 'responses/figures',
    permission: 'responses.read',
    parent: '/responses',
    load: () => import('./responses/FiguresScreen.tsx').then((m) => m.FiguresScreen),
  },
  {
    path: 'responses/statistics',
    permission: 'responses.read',
    parent: '/responses',
    load: () => import('./responses/StatisticsScreen.tsx').then((m) => m.StatisticsScreen),
  },
  {
    path: 'responses/import/:kind',
    permission: 'responses.write',
    parent: '/responses',
    load: () => import('./responses/import/ImportScreen.tsx').then((m) => m.ImportScreen),
  },
  {
    path: 'responses/record/:kind/:id',
    permission: 'responses.read',
    parent: '/responses',
    load: () => import('./responses/RecordScreen.tsx').then((m) => m.RecordScreen),
  },
  {
    path: 'feedback',
    permission: 'feedback.read',
    nav: { group: 'evidence', key: 'feedback', icon: MessageOutlined },
    parent: '/',
    load: () => import('./feedback/FeedbackScreen.tsx').then((m) => m.FeedbackScreen),
  },
  {
    path: 'feedback/analysis',
    permission: 'feedback.read',
    parent: '/feedback',
    load: () => import('./feedback/AnalysisScreen.tsx').then((m) => m.AnalysisScreen),
  },
  {
    path: 'feedback/:id',
    permission: 'feedback.read',
    parent: '/feedback',
    load: () => import('./feedback/FeedbackRecordScreen.tsx').then((m) => m.FeedbackRecordScreen),
  },
  {
    path: 'findings',
    permission: 'findings.read',
    nav: { group: 'loop', key: 'findings', icon: ToolOutlined },
    parent: '/',
    load: () => import('./findings/FindingsScreen.tsx').then((m) => m.FindingsScreen),
  },
  {
    path: 'findings/new',
    permission: 'findings.write',
    load: () => import('./findings/FindingFormScreen.tsx').then((m) => m.FindingFormScreen),
  },
  {
    path: 'findings/:id',
    permission: 'findings.read',
    parent: '/findings',
    load: () => import('./findings/FindingScreen.tsx').then((m) => m.FindingScreen),
  },
  {
    path: 'rectifications/new',
    permission: 'findings.write',
    parent: '/findings',
    load: () => import('./rectification/PlanScreen.tsx').then((m) => m.PlanScreen),
  },
  {
    path: 'rectifications/:id',
    permission: 'findings.read',
    parent: '/findings',
    load: () => import('./rectification/RectificationScreen.tsx').then((m) => m.RectificationScreen),
  },
  {
    path: 'rectifications/:id/report',
    permission: 'findings.read',
    parent: '/rectifications/:id',
    goesUp: true,
    load: () => import('./rectification/ReportScreen.tsx').then((m) => m.ReportScreen),
  },
  {
    path: 'complaints',
    permission: 'complaints.read',
    nav: { group: 'loop', key: 'complaints', icon: PhoneOutlined },
    parent: '/',
    load: () => import('./complaint/ComplaintsScreen.tsx').then((m) => m.ComplaintsScreen),
  },
  {
    path: 'complaints/new',
    permission: 'complaints.write',
    parent: '/complaints',
    load: () => import('./complaint/NewComplaintScreen.tsx').then((m) => m.NewComplaintScreen),
  },
  {
    path: 'complaints/statistics',
    permission: 'complaints.read',
    parent: '/complaints',
    load: () => import('./complaint/StatisticsScreen.tsx').then((m) => m.StatisticsScreen),
  },
  {
    path: 'complaints/:id',
    permission: 'complaints.read',
    parent: '/complaints',
    load: () => import('./complaint/ComplaintScreen.tsx').then((m) => m.ComplaintScreen),
  },
  {
    path: 'complaints/:id/letter',
    permission: 'complaints.write',
    parent: '/complaints/:id',
    goesUp: true,
    fullWindow: true,
    load: () => import('./complaint/LetterScreen.tsx').then((m) => m.LetterScreen),
  },
  {
    path: 'training',
    permission: 'training.read',
    nav: { group: 'loop', key: 'training', icon: ReadOutlined },
    parent: '/',
    load: () => import('./training/ProgressScreen.tsx').then((m) => m.ProgressScreen),
  },
  {
    path: 'training/records',
    permission: 'training.read',
    parent: '/training',
    load: () => import('./training/RecordsScreen.tsx').then((m) => m.RecordsScreen),
  },
  {
    path: 'training/records/:id',
    permission: 'training.read',
    parent: '/training/records',
    load: () => import('./training/RecordScreen.tsx').then((m) => m.RecordScreen),
  },
  {
    path: 'training/plans',
    permission: 'training.read',
    parent: '/training',
    load: () => import('./training/PlansScreen.tsx').then((m) => m.PlansScreen),
  },
  {
    path: 'training/courses',
    permission: 'training.read',
    parent: '/training',
    load: () => import('./training/CoursesScreen.tsx').then((m) => m.CoursesScreen),
  },
  {
    path: 'training/courses/:id',
    permission: 'training.read',
    parent: '/training/courses',
    load: () => import('./training/CourseScreen.tsx').then((m) => m.CourseScreen),
  },
  {
    path: 'training/needs',
    permission: 'training.read',
    parent: '/training',
    load: () => import('./training/NeedsScreen.tsx').then((m) => m.NeedsScreen),
  },
  {
    path: 'training/import',
    permission: 'training.write',
    parent: '/training/records',
    load: () => import('./training/import/ImportScreen.tsx').then((m) => m.ImportScreen),
  },
  {
    path: 'improvement',
    permission: 'improvement.read',
    nav: { group: 'loop', key: 'improvement', icon: RiseOutlined },
    parent: '/',
    load: () => import('./improvement/ImprovementsScreen.tsx').then((m) => m.ImprovementsScreen),
  },
  {
    path: 'improvement/supervision',
    permission: 'improvement.read',
    parent: '/improvement',
    load: () => import('./supervision/SupervisionScreen.tsx').then((m) => m.SupervisionScreen),
  },
  {
    path: 'improvement/reports/:id',
    permission: 'improvement.read',
    parent: '/improvement/supervision',
    load: () => import('./supervision/ReportScreen.tsx').then((m) => m.ReportScreen),
  },
  {
    path: 'improvement/reports/:id/print',
    permission: 'improvement.read',
    parent: '/improvement/reports/:id',
    fullWindow: true,
    load: () => import('./supervision/ReportPrintScreen.tsx').then((m) => m.ReportPrintScreen),
  },
  {
    path: 'improvement/:id',
    permission: 'improvement.read',
    parent: '/improvement',
    load: () => import('./improvement/ImprovementScreen.tsx').then((m) => m.ImprovementScreen),
  },
  {
    path: 'assessments',
    permission: 'assessment.read',
    nav: { group: 'assess', key: 'assessments', icon: TrophyOutlined },
    parent: '/',
    load: () => import('./assessment/AssessmentsScreen.tsx').then((m) => m.AssessmentsScreen),
  },
  {
    path: 'assessments/:id',
    permission: 'assessment.read',
    parent: '/assessments',
    load: () => import('./assessment/AssessmentScreen.tsx').then((m) => m.AssessmentScreen),
  },
  {
    path: 'appeals',
    permission: 'appeal.read',
    nav: { group: 'assess', key: 'appeals', icon: SolutionOutlined },
    parent: '/',
    load: () => import('./appeal/AppealsScreen.tsx').then((m) => m.AppealsScreen),
  },
  {
    path: 'appeals/:id',
    permission: 'appeal.read',
    parent: '/appeals',
    load: () => import('./appeal/AppealScreen.tsx').then((m) => m.AppealScreen),
  },
  {
    path: 'calibration',
    permission: 'calibration.read',
    nav: { group: 'assess', key: 'calibration', icon: AimOutlined },
    parent: '/',
    load: () => import('./calibration/CalibrationsScreen.tsx').then((m) => m.CalibrationsScreen),
  },
  {
    path: 'calibration/assessors',
    permission: 'score.read',
    parent: '/calibration',
    load: () => import('./calibration/ConsistencyScreen.tsx').then((m) => m.ConsistencyScreen),
  },
  {
    path: 'calibration/:id',
    permission: 'calibration.read',
    parent: '/calibration',
    load: () => import('./calibration/CalibrationScreen.tsx').then((m) => m.CalibrationScreen),
  },
  {
    path: 'dashboards',
    permission: 'dashboard.read',
    nav: { group: 'assess', key: 'dashboards', icon: BarChartOutlined },
    parent: '/',
    load: () => import('./dashboard/DashboardsScreen.tsx').then((m) => m.DashboardsScreen),
  },
  {
    path: 'reports',
    permission: 'report.export',
    nav: { group: 'deliver', key: 'reports', icon: FileExcelOutlined },
    parent: '/',
    load: () => import('./report/ReportScreen.tsx').then((m) => m.ReportScreen),
  },
  {
    path: 'reports/history',
    permission: 'report.export',
    parent: '/reports',
    load: () => import('./report/HistoryScreen.tsx').then((m) => m.HistoryScreen),
  },
  {
    path: 'people',
    permission: 'branches.read',
    nav: { group: 'base', key: 'people', icon: TeamOutlined },
    parent: '/',
    load: () => import('./people/PeopleScreen.tsx').then((m) => m.PeopleScreen),
  },
  {
    path: 'people/branches',
    permission: 'branches.read',
    parent: '/people',
    load: () => import('./people/BranchesScreen.tsx').then((m) => m.BranchesScreen),
  },
  {
    path: 'people/roster',
    permission: 'agents.manage',
    parent: '/people',
    load: () => import('./people/roster/RosterScreen.tsx').then((m) => m.RosterScreen),
  },
  {
    path: 'people/:id',
    permission: 'agents.read',
    load: () => import('./people/AgentScreen.tsx').then((m) => m.AgentScreen),
  },
  {
    path: 'people/:id/copy',
    permission: 'score.read',
    fullWindow: true,
    load: () => import('./personalCopy/CopyScreen.tsx').then((m) => m.CopyScreen),
  },
  {
    path: 'people/:id/training',
    permission: 'training.read',
    fullWindow: true,
    load: () => import('./training/FileScreen.tsx').then((m) => m.FileScreen),
  },
  {
    path: 'standard',
    permission: 'standard.read',
    nav: { group: 'base', key: 'standard', icon: BookOutlined },
    parent: '/',
    load: () => import('./standard/StandardScreen.tsx').then((m) => m.StandardScreen),
  },
  {
    path: 'standard/compare',
    permission: 'standard.read',
    parent: '/standard',
    load: () => import('./standard/CompareScreen.tsx').then((m) => m.CompareScreen),
  },
  {
    path: 'standard/:id/print',
    permission: 'standard.read',
    parent: '/standard',
    fullWindow: true,
    load: () => import('./standard/PrintScreen.tsx').then((m) => m.PrintScreen),
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
