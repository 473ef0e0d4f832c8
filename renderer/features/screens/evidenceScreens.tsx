// 证据: the other methods of evaluation (4.2).
import { FieldTimeOutlined, FileSearchOutlined, MessageOutlined, SmileOutlined } from '@ant-design/icons';
import type { Screen } from './screen.ts';

export const evidenceScreens: readonly Screen[] = [
  {
    path: 'surveys',
    permission: 'survey.read',
    nav: { group: 'evidence', key: 'surveys', icon: SmileOutlined },
    parent: '/',
    load: () => import('../survey/list/SurveysScreen.tsx').then((m) => m.SurveysScreen),
  },
  {
    path: 'surveys/entry',
    permission: 'survey.write',
    parent: '/surveys',
    load: () => import('../survey/entry/EntryScreen.tsx').then((m) => m.EntryScreen),
  },
  {
    path: 'surveys/client',
    permission: 'survey.write',
    parent: '/surveys',
    load: () => import('../survey/client/HandScreen.tsx').then((m) => m.HandScreen),
  },
  {
    path: 'surveys/statistics',
    permission: 'survey.statistics',
    parent: '/surveys',
    load: () => import('../survey/statistics/StatisticsScreen.tsx').then((m) => m.StatisticsScreen),
  },
  {
    path: 'surveys/questionnaire',
    permission: 'survey.read',
    parent: '/surveys',
    load: () => import('../survey/questionnaire/QuestionnaireScreen.tsx').then((m) => m.QuestionnaireScreen),
  },
  {
    path: 'surveys/:id',
    permission: 'survey.read',
    parent: '/surveys',
    load: () => import('../survey/list/SurveyScreen.tsx').then((m) => m.SurveyScreen),
  },
  {
    path: 'records',
    permission: 'records.read',
    nav: { group: 'evidence', key: 'records', icon: FileSearchOutlined },
    parent: '/',
    load: () => import('../records/RecordsScreen.tsx').then((m) => m.RecordsScreen),
  },
  {
    path: 'records/:id',
    permission: 'records.read',
    parent: '/records',
    load: () => import('../records/SampleScreen.tsx').then((m) => m.SampleScreen),
  },
  {
    path: 'records/:id/import',
    permission: 'records.write',
    parent: '/records/:id',
    load: () => import('../records/import/FrameImportScreen.tsx').then((m) => m.FrameImportScreen),
  },
  {
    path: 'records/reviews/:id',
    permission: 'records.read',
    parent: '/records',
    load: () => import('../records/ReviewScreen.tsx').then((m) => m.ReviewScreen),
  },
  {
    path: 'records/reviews/:id/run',
    permission: 'records.write',
    parent: '/records/reviews/:id',
    goesUp: true,
    fullWindow: true,
    load: () => import('../records/ReviewRunScreen.tsx').then((m) => m.ReviewRunScreen),
  },
  {
    path: 'responses',
    permission: 'responses.read',
    nav: { group: 'evidence', key: 'responses', icon: FieldTimeOutlined },
    parent: '/',
    load: () => import('../responses/RequestsScreen.tsx').then((m) => m.RequestsScreen),
  },
  {
    path: 'responses/visits',
    permission: 'responses.read',
    parent: '/responses',
    load: () => import('../responses/VisitsScreen.tsx').then((m) => m.VisitsScreen),
  },
  {
    path: 'responses/figures',
    permission: 'responses.read',
    parent: '/responses',
    load: () => import('../responses/FiguresScreen.tsx').then((m) => m.FiguresScreen),
  },
  {
    path: 'responses/statistics',
    permission: 'responses.read',
    parent: '/responses',
    load: () => import('../responses/StatisticsScreen.tsx').then((m) => m.StatisticsScreen),
  },
  {
    path: 'responses/import/:kind',
    permission: 'responses.write',
    parent: '/responses',
    load: () => import('../responses/import/ImportScreen.tsx').then((m) => m.ImportScreen),
  },
  {
    path: 'responses/record/:kind/:id',
    permission: 'responses.read',
    parent: '/responses',
    load: () => import('../responses/RecordScreen.tsx').then((m) => m.RecordScreen),
  },
  {
    path: 'feedback',
    permission: 'feedback.read',
    nav: { group: 'evidence', key: 'feedback', icon: MessageOutlined },
    parent: '/',
    load: () => import('../feedback/FeedbackScreen.tsx').then((m) => m.FeedbackScreen),
  },
  {
    path: 'feedback/analysis',
    permission: 'feedback.read',
    parent: '/feedback',
    load: () => import('../feedback/AnalysisScreen.tsx').then((m) => m.AnalysisScreen),
  },
  {
    path: 'feedback/:id',
    permission: 'feedback.read',
    parent: '/feedback',
    load: () => import('../feedback/FeedbackRecordScreen.tsx').then((m) => m.FeedbackRecordScreen),
  },
];
