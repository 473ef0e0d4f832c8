// Criteria of chapters 4, 6, 7 and 8: what can be observed, reviewed or patrolled of evaluation, complaints, training
// and supervision themselves.
import type { Criterion } from '../../contract/standard.ts';
import { observed, patrolled, recorded } from '../declare.ts';

export const laterChapters: readonly Criterion[] = [
  observed('4.1-1', 'progress', 'efficiency', {
    scale: 'likert',
    weight: 3,
    zh: [
      '办理流畅，工具熟练，客户无须空等',
      '先讲结论再讲细节，操作一次完成，没有无谓的等待',
      '反复翻找或重做，客户多次空等',
    ],
    en: [
      'Works smoothly and handles the tools; the client does not wait idly',
      'Conclusion first, details after; every step done once, without needless waiting',
      'Searches or repeats steps while the client waits again and again',
    ],
  }),
  recorded('4.1-2', 'response', {
    zh: [
      '客户请求有登记，能看出回复和解决的时间',
      '请求、首次回复、方案或下一步三个时间齐全',
      '没有登记，或时间缺失无法判断',
    ],
    en: [
      'Requests are registered so that the time of reply and of solution shows',
      'The times of request, first reply and solution or next step are there',
      'Not registered, or the times cannot be told',
    ],
  }),
  patrolled('4.4-1', 'followUp', {
    protection: 'governance',
    zh: [
      '到期的整改事项已经完成并验证',
      '抽查整改单，措施落实，验证人不是整改责任人本人',
      '到期没有完成，或只有书面答复而没有做到',
    ],
    en: [
      'Rectifications that are due are done and verified',
      'Those sampled are carried out; whoever verified is not the owner',
      'Due and not done, or done on paper only',
    ],
  }),
  patrolled('6.1-1', 'compliance', {
    scale: 'passFail',
    protection: 'disputes',
    zh: [
      '投诉渠道在职场醒目位置公示并且有效',
      '电话、邮箱、线上和现场渠道均有公示，试拨有人接听',
      '没有公示、信息过期或无人接听',
    ],
    en: [
      'Channels for complaints are displayed where they are seen, and work',
      'Phone, mail, online and on-site channels are shown; a test call is answered',
      'Not shown, out of date, or nobody answers',
    ],
  }),
  recorded('6.2-1', 'response', {
    notApplicableAllowed: true,
    protection: 'disputes',
    zh: [
      '涉及该业务员的投诉登记完整，并按时限推进',
      '时间、投诉人、联系方式、内容、类别齐全，各节点没有超时',
      '有未登记的投诉，或任一节点超时而没有说明',
    ],
    en: [
      'Complaints that concern the agent are fully recorded and kept within the limits',
      'Time, complainant, contact, content and category are there and no step is late',
      'A complaint is not recorded, or a step is late without explanation',
    ],
  }),
  patrolled('7.1-1', 'compliance', {
    weight: 1,
    protection: 'education',
    zh: ['近期培训按计划进行，有签到、材料和考核', '抽查最近一次培训，三样齐全', '没有开展，或只有签到表'],
    en: [
      'Recent training ran to plan, with attendance, material and assessment',
      'All three are there for the latest one',
      'It did not take place, or there is an attendance sheet only',
    ],
  }),
  patrolled('8.2-1', 'compliance', {
    protection: 'governance',
    zh: [
      '发现的问题当日登记，要素齐全',
      '时间、地点、服务内容、描述、影响范围和类别都有',
      '发现问题而没有登记，或缺两项以上要素',
    ],
    en: [
      'Problems are recorded on the day they are found, with all their facts',
      'Time, place, service content, description, scope of impact and class are there',
      'A problem is not recorded, or two or more facts are missing',
    ],
  }),
  patrolled('8.3-1', 'followUp', {
    protection: 'governance',
    zh: [
      '上次巡查的问题已反馈到本人，没有重复出现',
      '本人知道问题和整改要求，现场未再见到',
      '本人不知情，或同一问题再次出现',
    ],
    en: [
      'Problems of the last patrol were told to the person and have not come back',
      'The person knows the problem and what was required; it is not seen again',
      'The person does not know, or the same problem is seen again',
    ],
  }),
];
