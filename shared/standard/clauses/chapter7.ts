// Chapter 7, training: titles and texts of its clauses.
import type { Clause } from '../../contract/standard.ts';
import { clause } from '../declare.ts';

export const chapter7: readonly Clause[] = [
  clause(
    '7',
    ['培训', 'Training'],
    ['培训什么、怎样考核、效果如何跟踪。', 'What is taught, how it is assessed and how its effect is tracked.'],
  ),
  clause(
    '7.1',
    ['培训内容与形式', 'Contents and forms'],
    [
      '七项内容：保险基础、服务理念、产品知识、沟通技巧、风险评估、投诉处理、职业道德与合规；形式有案例教学、情景模拟、角色扮演、讲授和线上学习。',
      'Seven contents: insurance basics, service concept, product knowledge, communication, risk assessment, complaint handling, ethics and compliance. Forms are case teaching, simulation, role play, lecture and online study.',
    ],
  ),
  clause(
    '7.2',
    ['培训考核', 'Assessment of training'],
    [
      '四类考核：理论考试，模拟咨询、销售、投诉的实操考试，服务行为，客户满意度；按百分、等级或积分评定。',
      'Four assessments: a theory exam, a practical exam with a simulated enquiry, sale and complaint, service conduct, and client satisfaction; marked in percent, grades or points.',
    ],
  ),
  clause(
    '7.3',
    ['培训效果跟踪', 'Tracking the effect'],
    [
      '对比业务员培训前后的得分，收集对培训的意见，并更新内容。',
      "The agent's scores before and after are compared, opinions on the training are collected, and contents are updated.",
    ],
  ),
  clause(
    '7.4',
    ['培训资源', 'Resources'],
    ['落实讲师、平台、教材和工具。', 'Trainers, platform, material and tools are provided.'],
  ),
  clause(
    '7.5',
    ['培训成果应用', 'Use of the results'],
    [
      '培训成果用于行为标准、客户关系和服务流程的改进。',
      'The results of training feed conduct standards, client relations and processes.',
    ],
  ),
];
