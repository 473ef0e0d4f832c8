// Chapter 2, service process: titles and texts of its clauses.
import type { Clause } from '../../contract/standard.ts';
import { clause } from '../declare.ts';

export const chapter2: readonly Clause[] = [
  clause(
    '2',
    ['服务流程与操作规范', 'Service process and operation'],
    [
      '从准备、沟通、跟进到风险控制和记录归档，规定每一步怎么做、留下什么。',
      'From preparation through communication and follow-up to risk control and records: how each step is done and what it leaves behind.',
    ],
  ),
  clause(
    '2.1',
    ['服务前准备', 'Preparation'],
    [
      '依法取得客户画像和需求（投保单、健康问卷、财务问卷），备好产品和市场知识，评估客户健康、职业、家庭方面的风险并如实告知，拟定包含推荐理由、保费测算、理赔流程和服务承诺的书面方案。',
      'The client profile and needs are collected lawfully (application form, health and financial questionnaires); product and market knowledge is ready; risk from health, occupation and family is rated and told truthfully; a written plan holds the recommendation, the premium calculation, the claims procedure and the commitments.',
    ],
  ),
  clause(
    '2.2',
    ['服务中沟通', 'Communication during service'],
    [
      '服务过程中信息说得清、决定由客户作、态度始终专业。',
      'During the service information is clear, the client decides, and the manner stays professional.',
    ],
  ),
  clause(
    '2.2.1',
    ['沟通与信息传达', 'Communication and information'],
    [
      '用日常语言说明，并按客户调整方式：年长客户更简单直观，年轻客户可借助数字化工具。',
      'Explains in everyday language and adapts to the client: simpler for older clients, with digital means for younger ones.',
    ],
  ),
  clause(
    '2.2.2',
    ['理性决策', 'Rational decisions'],
    [
      '不施压，客观介绍，把可选方案的利弊一并摆出来，由客户自主决定。',
      'No pressure. The account is objective, the pros and cons of the alternatives are shown, and the client decides.',
    ],
  ),
  clause(
    '2.2.3',
    ['专业态度', 'Professional manner'],
    [
      '始终礼貌耐心，并主动询问客户是否还有其他需要。',
      'Stays polite and patient, and asks whether the client needs anything else.',
    ],
  ),
  clause(
    '2.3',
    ['服务后跟进', 'Follow-up'],
    [
      '服务结束后继续沟通、处理反馈并建立档案。',
      'After the service: keep in touch, handle feedback and build the file.',
    ],
  ),
  clause(
    '2.3.1',
    ['服务后沟通', 'Contact after service'],
    [
      '服务后通过电话、邮件或短信等方式回访，了解使用情况和新的需要。',
      'Follows up by phone, mail or message to learn how things stand and what is newly needed.',
    ],
  ),
  clause(
    '2.3.2',
    ['客户反馈处理', 'Handling feedback'],
    [
      '表扬、建议和投诉都要登记、分类，并据此改进服务。',
      'Praise, suggestions and complaints are recorded and sorted, and service improves from them.',
    ],
  ),
  clause(
    '2.3.3',
    ['服务档案', 'Client file'],
    [
      '每位客户一份完整、可追溯的档案：投保单、健康问卷、缴费记录、理赔记录、产品选择、服务记录、客户反馈七类资料。',
      'One complete, traceable file a client, with seven kinds of document: application form, health questionnaire, premium records, claim records, product choice, service records and feedback.',
    ],
  ),
  clause(
    '2.4',
    ['风险控制', 'Risk control'],
    ['识别并防住法律、流程和信息安全三类风险。', 'Legal, process and information risks are recognised and kept out.'],
  ),
  clause(
    '2.4.1',
    ['法律风险', 'Legal risk'],
    [
      '不销售未经批准或备案的产品，不隐瞒责任免除条款，不作虚假宣传。三项均为红线。',
      'No unapproved product, no hidden exclusion clause, no false advertising. All three are red lines.',
    ],
  ),
  clause(
    '2.4.2',
    ['流程风险', 'Process risk'],
    [
      '投保资料填写完整、正确，经客户核对后再提交。',
      'Application forms are complete and correct, and the client checks them before they are handed in.',
    ],
  ),
  clause(
    '2.4.3',
    ['信息安全', 'Information security'],
    [
      '依照个人信息保护法，合法、正当、必要地收集、保存和使用客户信息。',
      'Under the personal information protection law, client data is collected, stored and used lawfully, properly and only as needed.',
    ],
  ),
  clause(
    '2.5',
    ['记录与归档', 'Records and archive'],
    [
      '服务留下真实的记录，资料归入可查的档案。',
      'Service leaves true records, and documents go into an archive that can be searched.',
    ],
  ),
  clause(
    '2.5.1',
    ['服务记录', 'Service records'],
    [
      '每条记录写明时间、内容、客户反馈和经办人，做到真实、完整、准确。伪造记录属于红线。',
      'Every record states time, content, client feedback and staff, and is true, complete and accurate. A false record is a red line.',
    ],
  ),
  clause(
    '2.5.2',
    ['档案管理', 'Archive'],
    ['档案齐全，来源和变动可以追溯。', 'The archive is complete; sources and changes can be traced.'],
  ),
  clause(
    '2.5.3',
    ['归档保存', 'Filing and keeping'],
    [
      '资料按时间先后归档，并定期检查保存情况。',
      'Documents are filed in order of time and inspected at regular intervals.',
    ],
  ),
];
