// The questionnaire that the console comes with, version 1 (4.2: attitude, efficiency, content, follow-up; Likert 1 to 5).
import type { Dimension } from '../../contract/vocabulary.ts';
import type { QuestionnaireContent, QuestionnaireItem } from '../../contract/survey.ts';

/** The same on every console, so that surveys of two of them name the same version. */
export const BUILT_IN_ID = '019a0000-0070-7000-8000-000000000001';

const item = (code: string, dimension: Dimension, zh: string, en: string): QuestionnaireItem => ({
  code,
  dimension,
  text: { zh, en },
});

export const BUILT_IN_QUESTIONNAIRE: QuestionnaireContent = {
  title: { zh: '保险服务满意度调查', en: 'How was our service?' },
  items: [
    item('A1', 'attitude', '业务员待我礼貌、热情', 'The agent was polite and warm with me.'),
    item('A2', 'attitude', '业务员耐心听完了我想说的话', 'The agent listened patiently until I had finished.'),
    item('A3', 'attitude', '业务员没有催促我作决定', 'The agent did not press me to decide.'),
    item('E1', 'efficiency', '业务员守时，没有让我久等', 'The agent was on time and did not keep me waiting.'),
    item('E2', 'efficiency', '产品介绍简明，用时合适', 'The product was explained briefly, in a fitting time.'),
    item('E3', 'efficiency', '我的问题很快得到了答复', 'My questions were answered quickly.'),
    item('C1', 'content', '我听懂了保什么、不保什么', 'I understood what is covered and what is not.'),
    item(
      'C2',
      'content',
      '缴费金额、期限和退保损失讲得清楚',
      'Premium, term and the cost of surrender were made clear.',
    ),
    item('C3', 'content', '推荐的方案符合我的需要和承受能力', 'The advice fitted my needs and my means.'),
    item('F1', 'followUp', '业务员告诉了我以后怎样找他', 'The agent told me how to reach them afterwards.'),
    item('F2', 'followUp', '答应我的事都有了下文', 'What was promised to me was followed up.'),
    item('F3', 'followUp', '服务之后仍有人关心我的情况', 'Someone still cared about me after the service.'),
  ],
};
