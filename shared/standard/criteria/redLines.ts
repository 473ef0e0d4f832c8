// The red lines on professional ethics (1.2.1) and legal risk (2.4.1): the four duties, the three legal ones, and the
// conduct that the rules on insurance sales forbid. Each vetoes once a manager has confirmed it.
import type { Criterion } from '../../contract/standard.ts';
import { observed, patrolled, redLine } from '../declare.ts';

export const ethics: readonly Criterion[] = [
  redLine(
    observed('1.2.1-1', 'progress', 'compliance', {
      protection: 'marketing',
      zh: [
        '如实告知，不伪造、不篡改、不隐瞒，客户的知情权和选择权得到保障',
        '展示的材料与原件一致，客户要求看条款或另选产品时当即配合',
        '出示伪造或改动过的材料，或隐瞒重要事实，或不让客户看条款、另作选择',
      ],
      en: [
        'Tells the truth: nothing is forged, altered or hidden, and the client can know and choose',
        'Material shown agrees with the original; a wish to read the terms or to choose otherwise is met at once',
        'Shows forged or altered material, hides an important fact, or keeps the client from the terms or from another choice',
      ],
    }),
  ),
  redLine(
    observed('1.2.1-2', 'progress', 'compliance', {
      protection: 'marketing',
      zh: [
        '审慎说明，不以错误或片面的说法误导客户',
        '责任、收益和费用的说法都能在条款中找到，没有把握的当场说明并核实',
        '把保险说成存款或理财，或作出与条款不符的关键说法而未当场更正',
      ],
      en: [
        'Speaks with prudence and does not mislead by wrong or one-sided statements',
        'What is said of cover, benefits and cost stands in the terms; what is uncertain is named and checked',
        'Presents insurance as a deposit or wealth product, or makes a key statement against the terms and does not correct it',
      ],
    }),
  ),
  redLine(
    observed('1.2.1-3', 'progress', 'compliance', {
      protection: 'governance',
      zh: [
        '不利用职务谋取私利，不收受客户财物',
        '客户赠送财物时婉拒，没有安排与本人有利益关系的交易',
        '收受客户现金、礼品或其他好处，或借服务为自己及亲友谋利',
      ],
      en: [
        'Takes no private gain from the post and no money or gifts from the client',
        'Declines what the client offers; arranges nothing in which the agent has an interest',
        'Accepts cash, a gift or another benefit, or uses the service for own gain or that of relatives',
      ],
    }),
  ),
  redLine(
    observed('1.2.1-4', 'progress', 'compliance', {
      protection: 'personalData',
      zh: [
        '保守秘密，不泄露个人信息、合同内容和商业秘密',
        '举例时隐去身份，不在无关人员面前谈论客户和保单',
        '说出或展示其他客户的姓名、病情、保单内容，或外传公司商业秘密',
      ],
      en: [
        'Keeps secrets: no leak of personal data, contract contents or trade secrets',
        'Examples carry no identity; clients and policies are not discussed before others',
        'Tells or shows the name, illness or policy of another client, or passes on a trade secret',
      ],
    }),
  ),
  redLine(
    observed('1.2.1-5', 'end', 'compliance', {
      protection: 'marketing',
      zh: [
        '不代客户签名，不代抄风险提示语句，不代作确认',
        '每处签名、抄录和验证都由客户本人当面完成',
        '替客户签名或抄录，或代输验证码，或请他人代办',
      ],
      en: [
        'Does not sign, copy risk statements or confirm in place of the client',
        'Every signature, copied statement and verification is done by the client in person',
        'Signs or copies for the client, enters the verification code, or has someone else do it',
      ],
    }),
  ),
  redLine(
    observed('1.2.1-6', 'end', 'compliance', {
      protection: 'marketing',
      zh: [
        '不经手保费，缴费由客户通过公司渠道完成',
        '请客户用本人账户向公司账户缴费，并提示保留凭证',
        '收取现金或转入个人账户，代缴代垫，或代管客户银行卡',
      ],
      en: [
        "Does not handle premium money: the client pays through the company's channels",
        "Asks the client to pay from an own account to the company's account and to keep the receipt",
        "Takes cash or a transfer to a private account, advances the premium, or keeps the client's bank card",
      ],
    }),
  ),
  redLine(
    observed('1.2.1-7', 'progress', 'compliance', {
      protection: 'marketing',
      zh: [
        '不承诺合同以外的利益，不返还或变相返还佣金、保费',
        '给客户的利益都写在合同或公司公布的活动规则里',
        '许诺返佣、打折、礼品、额外收益，或口头答应合同之外的赔付',
      ],
      en: [
        'Promises no benefit outside the contract and gives back no commission or premium in any form',
        'Every benefit stands in the contract or in rules that the company has published',
        'Promises a rebate, discount, gift or extra return, or a payment that the contract does not hold',
      ],
    }),
  ),
  redLine(
    observed('1.2.1-8', 'progress', 'compliance', {
      protection: 'marketing',
      zh: [
        '不诱导客户退保、断缴或用退保款、贷款另买保险',
        '客户问到换保时说明损失和保障中断，由客户自己决定',
        '贬低原有保单并劝其退保，或以贷款、退保的钱购买新保单',
      ],
      en: [
        'Does not induce the client to surrender, to stop paying, or to buy anew with surrender or loan money',
        'Asked about replacing a policy, tells the loss and the gap in cover and leaves the decision to the client',
        'Runs down the existing policy and urges surrender, or has a new one bought with surrendered or borrowed money',
      ],
    }),
  ),
  redLine(
    patrolled('1.2.1-9', 'compliance', {
      protection: 'governance',
      zh: [
        '职场内没有客户预先签名的空白单证，也没有替客户保管的印章和银行卡',
        '抽查工位和柜子，未见预签单证、客户印章或银行卡',
        '发现一份以上预签的空白单证，或代为保管的印章、银行卡',
      ],
      en: [
        'No blank forms signed in advance and no seals or bank cards of clients are kept in the workplace',
        'Desks and cabinets are sampled; no such form, seal or card is found',
        "A form signed in advance, a client's seal or a bank card is found",
      ],
    }),
  ),
];

export const legalRisk: readonly Criterion[] = [
  redLine(
    observed('2.4.1-1', 'progress', 'compliance', {
      protection: 'marketing',
      zh: [
        '只介绍和销售已获批准或备案的产品',
        '所推荐的产品都在公司在售清单中，名称与备案名称一致',
        '推介未经批准或备案的产品，或非保险的理财、集资项目',
      ],
      en: [
        'Introduces and sells approved or filed products only',
        "Every product stands on the company's list of sale under its filed name",
        'Recommends a product that is not approved or filed, or an investment scheme that is not insurance',
      ],
    }),
  ),
  redLine(
    observed('2.4.1-2', 'progress', 'content', {
      protection: 'marketing',
      zh: ['不隐瞒责任免除条款', '主动翻到责任免除部分，客户问到时逐条如实回答', '跳过或遮掩责任免除，或声称什么都赔'],
      en: [
        'Hides no exclusion clause',
        'Opens the exclusions unasked and answers questions on each of them truthfully',
        'Skips or covers up the exclusions, or says that everything is paid',
      ],
    }),
  ),
  redLine(
    observed('2.4.1-3', 'progress', 'compliance', {
      protection: 'marketing',
      zh: [
        '不作虚假宣传，不夸大收益，不混同保证利益与非保证利益',
        '只用公司统一制作的材料，演示利益时讲明哪些不保证',
        '自制或改动宣传材料，使用没有依据的排名、收益率或保本说法',
      ],
      en: [
        'No false advertising: returns are not inflated, guaranteed and other benefits not mixed',
        "Uses the company's own material only and says which illustrated benefits are not guaranteed",
        'Uses material made or altered by the agent, or rankings, yields or promises of safe capital without ground',
      ],
    }),
  ),
  redLine(
    observed('2.4.1-4', 'progress', 'compliance', {
      protection: 'marketing',
      zh: [
        '不在公司公布之前宣布产品停售或调价，不借此催促投保',
        '停售、调价只按公司已公布的公告转述，不设虚假期限',
        '以尚未公布的停售、涨价或限额为由催促客户签单',
      ],
      en: [
        'Does not announce a stop of sale or a change of price before it is public, nor hurry the client with it',
        'Passes on published notices only and sets no false deadline',
        'Presses for a signature with a stop of sale, a rise or a quota that has not been published',
      ],
    }),
  ),
  redLine(
    patrolled('2.4.1-5', 'compliance', {
      protection: 'marketing',
      zh: [
        '职场、展架和工作群中没有未经批准的产品资料或自制宣传品',
        '所见资料都有公司统一编号，并在有效期内',
        '发现非公司产品资料、自制宣传品或自行发布的收益比较',
      ],
      en: [
        'No material on unapproved products and no self-made advertising in the workplace, on stands or in work groups',
        "Everything seen carries the company's number and is within its validity",
        'Material of other schemes, self-made advertising or privately published comparisons of returns are found',
      ],
    }),
  ),
];
