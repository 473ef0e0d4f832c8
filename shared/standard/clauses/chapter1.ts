// Chapter 1, values and professional conduct: titles and texts of its clauses.
import type { Clause } from '../../contract/standard.ts';
import { clause } from '../declare.ts';

export const chapter1: readonly Clause[] = [
  clause(
    '1',
    ['服务理念与职业素养', 'Values and professional conduct'],
    [
      '说明业务员为什么而服务、守哪些底线、需要怎样的能力和态度。',
      'Why the agent serves, which lines are never crossed, and what ability and attitude the work needs.',
    ],
  ),
  clause(
    '1.1',
    ['服务宗旨与价值观', 'Purpose and values'],
    [
      '服务把人、诚信和客户放在首位，坚持专业、责任、诚信、创新四项价值观；建议要安全、稳定、可持续，并有专业性、前瞻性和针对性。',
      'Service puts people, integrity and the client first and rests on four values: professional, responsible, honest, innovative. Advice is safe, stable and sustainable, and it is expert, forward-looking and personal.',
    ],
  ),
  clause(
    '1.2',
    ['职业道德与行为规范', 'Ethics and rules of conduct'],
    [
      '职业道德划定不可触碰的红线，行为规范规定日常服务的做法。',
      'Ethics draw the red lines; the rules of conduct say how daily service is done.',
    ],
  ),
  clause(
    '1.2.1',
    ['职业道德', 'Professional ethics'],
    [
      '四项义务：诚实，不伪造、不篡改、不隐瞒，保障客户的知情权和选择权；审慎，知识可靠，不误导客户；廉洁，不以职务谋私，不收受客户财物；保密，不泄露个人信息、合同内容和商业秘密。违反任何一项按红线处理。',
      'Four duties. Honesty: nothing is forged, altered or hidden, and the client can know and choose. Prudence: knowledge is sound and nobody is misled. No conflict of interest: no private gain from the post, no money or gifts from clients. Secrecy: personal data, contract contents and trade secrets stay protected. A breach of any of them is a red line.',
    ],
  ),
  clause(
    '1.2.2',
    ['行为规范', 'Rules of conduct'],
    [
      '礼貌、热情、耐心、善于倾听，能够正确解答问题，按标准流程办理并留下可追溯的记录。流程分五步：了解需求、专业建议、制定方案、沟通确认、售后服务。',
      'Polite, warm, patient and listening; answers questions correctly, follows the standard process and keeps records that can be traced. The process has five steps: learn the needs, give professional advice, draw up a plan, communicate and confirm, serve after the sale.',
    ],
  ),
  clause(
    '1.3',
    ['服务意识与责任担当', 'Service awareness and responsibility'],
    [
      '以客户为中心持续服务，并对说过的话和办过的事负责。',
      'Service is centred on the client and goes on; the agent answers for what was said and done.',
    ],
  ),
  clause(
    '1.3.1',
    ['服务意识', 'Service awareness'],
    [
      '以客户为中心，咨询、理赔、续期时都及时回应，签单之后服务不中断。',
      'The client is at the centre. Enquiries, claims and renewals get a prompt reply, and service does not stop at the signature.',
    ],
  ),
  clause(
    '1.3.2',
    ['责任担当', 'Responsibility'],
    [
      '客户在知情的前提下作决定，风险如实揭示，承诺按期兑现；服务开始前签订服务协议，写明内容、期限和标准。',
      'Consent is informed, risks are disclosed and commitments are kept. A service agreement that states content, term and standard is signed before the service.',
    ],
  ),
  clause(
    '1.4',
    ['专业能力与持续学习', 'Ability and learning'],
    [
      '既要懂产品、会运用，也要不断更新知识。',
      'Know the products, be able to use that knowledge, and keep it up to date.',
    ],
  ),
  clause(
    '1.4.1',
    ['专业能力', 'Professional ability'],
    [
      '熟悉产品、条款、保障责任和责任免除，知道人寿、健康、财产、责任各类产品适合什么样的客户，具备沟通、协调和风险评估能力。',
      'Knows products, terms, cover and exclusions, and which client a life, health, property or liability product suits; can communicate, coordinate and assess risk.',
    ],
  ),
  clause(
    '1.4.2',
    ['持续学习', 'Continuous learning'],
    [
      '持续学习法律法规、市场动态、客户管理和服务工具，每年培训不少于20小时。',
      'Keeps learning law, the market, customer management and tools, with at least 20 hours of training a year.',
    ],
  ),
  clause(
    '1.5',
    ['服务态度与沟通技巧', 'Attitude and communication'],
    [
      '态度让客户安心，沟通让客户听懂。',
      'Attitude lets the client feel at ease; communication lets the client understand.',
    ],
  ),
  clause(
    '1.5.1',
    ['服务态度', 'Attitude'],
    [
      '专业、细心、热情，认真倾听，有耐心，尊重客户隐私。',
      'Professional, careful and warm; listens, is patient and respects privacy.',
    ],
  ),
  clause(
    '1.5.2',
    ['沟通技巧', 'Communication skills'],
    [
      '用语浅显，语气友善，信息准确，情绪平稳；先倾听，再说明，后确认。',
      'Plain words, a friendly tone, accurate information and a steady temper: listen first, then explain, then confirm.',
    ],
  ),
];
