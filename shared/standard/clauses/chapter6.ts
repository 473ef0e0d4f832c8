// Chapter 6, complaints: titles and texts of its clauses.
import type { Clause } from '../../contract/standard.ts';
import { clause } from '../declare.ts';

export const chapter6: readonly Clause[] = [
  clause(
    '6',
    ['投诉处理', 'Complaints'],
    [
      '投诉从受理到归档的流程、时限和复核。',
      'How a complaint goes from acceptance to the archive, in what time, and how it is reviewed.',
    ],
  ),
  clause(
    '6.1',
    ['受理与分类', 'Acceptance and classification'],
    [
      '电话、邮件、网上和现场均可受理，分为服务质量、服务态度、服务流程、服务内容和其他五类；每件投诉都登记，并按时间先后归档。',
      'Accepted by phone, mail, online and on site, in five categories: quality, attitude, process, content and other. Every complaint is recorded and archived in order of time.',
    ],
  ),
  clause(
    '6.2',
    ['处理流程', 'Handling'],
    [
      '受理、分类、调查、处理、反馈、复核、归档七个状态形成闭环：24小时内受理，48小时内完成初步调查，7个工作日内处理完毕并告知投诉人；答复为书面，写明措施、时间、责任人和后续安排，结果不公的重新处理。',
      'Seven states form a closed loop: accepted, classified, investigated, handled, answered, reviewed, archived. Accepted within 24 hours, first investigation within 48 hours, handled and the complainant told within 7 working days. The answer is in writing with measures, time, owner and follow-up; an unfair result is handled again.',
    ],
  ),
  clause(
    '6.3',
    ['反馈与整改', 'Feedback and rectification'],
    [
      '处理后2个工作日内反馈；整改有责任人和期限，完成后评估效果，登入整改跟踪台账，并出具结案报告。',
      'Feedback follows within 2 working days of handling. The rectification has an owner and a deadline; its effect is assessed, it stands in the tracking ledger, and a closing report is written.',
    ],
  ),
  clause(
    '6.4',
    ['跟踪与复核', 'Tracking and review'],
    [
      '以回访跟踪进度、效果和客户满意度；复核看处理是否合理、是否合规、客户权益是否得到保障，由客服、业务管理和审计共同进行，结果告知投诉人并形成复核报告。',
      "Return visits track progress, effect and satisfaction. The review asks whether the handling was reasonable, by the rules, and kept the client's rights; customer service, business management and audit do it together, tell the complainant and write a report.",
    ],
  ),
  clause(
    '6.5',
    ['预防与改进', 'Prevention and improvement'],
    [
      '找出多发问题并预防，以投诉率、满意度、效率和响应时间衡量改进。',
      'Frequent problems are found and prevented; improvement is measured by complaint rate, satisfaction, efficiency and response time.',
    ],
  ),
];
