// Criteria of chapter 3: dress, language, attitude, manners and the handling of conflict.
import type { Criterion } from '../../contract/standard.ts';
import { observed, patrolled } from '../declare.ts';

export const chapter3: readonly Criterion[] = [
  observed('3.1-1', 'preparation', 'compliance', {
    zh: [
      '着装符合规范：男士深色西装、衬衫、领带，女士正装或半正装，整洁干净',
      '衣着齐整，佩戴工牌，无污渍破损',
      '穿便装或运动装，或衣着明显不洁',
    ],
    en: [
      'Dress follows the rule, clean and tidy: dark suit, shirt and tie for men, formal or semi-formal for women',
      'Complete and neat, badge worn, no stains or damage',
      'Casual or sports wear, or plainly unclean',
    ],
  }),
  observed('3.1-2', 'start', 'compliance', {
    weight: 1,
    required: false,
    zh: [
      '着装与场合和地点相称',
      '接待、洽谈、回访以及客户单位、家中各有分寸，例如入户备鞋套',
      '与场合明显不合，使客户感到不便或尴尬',
    ],
    en: [
      'Dress suits occasion and place',
      'Fits reception, negotiation or return visit, and site or home, such as shoe covers indoors',
      'Plainly out of place and awkward for the client',
    ],
  }),
  patrolled('3.1-3', 'compliance', {
    scale: 'passFail',
    weight: 1,
    zh: ['在岗人员着装规范并佩戴工牌', '巡查时段所见人员全部符合', '有一人以上不符合'],
    en: ['Staff on duty are properly dressed and wear the badge', 'All who were seen comply', 'One or more do not'],
  }),
  observed('3.2-1', 'progress', 'attitude', {
    scale: 'likert',
    zh: ['吐字清楚、语气温和、语速合适', '客户不需要请其重复，语速随客户调整', '含混或过快，客户多次请其再说'],
    en: [
      'Clear, gentle and at a fitting pace',
      'The client need not ask again; the pace follows the client',
      'Indistinct or too fast; the client asks again and again',
    ],
  }),
  observed('3.2-2', 'progress', 'compliance', {
    scale: 'passFail',
    weight: 2,
    evidence: 'onFailing',
    protection: 'marketing',
    zh: [
      '不贬低同业和同事，不使用粗俗、歧视或恐吓的话',
      '提到其他公司或产品时只谈事实',
      '诋毁同业，或用疾病、灾祸吓唬客户',
    ],
    en: [
      'Does not run down others in the trade or colleagues, and uses no coarse, discriminating or frightening words',
      'Speaks of other companies and products in facts only',
      'Slanders others, or frightens the client with illness or disaster',
    ],
  }),
  patrolled('3.2-3', 'attitude', {
    weight: 1,
    zh: ['接听和拨打电话用语规范', '先问候并自报姓名，结束前确认要点并道别', '不报姓名，或语气生硬、先行挂断'],
    en: [
      'Telephone language follows the rule',
      'Greets and gives the name, confirms the points and says goodbye',
      'Gives no name, is curt, or hangs up first',
    ],
  }),
  observed('3.3-1', 'progress', 'attitude', {
    scale: 'likert',
    weight: 3,
    zh: [
      '热情而专业，察觉客户情绪并有所回应',
      '留意客户的表情和语气，适时停下来询问',
      '冷淡或过分热络，对客户的不安没有反应',
    ],
    en: [
      "Warm and expert; notices the client's mood and responds",
      'Watches face and voice and pauses to ask',
      'Cold or overly familiar; does not react to unease',
    ],
  }),
  observed('3.3-2', 'progress', 'efficiency', {
    protection: 'marketing',
    zh: [
      '不过度推销，信息分段给出，不让客户应接不暇',
      '一次讲一个要点，重点不超过三项',
      '连续推介多款产品，或一口气讲完而不停顿',
    ],
    en: [
      'Neither oversells nor overloads: information comes in portions',
      'One point at a time and no more than three main ones',
      'Presents product after product, or talks through without a pause',
    ],
  }),
  observed('3.4-1', 'start', 'attitude', {
    scale: 'passFail',
    zh: ['见面主动问候、自我介绍，称呼得体', '先问候，再报姓名，按客户习惯称呼', '没有问候，或称呼不当'],
    en: [
      'Greets, introduces the own person and uses a fitting form of address',
      'Greeting first, then the name, addressed as the client likes',
      'No greeting, or an unfitting address',
    ],
  }),
  observed('3.4-2', 'preparation', 'efficiency', {
    scale: 'passFail',
    required: false,
    notApplicableAllowed: true,
    zh: [
      '拜访经过预约，时间、地点、事由和大致时长已与客户确认',
      '四项均已确认，并留有预约记录',
      '未预约上门，或约定不清',
    ],
    en: [
      'The visit is by appointment: time, place, purpose and rough length are agreed',
      'All four are agreed and the appointment is noted',
      'Comes unannounced, or the arrangement is unclear',
    ],
  }),
  observed('3.4-3', 'start', 'efficiency', {
    scale: 'passFail',
    zh: ['守时，按约定时间开始服务', '准时或提前几分钟到；有变动提前告知', '迟到而没有提前告知'],
    en: [
      'Is punctual and starts at the time agreed',
      'On time or some minutes early; changes are told beforehand',
      'Late without notice',
    ],
  }),
  observed('3.4-4', 'progress', 'attitude', {
    zh: [
      '坐立端正，有目光交流，面带微笑，语气平和',
      '全程保持，递接材料用双手并将正面朝向客户',
      '歪靠、看手机，或全程不看客户',
    ],
    en: [
      'Good posture, eye contact, a smile and a mild tone',
      'Kept throughout; papers are handed over with both hands, facing the client',
      'Slouches, looks at the phone, or never at the client',
    ],
  }),
  observed('3.4-5', 'end', 'attitude', {
    zh: ['告别有礼：致谢、归整资料、道别', '感谢客户的时间，桌面恢复原样，礼貌道别', '匆忙离开，或把资料散放在原处'],
    en: [
      'Takes leave properly: thanks, tidies up, says goodbye',
      'Thanks for the time, leaves the table as it was and says goodbye',
      'Leaves in a hurry, or leaves papers scattered',
    ],
  }),
  patrolled('3.4-6', 'attitude', {
    weight: 1,
    zh: ['来访客户进门有人招呼，并引导至合适的位置', '一分钟内有人问候并询问来意', '进门后无人招呼，或互相推诿'],
    en: [
      'Visitors are greeted at the door and led to a fitting place',
      'Within a minute somebody greets and asks what they need',
      'Nobody greets, or staff point to each other',
    ],
  }),
  observed('3.5-1', 'progress', 'attitude', {
    required: false,
    notApplicableAllowed: true,
    protection: 'disputes',
    zh: [
      '客户不满时保持冷静，先弄清原因',
      '不争辩，用提问找到原因，并复述给客户确认',
      '与客户争执，或没弄清原因就推卸责任',
    ],
    en: [
      'Stays calm with a dissatisfied client and finds the cause first',
      'Does not argue, asks until the cause is found, and restates it',
      'Quarrels, or shifts the blame before the cause is known',
    ],
  }),
  observed('3.5-2', 'end', 'followUp', {
    required: false,
    notApplicableAllowed: true,
    protection: 'disputes',
    zh: [
      '给出可行的处理办法，约定跟进并征询意见',
      '合理让步或转交有权人员，说明由谁、何时答复',
      '没有办法也没有下文，或超出权限随口答应',
    ],
    en: [
      'Offers a workable way, arranges the follow-up and asks for feedback',
      'Gives way where fitting or passes it on, and says who answers and when',
      'Offers nothing, or promises beyond the own authority',
    ],
  }),
  patrolled('3.5-3', 'compliance', {
    notApplicableAllowed: true,
    protection: 'disputes',
    zh: [
      '现场发生的纠纷有记录、有人处理、有结果',
      '记录写明经过、原因、处理人和客户意见',
      '发生过纠纷而没有记录，或处理后没有回访',
    ],
    en: [
      'Disputes on the premises are recorded, handled and closed',
      "The record holds course, cause, handler and the client's view",
      'A dispute has no record, or nobody called back afterwards',
    ],
  }),
];
