// Chapter 5, improvement and results: titles and texts of its clauses.
import type { Clause } from '../../contract/standard.ts';
import { clause } from '../declare.ts';

export const chapter5: readonly Clause[] = [
  clause(
    '5',
    ['服务创新与持续改进', 'Innovation and continuous improvement'],
    [
      '服务怎样随客户需要而变，改进的成果怎样衡量。',
      'How service changes with what clients need, and how the results of improvement are measured.',
    ],
  ),
  clause(
    '5.1',
    ['服务创新', 'Innovation'],
    [
      '创新从客户的实际需要出发，先试行再推广。',
      'Innovation starts from what clients need and is tried before it is spread.',
    ],
  ),
  clause(
    '5.2',
    ['流程优化', 'Process optimisation'],
    [
      '精简环节，提高服务工具的覆盖率，让客户少等、少跑。',
      'Steps are cut and service tools reach more of the work, so that clients wait and travel less.',
    ],
  ),
  clause(
    '5.3',
    ['客户体验提升', 'Client experience'],
    [
      '从态度、速度、内容的丰富和契合、信息透明几方面改善体验，并保持反馈渠道畅通。',
      'Experience improves through attitude, speed, richness and fit of content, and openness; a feedback channel stays open.',
    ],
  ),
  clause(
    '5.4',
    ['服务文化与团队', 'Shared concept and team'],
    [
      '统一理念和标准，团队协作，以培训和激励带动服务质量。',
      'One concept and one standard, teamwork, and training and incentives that raise quality.',
    ],
  ),
  clause(
    '5.5',
    ['成果与效益评估', 'Results and benefit'],
    [
      '衡量客户满意度指数、响应和办理时间、创新成果以及成本与效益；长期看客户流失、留存和再次购买。',
      'Measured are the satisfaction index, response and handling time, the results of innovation and cost against benefit; in the long term churn, retention and repurchase.',
    ],
  ),
];
