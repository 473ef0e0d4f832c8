// Criteria of chapter 1, values and professional conduct, apart from its red lines.
import type { Criterion } from '../../contract/standard.ts';
import { observed, patrolled, recorded } from '../declare.ts';

export const chapter1: readonly Criterion[] = [
  patrolled('1.1-1', 'attitude', {
    weight: 1,
    protection: 'governance',
    zh: [
      '业务员清楚服务宗旨和四项价值观，并能联系自己的工作说明',
      '随机询问时说得出四项价值观，并举出一件近期的事',
      '说不出，或与日常做法明显不符',
    ],
    en: [
      'The agent knows the purpose and the four values and can tie them to the own work',
      'Asked at random, names the four and gives one recent case',
      'Cannot name them, or practice plainly differs',
    ],
  }),
  observed('1.1-2', 'progress', 'content', {
    protection: 'suitability',
    zh: [
      '建议着眼于安全、稳定和长期可持续',
      '讲到长期缴费能力和家庭变化后的调整办法',
      '只谈眼前，不提客户以后是否缴得起、保障是否跟得上',
    ],
    en: [
      'Advice looks to what is safe, stable and sustainable',
      'Covers long-term means to pay and how to adjust when the family changes',
      'Speaks of the moment only, not of whether payment and cover will hold',
    ],
  }),
  observed('1.2.2-1', 'start', 'compliance', {
    scale: 'passFail',
    weight: 4,
    evidence: 'onFailing',
    protection: 'marketing',
    zh: [
      '主动出示执业证，或说明姓名、所属公司和执业证编号',
      '客户开口询问之前就已出示或完整说明三项',
      '没有出示，也没有说全姓名、公司和编号',
    ],
    en: [
      'Shows the practice certificate, or states name, company and licence number',
      'Shown, or all three stated, before the client asks',
      'Not shown, and one of the three left out',
    ],
  }),
  observed('1.2.2-2', 'progress', 'compliance', {
    weight: 3,
    zh: [
      '按五步推进：了解需求、专业建议、制定方案、沟通确认、售后服务',
      '五步齐全，顺序清楚，每步结束时有小结',
      '没有了解需求就推荐产品，或缺少沟通确认',
    ],
    en: [
      'Follows the five steps: needs, advice, plan, confirmation, after-sales service',
      'All five, in a clear order, each closed with a summary',
      'Recommends before learning the needs, or leaves out the confirmation',
    ],
  }),
  observed('1.2.2-3', 'progress', 'content', {
    weight: 3,
    notApplicableAllowed: true,
    protection: 'education',
    zh: ['正确解答客户提出的问题', '回答与条款一致；不确定的说明何时答复，并记下来', '答错、含糊带过或避而不答'],
    en: [
      "Answers the client's questions correctly",
      'Answers agree with the terms; open ones are noted with a time for the answer',
      'Answers wrongly, vaguely or not at all',
    ],
  }),
  patrolled('1.2.2-4', 'compliance', {
    zh: [
      '当日服务事项都有可追溯的记录',
      '抽查三件，均能从记录找到经办人和办理经过',
      '有一件查不到记录，或记录看不出由谁办理',
    ],
    en: [
      'The matters of the day have records that can be traced',
      'Three are sampled; staff and course can be found for each',
      'One has no record, or the record does not show who did it',
    ],
  }),
  observed('1.3.1-1', 'end', 'followUp', {
    weight: 3,
    zh: [
      '说明签单之后提供哪些服务、怎样找到服务人员',
      '讲清保全、理赔、续期的办理渠道，并留下联系方式',
      '只说有事找我，没有讲具体服务和渠道',
    ],
    en: [
      'Explains what service follows the sale and how to reach it',
      'Names the channels for policy changes, claims and renewal, and leaves contact details',
      'Says no more than that the client may call',
    ],
  }),
  patrolled('1.3.1-2', 'response', {
    weight: 3,
    zh: [
      '咨询、理赔和续期请求得到及时回应',
      '抽查的请求都在24小时内回复，并在48小时内有方案或下一步',
      '有请求超过24小时无人回复',
    ],
    en: [
      'Requests on enquiry, claim and renewal get a prompt reply',
      'Those sampled were answered within 24 hours and had a solution or next step within 48',
      'A request stood unanswered for more than 24 hours',
    ],
  }),
  observed('1.3.2-1', 'start', 'compliance', {
    scale: 'passFail',
    weight: 3,
    notApplicableAllowed: true,
    evidence: 'onFailing',
    zh: [
      '服务开始前与客户签订服务协议，写明内容、期限和标准',
      '协议三项齐全，双方已签，或出示此前签订且仍有效的协议',
      '没有协议，或缺少内容、期限、标准中的任何一项',
    ],
    en: [
      'A service agreement with content, term and standard is signed before the service',
      'Signed by both with all three, or an earlier one still in force is shown',
      'There is none, or content, term or standard is missing',
    ],
  }),
  observed('1.3.2-2', 'progress', 'content', {
    weight: 3,
    protection: 'marketing',
    zh: [
      '揭示风险，让客户在知情的前提下作决定',
      '逐项讲明主要风险，客户表示明白后才继续',
      '不提风险，或客户还有疑问就往下办',
    ],
    en: [
      'Discloses the risks so that consent is informed',
      'Goes through the main risks and moves on once the client has understood',
      'Leaves out the risks, or goes on while the client still doubts',
    ],
  }),
  recorded('1.3.2-3', 'followUp', {
    zh: [
      '向客户作出的承诺有记录，并按期兑现',
      '每项承诺有时间、内容和完成情况',
      '承诺没有记录，或到期没有完成也没有说明',
    ],
    en: [
      'Commitments to the client are on record and kept in time',
      'Each has its time, content and outcome',
      'A commitment has no record, or ran out unmet and unexplained',
    ],
  }),
  observed('1.4.1-1', 'progress', 'content', {
    scale: 'likert',
    weight: 4,
    protection: 'education',
    zh: [
      '产品、条款和保障责任讲解准确、到位',
      '不看材料也能讲清责任和给付条件，并指出条款所在',
      '讲错关键责任，或照本宣读而答不出追问',
    ],
    en: [
      'Explains products, terms and cover accurately and fully',
      'States cover and conditions of payment without reading and points to the terms',
      'Gets key cover wrong, or reads aloud and cannot answer a further question',
    ],
  }),
  observed('1.4.1-2', 'progress', 'content', {
    weight: 3,
    protection: 'suitability',
    zh: [
      '说明人寿、健康、财产、责任各类产品中哪一类适合该客户及其理由',
      '理由与客户的家庭、职业和已有保障对得上',
      '讲不出适合的理由，或对谁都推荐同一款',
    ],
    en: [
      'Says which kind of product, life, health, property or liability, suits this client and why',
      'The reasons fit family, occupation and existing cover',
      'Gives no reason, or recommends the same to everybody',
    ],
  }),
  observed('1.4.1-3', 'progress', 'compliance', {
    scale: 'passFail',
    weight: 4,
    evidence: 'onFailing',
    protection: 'suitability',
    zh: [
      '只销售本人资质等级允许的产品',
      '所推荐产品在其授权范围内；超出的转介有资格的人员',
      '推荐或办理超出本人授权等级的产品',
    ],
    en: [
      'Sells only what the own grade of qualification allows',
      'Products lie within the authority; others are passed to a qualified colleague',
      'Recommends or handles a product above the own grade',
    ],
  }),
  patrolled('1.4.1-4', 'content', {
    protection: 'education',
    zh: ['现场抽问在售产品的责任、免责和适合人群', '三问答对，并能找到条款依据', '三问中答错两问以上'],
    en: [
      'Spot questions on cover, exclusions and fitting clients of a product on sale',
      'Three questions answered with their place in the terms',
      'Two or more of three answered wrongly',
    ],
  }),
  recorded('1.4.2-1', 'compliance', {
    protection: 'education',
    zh: [
      '培训学时按进度达到每年不少于20小时',
      '有签到或学习记录，累计学时不低于20小时按月折算的数',
      '没有记录，或学时落后于进度',
    ],
    en: [
      'Training keeps pace with at least 20 hours a year',
      'Attendance or study records reach 20 hours in proportion to the months gone',
      'There are no records, or the hours lag behind',
    ],
  }),
  patrolled('1.4.2-2', 'content', {
    weight: 1,
    protection: 'education',
    zh: [
      '了解最近一次法规、市场或工具更新的内容',
      '说得出更新要点，以及自己的工作因此有什么变化',
      '不知道有更新，或仍按旧要求办理',
    ],
    en: [
      'Knows the latest change in law, market or tools',
      'Names its main points and what it changes in the own work',
      'Has not heard of it, or still works by the old rule',
    ],
  }),
  observed('1.5.1-1', 'progress', 'attitude', {
    scale: 'likert',
    weight: 3,
    zh: ['认真倾听，让客户把话说完', '客户说完再回应，能用自己的话复述要点', '多次打断客户，或边听边处理无关的事'],
    en: [
      'Listens and lets the client finish',
      'Answers after the client has finished and can restate the point',
      'Interrupts repeatedly, or does other things meanwhile',
    ],
  }),
  observed('1.5.1-2', 'start', 'attitude', {
    protection: 'personalData',
    zh: [
      '尊重客户隐私，选择合适的地点和方式谈论健康与财务',
      '谈到敏感内容前先确认旁人在场是否合适',
      '在他人听得到的地方追问病情、收入',
    ],
    en: [
      'Respects privacy: health and finances are discussed in a fitting place and way',
      'Asks whether those present may hear before sensitive matters come up',
      'Asks about illness or income within the hearing of others',
    ],
  }),
  patrolled('1.5.1-3', 'attitude', {
    zh: [
      '职场内接待客户细心、有耐心',
      '所见接待有回应、有指引，等候的客户有人照应',
      '客户无人理会，或出现不耐烦的言行',
    ],
    en: [
      'Clients in the workplace are received with care and patience',
      'Those seen were answered and guided, and the waiting were looked after',
      'A client was ignored or met with impatience',
    ],
  }),
  observed('1.5.2-1', 'progress', 'attitude', {
    weight: 2,
    zh: [
      '沟通先倾听、再说明、后确认',
      '讲完一段请客户复述或提问，确认无误再往下',
      '一开口就讲产品，全程没有确认客户是否听懂',
    ],
    en: [
      'Listens first, then explains, then confirms',
      'After each part lets the client restate or ask, and goes on when it is right',
      'Starts with the product and never checks what was understood',
    ],
  }),
];
