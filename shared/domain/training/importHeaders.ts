// Names of the columns that training ledgers use, in Chinese and English, folded.
import { TRAINING_COLUMNS, type TrainingField } from '../../contract/trainingWords.ts';
import { headerReader } from '../sheet/header.ts';

const list = (text: string): readonly string[] => text.split(/\s+/);

/** By field; within a field the earlier name is the better one. */
const NAMES: Readonly<Record<TrainingField, readonly string[]>> = {
  agent:
    list(`工号 业务员工号 业务员代码 业务员编号 代理人工号 代理人代码 代理人编号 员工号 员工编号 人员工号 营销员代码 学员工号
    学员编号 employeenumber employeeno employeeid agentnumber agentno agentcode agentid staffno staffid`),
  agentName: list(`姓名 业务员姓名 业务员 代理人姓名 代理人 员工姓名 学员 学员姓名 参训人 参训人员 参加人
    name agentname agent employeename staffname trainee participant attendee`),
  day: list(
    `培训日期 日期 培训时间 参训日期 开课日期 上课日期 培训日 授课日期 date trainingdate trainedon day coursedate`,
  ),
  hours: list(
    `学时 培训学时 课时 时长 培训时长 培训课时 小时 培训小时 学时数 课时数 hours traininghours duration length`,
  ),
  title: list(`培训名称 课程名称 课程 培训课程 培训项目 培训主题 主题 课题 培训班 项目名称
    title course coursename coursetitle training trainingname topic subject`),
  content: list(
    `培训内容 内容类别 课程类别 培训类别 内容分类 类别 课程分类 内容 培训类型 content category contenttype coursetype`,
  ),
  form: list(`培训形式 形式 培训方式 授课形式 授课方式 教学形式 方式 form method format delivery mode`),
  trainer: list(
    `讲师 培训讲师 授课讲师 授课人 主讲人 培训师 老师 授课老师 trainer teacher instructor lecturer speaker`,
  ),
  theory: list(
    `理论考试 理论成绩 理论考试成绩 笔试成绩 笔试 理论 考试成绩 理论考核 theory theoryexam theoryscore exam writtenexam`,
  ),
  practical: list(
    `实操考核 实操成绩 实操考试 实操 技能考核 模拟考核 实操考核成绩 practical practicalexam practicalscore skills`,
  ),
  conduct: list(
    `服务表现 服务行为 服务表现评价 行为评价 服务行为评价 表现 conduct serviceconduct behaviour behavior performance`,
  ),
  satisfaction: list(
    `客户满意度 满意度 客户满意度评价 客户评价 satisfaction clientsatisfaction customersatisfaction csat`,
  ),
  note: list(`备注 说明 备注说明 note notes remark remarks comment`),
};

/** The columns without which no row can be read. */
export const TRAINING_REQUIRED = ['agent', 'day', 'hours', 'title'] as const satisfies readonly TrainingField[];

export const TRAINING_HEADERS = headerReader<TrainingField>({
  fields: TRAINING_COLUMNS,
  names: NAMES,
  identifying: ['agent', 'agentName'],
});
