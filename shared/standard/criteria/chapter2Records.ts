// Criteria of 2.4.2 to 2.5: process and data risk, service records and archive. A false record (2.5.1) is a red line.
import type { Criterion } from '../../contract/standard.ts';
import { observed, patrolled, recorded, redLine } from '../declare.ts';

export const riskControl: readonly Criterion[] = [
  observed('2.4.2-1', 'end', 'compliance', {
    weight: 3,
    zh: [
      '投保资料填写完整正确，提交前与客户逐项核对',
      '无空项、无错项，客户核对后亲自确认',
      '有空项、错项，或没有请客户核对就提交',
    ],
    en: [
      'Application papers are complete and correct and are checked with the client before they are handed in',
      'Nothing blank or wrong; the client checks and confirms',
      'Blank or wrong items, or handed in unchecked',
    ],
  }),
  recorded('2.4.2-2', 'compliance', {
    zh: ['投保资料无缺漏，更改处有客户签认', '必填项齐全，前后一致，更改均有签认', '缺项、前后矛盾，或更改无签认'],
    en: [
      'Application papers have no gaps and changes are countersigned by the client',
      'All items filled, consistent, every change countersigned',
      'Gaps, contradictions, or a change without countersignature',
    ],
  }),
  patrolled('2.4.2-3', 'compliance', {
    scale: 'passFail',
    weight: 1,
    protection: 'governance',
    zh: ['空白单证领用、使用和作废有登记', '抽查的单证号码与登记一致', '数量或号码对不上'],
    en: [
      'Blank forms drawn, used and cancelled are registered',
      'Numbers sampled agree with the register',
      'Count or numbers do not agree',
    ],
  }),
  observed('2.4.3-1', 'start', 'compliance', {
    scale: 'passFail',
    weight: 4,
    evidence: 'onFailing',
    protection: 'personalData',
    zh: [
      '收集个人信息前告知目的和范围并取得同意，只收集必要的信息',
      '先说明用途再收集，客户同意后进行，不问无关信息',
      '未经同意拍照、复印或录入，或收集与服务无关的信息',
    ],
    en: [
      'Tells purpose and scope and gets consent before collecting personal data, and collects only what is needed',
      'Purpose first, then consent, then collection; nothing unrelated is asked',
      'Photographs, copies or enters data without consent, or collects what the service does not need',
    ],
  }),
  recorded('2.4.3-2', 'compliance', {
    protection: 'personalData',
    zh: [
      '客户信息授权书在档，使用没有超出授权',
      '授权书有签名和日期，查询和使用都在范围内',
      '没有授权书，或使用超出范围',
    ],
    en: [
      'The consent to use client data is on file and use stays within it',
      'Signed and dated; look-ups and use lie within its scope',
      'No consent, or use beyond it',
    ],
  }),
  patrolled('2.4.3-3', 'compliance', {
    protection: 'personalData',
    zh: [
      '客户资料不外露，离开座位锁屏、收好纸质材料',
      '桌面、打印机旁和屏幕上没有无人看管的客户资料',
      '有客户资料散放，或屏幕未锁而无人',
    ],
    en: [
      'Client data is not exposed: screens are locked and papers put away when staff leave the desk',
      'Nothing lies unattended on desks, at the printer or on screens',
      'Papers lie about, or a screen is open with nobody there',
    ],
  }),
  patrolled('2.4.3-4', 'compliance', {
    scale: 'passFail',
    protection: 'personalData',
    zh: [
      '工作群和个人设备上不传递客户证件、病历和保单照片',
      '抽查工作群和共享文件，没有此类内容',
      '发现未加保护的证件、病历或保单照片',
    ],
    en: [
      'Photographs of identity papers, medical records or policies do not travel through work groups or private devices',
      'Groups and shared files are sampled; none is found',
      'Unprotected pictures of them are found',
    ],
  }),
];

export const serviceRecords: readonly Criterion[] = [
  recorded('2.5.1-1', 'compliance', {
    zh: ['服务记录写明时间', '日期和起止时刻齐全，与日程相符', '没有时间，或与日程矛盾'],
    en: [
      'The record states the time',
      'Date, start and end, in line with the schedule',
      'No time, or one that contradicts the schedule',
    ],
  }),
  recorded('2.5.1-2', 'compliance', {
    zh: ['服务记录写明内容', '办了什么、说了什么、结论如何都有', '只写已服务、已沟通一类空话'],
    en: [
      'The record states the content',
      'What was done, what was said and the outcome',
      'Only says that service was given',
    ],
  }),
  recorded('2.5.1-3', 'compliance', {
    zh: ['服务记录写明当次客户的反馈', '客户的态度、问题或意见有记载', '没有客户反馈一栏，或长期照抄同一句'],
    en: [
      'The record states what the client said that time',
      'Attitude, questions or views are noted',
      'Nothing noted, or the same sentence every time',
    ],
  }),
  recorded('2.5.1-4', 'compliance', {
    zh: ['服务记录写明经办人', '姓名与工号可以对应到人', '没有经办人，或用他人名义填写'],
    en: [
      'The record states the staff',
      'Name and number point to one person',
      'Nobody named, or filled in under another name',
    ],
  }),
  redLine(
    recorded('2.5.1-5', 'compliance', {
      protection: 'governance',
      zh: [
        '服务记录真实，没有伪造',
        '与客户回访、通话或系统记录互相印证',
        '记录的服务并未发生，或伪造客户签名、反馈、时间',
      ],
      en: [
        'The record is true and nothing in it is false',
        'Agrees with a call to the client, the call log or the system',
        'The service did not happen, or signature, feedback or time is made up',
      ],
    }),
  ),
  recorded('2.5.1-6', 'compliance', {
    zh: ['服务记录完整', '要求的栏目全部填写，附件齐全', '有空栏或缺少应附的材料'],
    en: [
      'The record is complete',
      'Every field is filled and attachments are there',
      'A field is blank or an attachment missing',
    ],
  }),
  recorded('2.5.1-7', 'compliance', {
    zh: ['服务记录准确', '姓名、保单号、金额等与原始资料一致', '有一处以上与原始资料不符'],
    en: [
      'The record is accurate',
      'Names, policy numbers and amounts agree with the source',
      'One or more differ from the source',
    ],
  }),
];

export const archive: readonly Criterion[] = [
  recorded('2.5.2-1', 'compliance', {
    zh: ['档案与目录相符，资料齐全', '逐项核对目录，无缺件', '有目录而缺件，或没有目录'],
    en: [
      'The archive agrees with its index and is complete',
      'Checked item by item, nothing is missing',
      'Items are missing, or there is no index',
    ],
  }),
  recorded('2.5.2-2', 'compliance', {
    protection: 'governance',
    zh: ['档案的来源、借阅和变动可以追溯', '每次借阅和更改都有人、有时间、有原因', '更改没有痕迹，或借出无登记'],
    en: [
      'Source, loans and changes of the archive can be traced',
      'Each loan and change has person, time and reason',
      'A change left no trace, or a loan is not registered',
    ],
  }),
  patrolled('2.5.2-3', 'compliance', {
    weight: 1,
    protection: 'personalData',
    zh: ['档案柜和电子档案权限受控', '档案上锁，权限名单与在岗人员一致', '无锁或无人管理，离职人员仍有权限'],
    en: [
      'Cabinets and electronic archives are under control',
      'Locked; the list of access agrees with the staff',
      'Unlocked or unattended, or leavers still have access',
    ],
  }),
  recorded('2.5.3-1', 'compliance', {
    zh: ['资料按时间先后归档', '抽查的资料先后有序，日期连续', '次序混乱，查找困难'],
    en: [
      'Documents are filed in order of time',
      'Those sampled are in order and without gaps',
      'The order is confused and finding is hard',
    ],
  }),
  recorded('2.5.3-2', 'compliance', {
    protection: 'governance',
    zh: ['档案定期检查，检查有结果', '有检查日期、检查人、问题和处理', '超过规定周期没有检查，或只有签名没有结果'],
    en: [
      'The archive is inspected regularly and the inspection has a result',
      'Date, inspector, problems and what was done',
      'Not inspected within the interval, or a signature without a result',
    ],
  }),
  patrolled('2.5.3-3', 'compliance', {
    weight: 1,
    zh: ['资料按时归档，没有积压', '一周以前的资料均已归档', '有超过一周尚未归档的资料'],
    en: [
      'Documents are filed in time without a backlog',
      'Everything older than a week is filed',
      'Something older than a week is not filed',
    ],
  }),
];
