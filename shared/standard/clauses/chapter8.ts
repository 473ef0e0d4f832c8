// Chapter 8, supervision: titles and texts of its clauses. 8.3 to 8.5 are filled from 4.3 to 4.5, 6.3 and 6.4.
import type { Clause } from '../../contract/standard.ts';
import { clause } from '../declare.ts';

export const chapter8: readonly Clause[] = [
  clause(
    '8',
    ['监督', 'Supervision'],
    [
      '由谁监督、怎样发现问题、如何闭环和保障。',
      'Who supervises, how problems are found, how they are closed and what supports the work.',
    ],
  ),
  clause(
    '8.1',
    ['监督主体与职责', 'Supervisors and duties'],
    [
      '客服、合规与风控、人力资源和业务部门共同监督，监督覆盖率不低于92%；职责包括设定指标、日常监督、定期与季度和年度评估、反馈整改、培训指导。',
      'Customer service, compliance and risk control, human resources and business departments supervise together, with a coverage of at least 92%. Duties: set indicators, supervise daily, assess regularly, quarterly and annually, feed back and rectify, train and guide.',
    ],
  ),
  clause(
    '8.2',
    ['监督流程与方法', 'Process and methods'],
    [
      '按发现问题、反馈整改、持续改进进行；问题来自日常巡查、客户反馈和系统监测，记录写明时间、地点、服务内容、问题描述、影响范围和类别。',
      'Find, feed back and rectify, improve. Problems come from the daily patrol, client feedback and system monitoring; a record states time, place, service content, description, scope of impact and class.',
    ],
  ),
  clause(
    '8.3',
    ['监督反馈与整改', 'Feedback and rectification'],
    [
      '监督发现的问题反馈到人，按期整改、验证并登记台账，逾期的计入考核。',
      'Problems found are fed back to the person, rectified in time, verified and kept in the ledger; overdue ones count in the appraisal.',
    ],
  ),
  clause(
    '8.4',
    ['监督考核与奖惩', 'Appraisal, reward and penalty'],
    [
      '监督结果纳入综合得分，奖惩依据公开，被考核人可以申诉。',
      'The results of supervision enter the composite score; the grounds of reward and penalty are open, and the person assessed can appeal.',
    ],
  ),
  clause(
    '8.5',
    ['制度与保障', 'Rules and support'],
    [
      '监督有制度、有人员、有工具，标准和规则定期检讨，复核独立于原经办人。',
      'Supervision has rules, people and tools; standards and rules are reviewed at set intervals, and a review is independent of whoever handled the matter first.',
    ],
  ),
];
