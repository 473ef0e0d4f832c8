// Criteria of 2.1 and 2.2: preparation, information, decisions and manner during the service.
import type { Criterion } from '../../contract/standard.ts';
import { observed, patrolled, recorded } from '../declare.ts';

export const preparation: readonly Criterion[] = [
  observed('2.1-1', 'preparation', 'compliance', {
    weight: 3,
    protection: 'personalData',
    zh: [
      '依法取得客户画像和需求，投保单、健康问卷、财务问卷按需备齐',
      '资料来自客户本人并有授权，所需表单齐全',
      '资料来源说不清，或缺少本次服务必需的表单',
    ],
    en: [
      'Profile and needs are collected lawfully; application form and health and financial questionnaires are ready as needed',
      'Data comes from the client with consent and the forms are at hand',
      'The source is unclear, or a form that this service needs is missing',
    ],
  }),
  observed('2.1-2', 'preparation', 'content', {
    zh: [
      '备好产品和市场知识，能够比较同类产品',
      '条款、费率表和至少一个可比方案已备好',
      '到场后临时查找，或只备一款产品的宣传页',
    ],
    en: [
      'Product and market knowledge is ready and similar products can be compared',
      'Terms, rates and at least one comparable option are at hand',
      'Searches on the spot, or brings the leaflet of one product only',
    ],
  }),
  observed('2.1-3', 'preparation', 'content', {
    protection: 'suitability',
    zh: ['按健康、职业和家庭情况评估客户的风险等级', '三方面都有评估，结论写明依据', '没有评估，或只凭印象'],
    en: [
      "Rates the client's risk from health, occupation and family",
      'All three are rated and the grounds written down',
      'No rating, or one by impression only',
    ],
  }),
  observed('2.1-4', 'preparation', 'compliance', {
    weight: 3,
    zh: [
      '拟定书面服务方案，包含推荐理由、保费测算、理赔流程和服务承诺',
      '四项齐全，数据与费率表一致',
      '没有书面方案，或四项缺两项以上',
    ],
    en: [
      'A written service plan holds recommendation, premium calculation, claims procedure and commitments',
      'All four are there and the figures agree with the rates',
      'No written plan, or two or more of the four missing',
    ],
  }),
  observed('2.1-5', 'start', 'content', {
    weight: 4,
    evidence: 'onFailing',
    protection: 'suitability',
    zh: ['询问客户的需求、经济能力和已有保障', '三方面都问到，并当场记录', '没有询问就推荐，或三方面漏问两方面'],
    en: [
      'Asks about needs, means and existing cover',
      'All three are asked and noted',
      'Recommends without asking, or leaves out two of the three',
    ],
  }),
  observed('2.1-6', 'progress', 'compliance', {
    scale: 'passFail',
    weight: 4,
    notApplicableAllowed: true,
    evidence: 'onFailing',
    protection: 'marketing',
    zh: [
      '提示客户如实告知健康、职业等情况，并说明不实告知的后果',
      '逐项询问，由客户本人回答，讲清后果',
      '教客户少说或不说，或替客户一概填否',
    ],
    en: [
      'Asks the client to disclose health, occupation and the like truthfully and tells what follows if not',
      'Asks item by item, the client answers, the consequences are clear',
      'Teaches the client to leave things out, or ticks no for everything',
    ],
  }),
  recorded('2.1-7', 'compliance', {
    notApplicableAllowed: true,
    protection: 'marketing',
    zh: [
      '需要销售过程录音录像的业务，登记了编号和检查结果',
      '编号可查，检查结果为合格或已整改',
      '应录未录，或只有口头说明、没有编号',
    ],
    en: [
      'Business that requires a recording of the sale has its reference and the result of the check on file',
      'The reference can be found; the result is passed or mended',
      'No recording where one is required, or word of mouth without a reference',
    ],
  }),
  patrolled('2.1-8', 'efficiency', {
    weight: 1,
    zh: [
      '当日拜访有计划，资料和工具事先备齐',
      '抽查的拜访都有对象、时间、目的和资料清单',
      '没有计划，或出发前仍在找资料',
    ],
    en: [
      "The day's visits are planned, with material and tools ready beforehand",
      'Those sampled have client, time, purpose and a list of material',
      'There is no plan, or material is still being sought at departure',
    ],
  }),
];

export const communication: readonly Criterion[] = [
  observed('2.2.1-1', 'progress', 'content', {
    weight: 3,
    protection: 'education',
    zh: [
      '用日常语言说明，并按客户的年龄和习惯调整方式',
      '专业名词都换成例子或数字，年轻客户可看电子演示',
      '大段念术语，客户表示听不懂仍照旧',
    ],
    en: [
      'Explains in everyday language and adapts to age and habits',
      'Terms become examples or figures; a younger client may be shown them on screen',
      'Reads out jargon and goes on although the client does not follow',
    ],
  }),
  observed('2.2.1-2', 'progress', 'compliance', {
    scale: 'passFail',
    weight: 4,
    notApplicableAllowed: true,
    evidence: 'onFailing',
    protection: 'suitability',
    zh: [
      '对65岁及以上的客户给予特别关照',
      '放慢语速、使用大字材料、逐项确认，并提议家人陪同',
      '与一般客户无异，客户没听清就请其签字',
    ],
    en: [
      'Takes extra care of clients of 65 and over',
      'Slower, with large print, confirming item by item, and offering that family be present',
      'No difference from others, or asks for a signature before it was understood',
    ],
  }),
  observed('2.2.1-3', 'progress', 'content', {
    weight: 4,
    evidence: 'onFailing',
    protection: 'marketing',
    zh: [
      '逐条解释责任免除，并确认客户理解',
      '每条都举出不赔的情形，客户能说出主要几条',
      '只说有些情况不赔，没有讲具体情形',
    ],
    en: [
      'Explains the exclusions one by one and confirms that they are understood',
      'Gives a case that is not paid for each; the client can name the main ones',
      'Says only that some things are not paid',
    ],
  }),
  observed('2.2.1-4', 'progress', 'content', {
    weight: 3,
    protection: 'marketing',
    zh: ['讲清缴费金额、方式、期限和宽限期', '四项都讲到，并说明缴费中断的后果', '缴费年限或每期金额讲错、漏讲'],
    en: [
      'Makes amount, manner, term and grace period of payment clear',
      'All four, and what follows if payment stops',
      'The years or the amount are wrong or left out',
    ],
  }),
  observed('2.2.1-5', 'progress', 'content', {
    scale: 'passFail',
    weight: 3,
    notApplicableAllowed: true,
    evidence: 'onFailing',
    protection: 'marketing',
    zh: ['提示等待期的长短和等待期内的处理', '说出天数，并讲明等待期内出险怎样处理', '没有提到等待期，或天数讲错'],
    en: [
      'Warns of the waiting period and what holds during it',
      'Names the days and what happens to a claim within them',
      'Does not mention it, or names the wrong days',
    ],
  }),
  observed('2.2.1-6', 'progress', 'content', {
    scale: 'passFail',
    weight: 3,
    notApplicableAllowed: true,
    evidence: 'onFailing',
    protection: 'marketing',
    zh: ['提示退保损失', '指着现金价值表说明前几年退保能拿回多少', '没有提示，或说随时可以全额退'],
    en: [
      'Warns of the cost of surrender',
      'Shows in the table of cash values what the first years pay back',
      'Does not warn, or says that all comes back at any time',
    ],
  }),
  observed('2.2.1-7', 'end', 'content', {
    scale: 'passFail',
    weight: 3,
    notApplicableAllowed: true,
    evidence: 'onFailing',
    protection: 'marketing',
    zh: [
      '提示犹豫期的天数、起算日和权利',
      '说出天数和从哪天算起，讲明期内退保只扣工本费',
      '没有提示，或劝客户不必理会',
    ],
    en: [
      'Warns of the cooling-off period: its days, when it starts, and the right it gives',
      'Names the days and the first of them and that leaving costs a small fee only',
      'Does not warn, or tells the client not to mind it',
    ],
  }),
  observed('2.2.1-8', 'end', 'content', {
    scale: 'passFail',
    weight: 3,
    evidence: 'onFailing',
    protection: 'disputes',
    zh: ['告知投诉渠道', '说出或交给客户公司的投诉电话和受理地点', '没有告知，或表示有意见只能找本人'],
    en: [
      'Tells the channel for complaints',
      "Names or hands over the company's telephone and place for complaints",
      'Does not tell, or says that complaints go to the agent alone',
    ],
  }),
  observed('2.2.2-1', 'progress', 'compliance', {
    weight: 3,
    evidence: 'onFailing',
    protection: 'marketing',
    zh: [
      '不施压推销，给客户留出考虑的时间',
      '客户犹豫时主动提出带回考虑，不再三催促',
      '客户已表示不要或再想想，仍反复要求签单',
    ],
    en: [
      'No pressure; the client gets time to think',
      'Offers to leave the plan for consideration when the client hesitates',
      'Keeps asking for the signature after a no or a wish to think',
    ],
  }),
  observed('2.2.2-2', 'progress', 'content', {
    weight: 3,
    required: false,
    protection: 'suitability',
    zh: ['客观比较不同方案的利弊', '至少列出两个方案，优点和不足都讲到', '只讲一个方案，或只讲好处'],
    en: [
      'Compares the pros and cons of alternatives objectively',
      'At least two options with strengths and weaknesses',
      'One option only, or benefits only',
    ],
  }),
  observed('2.2.2-3', 'progress', 'compliance', {
    scale: 'passFail',
    weight: 4,
    notApplicableAllowed: true,
    evidence: 'onFailing',
    protection: 'suitability',
    zh: [
      '产品与客户需求或能力不相称时，提示并建议不买',
      '明确说出哪里不相称，并给出替代办法',
      '看得出不相称仍推荐，或只字不提',
    ],
    en: [
      'Advises against a product that does not match needs or means',
      'Says plainly where it does not match and offers another way',
      'Recommends it although the mismatch shows, or keeps silent',
    ],
  }),
  observed('2.2.3-1', 'end', 'attitude', {
    zh: ['主动询问客户是否还有其他需要或疑问', '收尾前问到，并等客户回答', '没有询问，或问完就走'],
    en: [
      'Asks whether the client needs anything else or has open questions',
      'Asks before closing and waits for the answer',
      'Does not ask, or leaves without waiting',
    ],
  }),
  observed('2.2.3-2', 'progress', 'attitude', {
    required: false,
    zh: ['客户拒绝、反复提问或有异议时，仍然礼貌耐心', '语气不变，换一种说法再讲一遍', '叹气、冷脸、抢白，或敷衍了事'],
    en: [
      'Stays polite and patient when refused, asked again or contradicted',
      'Keeps the tone and explains once more in another way',
      'Sighs, turns cold, snaps back or brushes it off',
    ],
  }),
  observed('2.2.3-3', 'end', 'efficiency', {
    zh: [
      '在约定时间内完成，不拖沓、不赶场',
      '按预告的时长结束；需要延长时先征得同意',
      '明显超时未说明，或为赶时间省略应讲内容',
    ],
    en: [
      'Finishes within the time agreed, neither dragging nor rushing',
      'Ends when announced, or asks before going on',
      'Runs well over without a word, or drops content to save time',
    ],
  }),
];
