// Chapter 4, evaluation of service quality: titles and texts of its clauses.
import type { Clause } from '../../contract/standard.ts';
import { clause } from '../declare.ts';

export const chapter4: readonly Clause[] = [
  clause(
    '4',
    ['服务质量与评估标准', 'Service quality and evaluation'],
    [
      '用什么指标、以什么方法评价服务，评价之后怎样整改和奖惩。',
      'With which indicators and methods service is evaluated, and what rectification, reward and penalty follow.',
    ],
  ),
  clause(
    '4.1',
    ['评价指标', 'Indicators'],
    [
      '七项指标：服务态度；服务效率，基本产品介绍不超过10分钟；服务内容，保障责任、责任免除和缴费讲解正确；服务规范性，流程、形象和行为合规；客户满意度；服务响应速度，24小时内回复、48小时内给出方案或下一步安排；服务后续跟进，建档并定期回访。',
      'Seven indicators: attitude; efficiency, with a basic product introduction of at most 10 minutes; content, with cover, exclusions and premium payment explained correctly; compliance of process, image and conduct; satisfaction; response, with a reply within 24 hours and a solution or next step within 48; follow-up, with a file kept and regular return visits.',
    ],
  ),
  clause(
    '4.2',
    ['评价方法', 'Methods'],
    [
      '五种方法：满意度调查，按1至5分打分并附意见；服务过程观察，由内部或第三方评估员分开始、进行、结束三个阶段进行；服务记录分析；绩效考核，定量与定性结合；客户反馈分析，专人登记、分类、分析并按时答复。',
      'Five methods: a survey on a scale of 1 to 5 with comments; observation of the service at its start, in progress and at its end by an internal or third-party assessor; analysis of service records; performance figures, quantitative and qualitative; analysis of feedback, recorded, sorted, analysed and answered in time by a named person.',
    ],
  ),
  clause(
    '4.3',
    ['改进机制', 'Improvement'],
    [
      '通过优化流程、培训（理论、案例、模拟）、修订标准和加强监督来改进，形成收集、分析、反馈、改进的闭环。',
      'Processes, training (theory, cases, simulation), standards and supervision improve in a closed loop: collect, analyse, feed back, improve.',
    ],
  ),
  clause(
    '4.4',
    ['反馈与整改', 'Feedback and rectification'],
    [
      '每个问题都有整改计划，包括原因分析、措施、责任人、期限和要求；按期跟踪，计入绩效，整改内容、结果和后续措施告知客户、管理人员和业务员本人。',
      'Every finding gets a rectification plan with cause analysis, measures, owner, deadline and requirements. It is tracked at set intervals and counts in the appraisal; content, result and next measures are reported to the client, the managers and the agent.',
    ],
  ),
  clause(
    '4.5',
    ['考核与奖惩', 'Appraisal, reward and penalty'],
    [
      '按指标形成综合得分，定量与定性结合，公开公平，作为晋升、评优和奖金的依据；奖励有奖金、荣誉和晋升，处罚有批评、整改和降级；指标和规则本身定期检讨。',
      'The indicators give a composite score, quantitative and qualitative, open and fair, that feeds promotion, awards and bonus. Rewards are bonus, honours and promotion; penalties are criticism, rectification and demotion. Indicators and rules are themselves reviewed at set intervals.',
    ],
  ),
];
