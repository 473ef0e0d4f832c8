// The closed lists of 投诉 (6.1 to 6.4): channels, categories, states, steps, what a step demands, measures, departments.
import { z } from 'zod';

export const COMPLAINT_CHANNELS = ['phone', 'mail', 'online', 'onSite'] as const;
/** 电话, 信函 (letters and e-mail), 网络, 现场 (6.1). */
export const ComplaintChannel = z.enum(COMPLAINT_CHANNELS);
export type ComplaintChannel = z.infer<typeof ComplaintChannel>;

export const COMPLAINT_CATEGORIES = ['quality', 'attitude', 'process', 'content', 'other'] as const;
/** 服务质量, 服务态度, 服务流程, 服务内容, 其他 (6.1). */
export const ComplaintCategory = z.enum(COMPLAINT_CATEGORIES);
export type ComplaintCategory = z.infer<typeof ComplaintCategory>;

export const COMPLAINT_SUBCLASSES = [
  ...(['attitude', 'efficiency', 'professionalism'] as const),
  ...(['overall', 'timeliness', 'result'] as const),
] as const;
/** 态度, 效率, 专业性 of quality; 整体满意度, 处理时效, 处理结果 of other. */
export const ComplaintSubclass = z.enum(COMPLAINT_SUBCLASSES);
export type ComplaintSubclass = z.infer<typeof ComplaintSubclass>;

/** The sub-classes of a category: one of them is named where there are any, null where there are none. */
export const SUBCLASSES_OF: Readonly<Record<ComplaintCategory, readonly ComplaintSubclass[]>> = {
  quality: ['attitude', 'efficiency', 'professionalism'],
  attitude: [],
  process: [],
  content: [],
  other: ['overall', 'timeliness', 'result'],
};

export const ROOT_CAUSES = [
  ...(['knowledge', 'attitude', 'communication', 'process', 'product', 'system', 'staffing', 'other'] as const),
] as const;
/** What lay behind it, found by the investigation: 知识技能, 态度意识, 沟通, 流程制度, 产品条款, 系统工具, 人员配置, 其他. */
export const RootCause = z.enum(ROOT_CAUSES);
export type RootCause = z.infer<typeof RootCause>;

export const COMPLAINT_STATES = [
  ...(['received', 'accepted', 'classified', 'investigated'] as const),
  ...(['handled', 'answered', 'reviewed', 'archived'] as const),
] as const;
/**
 * The seven states of 6.2 (受理 分类 调查 处理 反馈 复核 归档), each named for what has been done, after `received` (待受理): registered
 * and not yet accepted, while the 24 hours run. On the track along the top `received` has none of the seven reached.
 */
export const ComplaintState = z.enum(COMPLAINT_STATES);
export type ComplaintState = z.infer<typeof ComplaintState>;

export const COMPLAINT_STEPS = [
  ...(['accept', 'classify', 'investigate', 'handle', 'answer'] as const),
  ...(['review', 'sendBack', 'newFacts', 'archive', 'withdraw'] as const),
] as const;
/**
 * What moves a case from state to state. `sendBack`: the joint review has it handled again (to investigated). `newFacts`: it is
 * investigated again (to classified) and the law's full term begins anew. Both begin a new round.
 */
export const ComplaintStep = z.enum(COMPLAINT_STEPS);
export type ComplaintStep = z.infer<typeof ComplaintStep>;

export const COMPLAINT_DEMANDS = [
  // accept
  'handlerFree',
  // classify
  ...(['categoryNamed', 'subclassNamed'] as const),
  // investigate
  ...(['threeDepartments', 'inquiryEvidence', 'findingsWritten'] as const),
  // handle
  ...(['basisWritten', 'measuresFit'] as const),
  // answer: the four legal parts, then what 6.2 asks for
  ...(['partVerified', 'partBasis', 'partRemedies', 'partReexamination'] as const),
  ...(['partMeasures', 'partTime', 'partOwner', 'partFollowUp'] as const),
  // review and sendBack
  ...(['noticeProven', 'threeVerdicts', 'reviewersFree', 'allFair', 'someUnfair'] as const),
  // archive
  'reviewTold',
  // withdraw
  'withdrawalProven',
] as const;
/** What a step asks for; each is one line of the checklist in the centre of the case. */
export const ComplaintDemand = z.enum(COMPLAINT_DEMANDS);
export type ComplaintDemand = z.infer<typeof ComplaintDemand>;

export const INQUIRY_DEPARTMENTS = ['customerService', 'agentDepartment', 'internalAudit'] as const;
/** Who investigates together (6.2): 客户服务部, 业务员所在部门, 内审. */
export const InquiryDepartment = z.enum(INQUIRY_DEPARTMENTS);
export type InquiryDepartment = z.infer<typeof InquiryDepartment>;

export const INQUIRY_METHODS = ['interview', 'documents', 'onSite'] as const;
/** 访谈, 资料查阅, 现场核查. */
export const InquiryMethod = z.enum(INQUIRY_METHODS);
export type InquiryMethod = z.infer<typeof InquiryMethod>;

export const REVIEW_DEPARTMENTS = ['customerService', 'businessManagement', 'audit'] as const;
/** Who reviews together (6.4): 客户服务, 业务管理, 审计. */
export const ReviewDepartment = z.enum(REVIEW_DEPARTMENTS);
export type ReviewDepartment = z.infer<typeof ReviewDepartment>;

export const CONCLUSIONS = ['notUpheld', 'minor', 'ordinary', 'serious'] as const;
/** 不成立, 成立: 轻微 / 一般 / 严重. */
export const Conclusion = z.enum(CONCLUSIONS);
export type Conclusion = z.infer<typeof Conclusion>;

export const COMPLAINT_MEASURES = [
  ...(['freeService', 'compensation', 'serviceAgain', 'training', 'rectification'] as const),
  ...(['processChange', 'termsExplained', 'moreMaterial'] as const),
] as const;
/** 免费服务, 补偿, 重新服务, 培训, 整改, 流程调整, 重新说明条款, 补充资料 (6.2). */
export const ComplaintMeasure = z.enum(COMPLAINT_MEASURES);
export type ComplaintMeasure = z.infer<typeof ComplaintMeasure>;

/** The measures that 6.2 has for a category; of `other` all are open. */
export const MEASURES_OF: Readonly<Record<ComplaintCategory, readonly ComplaintMeasure[]>> = {
  quality: ['freeService', 'compensation', 'serviceAgain'],
  attitude: ['training', 'rectification'],
  process: ['processChange', 'training'],
  content: ['termsExplained', 'moreMaterial'],
  other: COMPLAINT_MEASURES,
};

export const NOTICE_WAYS = ['inPerson', 'registeredMail', 'courier', 'email', 'message', 'phone'] as const;
/** How somebody was told. The written answer itself is never by `phone`. */
export const NoticeWay = z.enum(NOTICE_WAYS);
export type NoticeWay = z.infer<typeof NoticeWay>;

export const NOTICE_KINDS = ['answer', 'extension', 'review'] as const;
/** What was told: the decision (Art. 19, 21), that it takes longer (Art. 18), what the review found (6.4). */
export const NoticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** This many complainants together or more are a major complaint (Art. 29). */
export const MAJOR_COMPLAINANTS = 20;
