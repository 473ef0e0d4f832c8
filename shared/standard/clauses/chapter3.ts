// Chapter 3, conduct and etiquette: titles and texts of its clauses.
import type { Clause } from '../../contract/standard.ts';
import { clause } from '../declare.ts';

export const chapter3: readonly Clause[] = [
  clause(
    '3',
    ['服务行为与礼仪', 'Conduct and etiquette'],
    [
      '客户看得见、听得到的部分：着装、语言、态度、礼仪和冲突处理。',
      'What the client sees and hears: dress, language, attitude, manners and the handling of conflict.',
    ],
  ),
  clause(
    '3.1',
    ['着装规范', 'Dress'],
    [
      '男士着深色西装、衬衫和领带，女士着正装或半正装；与接待、洽谈、回访等场合以及客户单位、家中、会议室等地点相称。',
      "Men wear a dark suit, shirt and tie; women formal or semi-formal dress. It suits the occasion (reception, negotiation, return visit) and the place (the client's site, home, a meeting room).",
    ],
  ),
  clause(
    '3.2',
    ['语言规范', 'Language'],
    [
      '吐字清楚，语气温和，语速合适，专业名词随说随解释。',
      'Clear and gentle, at a fitting pace, with technical terms explained as they come up.',
    ],
  ),
  clause(
    '3.3',
    ['态度与情感', 'Attitude and feeling'],
    [
      '热情而专业，耐心细致，善于倾听；不过度推销，不让客户一次承受过多信息。',
      'Warm and expert, patient and careful, listening; neither overselling nor overloading the client.',
    ],
  ),
  clause(
    '3.4',
    ['服务礼仪', 'Manners'],
    [
      '见面问候、仪态得体、称呼恰当，拜访先预约，告别有礼；有目光交流，面带微笑，语气平和。',
      'A greeting, good posture and a fitting form of address; visits by appointment and a proper leave-taking; eye contact, a smile and a mild tone.',
    ],
  ),
  clause(
    '3.5',
    ['冲突处理', 'Handling conflict'],
    [
      '保持冷静和专业，找出原因，必要时作合理让步，事后跟进并征询意见。',
      'Stays calm and professional, finds the cause, gives way where that is fitting, follows up afterwards and asks for feedback.',
    ],
  ),
];
