// Criteria of 2.3: contact after the service, feedback and the client file. The checks under 2.3.3 are the client-file
// checks of the score.
import type { Criterion } from '../../contract/standard.ts';
import { observed, patrolled, recorded } from '../declare.ts';

export const followUp: readonly Criterion[] = [
  observed('2.3.1-1', 'end', 'followUp', {
    weight: 3,
    zh: ['约定服务后的回访时间和方式', '与客户定下日期，以及用电话、邮件还是短信', '没有约定，或只说以后再联系'],
    en: [
      'Agrees on time and manner of the follow-up',
      'A date is set, and whether by phone, mail or message',
      'Nothing is agreed, or only that one will be in touch',
    ],
  }),
  recorded('2.3.1-2', 'followUp', {
    weight: 3,
    zh: ['服务后按约定回访，并留有记录', '有回访日期、方式、内容和客户答复', '到期没有回访，或没有记录'],
    en: [
      'The follow-up was made as agreed and is on record',
      "With date, manner, content and the client's reply",
      'Not made when due, or no record',
    ],
  }),
  patrolled('2.3.1-3', 'followUp', {
    zh: ['回访台账按期更新，到期回访没有遗漏', '抽查本周到期的回访，均已完成或有改期说明', '有到期未访且没有说明的'],
    en: [
      'The ledger of return visits is current and none is missed',
      'Those due this week are done, or the new date is explained',
      'One is overdue without explanation',
    ],
  }),
  observed('2.3.2-1', 'end', 'followUp', {
    zh: ['征询客户对本次服务的意见并记录', '主动询问，当场记下客户原意', '没有询问，或听了不记'],
    en: [
      "Asks for the client's view of this service and notes it",
      'Asks unprompted and writes down what was meant',
      'Does not ask, or listens without noting',
    ],
  }),
  recorded('2.3.2-2', 'followUp', {
    protection: 'disputes',
    zh: [
      '客户反馈按表扬、建议、投诉登记分类，并有处理结果',
      '每条有类别、处理人和结果，投诉已转入投诉流程',
      '没有分类，或没有处理结果',
    ],
    en: [
      'Feedback is recorded and sorted into praise, suggestion and complaint, with what was done',
      'Each has class, handler and result; complaints went into their process',
      'Not sorted, or no result',
    ],
  }),
  patrolled('2.3.2-3', 'followUp', {
    weight: 1,
    protection: 'disputes',
    zh: [
      '意见箱、意见簿和线上反馈入口可用，并有人处理',
      '渠道可用，最近的意见已有答复',
      '渠道失效，或意见积压没有人看',
    ],
    en: [
      'Box, book and online channel for opinions work and are looked after',
      'They work, and the latest opinions have an answer',
      'A channel is dead, or opinions pile up unread',
    ],
  }),
];

export const clientFile: readonly Criterion[] = [
  recorded('2.3.3-1', 'followUp', {
    zh: ['档案中有投保单', '投保单在档，页数齐全，签名清楚', '缺投保单，或缺页、无签名'],
    en: [
      'The file holds the application form',
      'It is there with all pages and a clear signature',
      'It is missing, or lacks pages or signature',
    ],
  }),
  recorded('2.3.3-2', 'followUp', {
    notApplicableAllowed: true,
    zh: ['档案中有健康问卷', '问卷由客户本人作答，各项均已回答', '应有而没有，或有空项'],
    en: [
      'The file holds the health questionnaire',
      'Answered by the client, every item',
      'Missing where needed, or items left blank',
    ],
  }),
  recorded('2.3.3-3', 'followUp', {
    zh: ['档案中有缴费记录', '各期金额和日期与系统一致', '缺记录，或与系统不符'],
    en: [
      'The file holds the premium records',
      'Amounts and dates agree with the system',
      'Missing, or differing from the system',
    ],
  }),
  recorded('2.3.3-4', 'followUp', {
    notApplicableAllowed: true,
    zh: ['档案中有理赔记录', '报案、资料、结论和给付都有', '发生过理赔而没有记录，或缺结论'],
    en: [
      'The file holds the claim records',
      'Notice, documents, decision and payment are there',
      'A claim has no record, or no decision',
    ],
  }),
  recorded('2.3.3-5', 'followUp', {
    protection: 'suitability',
    zh: ['档案中有产品选择的依据', '写明比较过的方案和客户选择的理由', '看不出为什么选这款产品'],
    en: [
      'The file shows the choice of product and its grounds',
      "Names the options compared and the client's reasons",
      'Does not show why this product was chosen',
    ],
  }),
  recorded('2.3.3-6', 'followUp', {
    zh: ['档案中有历次服务记录', '每次服务都有一条记录，时间连续', '有服务而没有记录，或中间断档'],
    en: [
      'The file holds the records of every service',
      'One record for each service, without a gap',
      'A service has no record, or there is a gap',
    ],
  }),
  recorded('2.3.3-7', 'followUp', {
    zh: ['档案中有客户反馈', '反馈和答复一并在档；没有意见的也有注明', '没有反馈记录，或有反馈而无答复'],
    en: [
      "The file holds the client's feedback",
      'Feedback and answer are filed together; none given is noted',
      'No feedback on file, or feedback without an answer',
    ],
  }),
  recorded('2.3.3-8', 'followUp', {
    zh: ['七类资料相互可以追溯', '由保单号或档案号能从任一份找到其余各份', '编号缺失，或对不上同一位客户'],
    en: [
      'The seven kinds of document can be traced to each other',
      'Policy or file number leads from any one to the rest',
      'Numbers are missing or do not fit one client',
    ],
  }),
];
