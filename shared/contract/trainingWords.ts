// Words of 培训 that its contract, its rules and its import share (handbook 7.1, 7.2).
import { z } from 'zod';

/** 保险基础, 服务理念, 产品知识, 沟通技巧, 风险评估, 投诉处理, 职业道德与合规 (7.1). */
export const TRAINING_CONTENTS = [
  'insurance',
  'service',
  'product',
  'communication',
  'risk',
  'complaint',
  'ethics',
] as const;
export const TrainingContent = z.enum(TRAINING_CONTENTS);
export type TrainingContent = z.infer<typeof TrainingContent>;

/** 案例教学, 情景模拟, 角色扮演, 讲授, 线上学习 (7.1). */
export const TRAINING_FORMS = ['case', 'simulation', 'rolePlay', 'lecture', 'online'] as const;
export const TrainingForm = z.enum(TRAINING_FORMS);
export type TrainingForm = z.infer<typeof TrainingForm>;

/** 理论考试, 实操考核, 服务表现, 客户满意度 (7.2). */
export const TRAINING_CHECKS = ['theory', 'practical', 'conduct', 'satisfaction'] as const;

/** The grades of a mark, best first. */
export const MARK_GRADES = ['excellent', 'good', 'pass', 'fail'] as const;
export type MarkGrade = (typeof MARK_GRADES)[number];

/** A mark as it is kept: 86.5% of a hundred, a grade's word, or points of a maximum, 41/50. See domain/training/mark.ts. */
export const Mark = z
  .string()
  .regex(/^(\d{1,3}(\.\d{1,2})?%|excellent|good|pass|fail|\d{1,5}(\.\d{1,2})?\/\d{1,5}(\.\d{1,2})?)$/);
export type Mark = z.infer<typeof Mark>;

export const TRAINING_COLUMNS = [
  ...(['agent', 'agentName', 'day', 'hours', 'title', 'content', 'form', 'trainer'] as const),
  ...TRAINING_CHECKS,
  'note',
] as const;
export const TrainingField = z.enum(TRAINING_COLUMNS);
export type TrainingField = z.infer<typeof TrainingField>;

export const TRAINING_REASONS = [
  ...(['agentMissing', 'agentUnknown', 'agentNameDiffers', 'dayMissing', 'hoursMissing', 'titleMissing'] as const),
  ...([
    'contentMissing',
    'contentUnknown',
    'formMissing',
    'formUnknown',
    'hoursUnreadable',
    'hoursOutOfRange',
  ] as const),
  ...(['markUnreadable', 'markAmbiguous', 'textTooLong', 'withdrawnBefore', 'dayFull'] as const),
  ...(['digitsLost', 'dateUnreadable', 'dateAmbiguous', 'dateOutOfRange', 'cellError', 'duplicateInFile'] as const),
] as const;
export const TrainingReason = z.enum(TRAINING_REASONS);
export type TrainingReason = z.infer<typeof TrainingReason>;
