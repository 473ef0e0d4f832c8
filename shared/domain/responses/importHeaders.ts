// Names of the columns that service ledgers, return-visit lists and monthly figures use, in Chinese and English, folded.
import {
  FIGURE_COLUMNS,
  REQUEST_COLUMNS,
  VISIT_COLUMNS,
  type ImportField,
  type ResponseKind,
} from '../../contract/responses.ts';
import { headerReader, type HeaderReader } from '../sheet/header.ts';

const list = (text: string): readonly string[] => text.split(/\s+/);

/** By field; within a field the earlier name is the better one. */
const NAMES: Readonly<Record<ImportField, readonly string[]>> = {
  number: list(`工单号 工单编号 受理编号 受理号 服务单号 服务编号 回访编号 回访单号 流水号 单号 编号
    ticketnumber ticketno ticketid ticket requestnumber requestno requestid visitnumber visitno reference caseno caseid`),
  agent:
    list(`工号 业务员工号 业务员代码 业务员编号 代理人工号 代理人代码 代理人编号 员工号 员工编号 人员工号 服务人员工号
    营销员代码 employeenumber employeeno employeeid agentnumber agentno agentcode agentid staffno staffid`),
  agentName: list(`姓名 业务员姓名 业务员 代理人姓名 代理人 员工姓名 服务人员 服务人员姓名 经办人 回访人
    name agentname agent employeename staffname`),
  kind: list(
    `请求类型 服务类型 业务类型 类型 类别 事项 服务事项 诉求类型 requesttype requestkind servicetype type kind category`,
  ),
  channel: list(`渠道 受理渠道 来源渠道 联系渠道 联系方式 回访方式 方式 来源 channel contactchannel method source`),
  client: list(`客户 客户姓名 客户名称 客户标识 投保人 投保人姓名 客户电话 客户手机 客户编号
    client clientname clientreference customer customername customerid policyholder`),
  content: list(
    `内容 服务内容 请求内容 诉求内容 咨询内容 问题描述 描述 摘要 content description subject summary request`,
  ),
  askedAt: list(`提出时间 提问时间 受理时间 咨询时间 请求时间 来电时间 登记时间 接收时间 报案时间 开始时间
    askedat asked requestedat requesttime receivedat received openedat createdat opened`),
  repliedAt: list(`答复时间 回复时间 首次回复时间 首次响应时间 响应时间 回应时间 首次答复时间 联系客户时间
    repliedat replied replytime respondedat responsetime firstresponse firstreply answeredat`),
  solvedAt: list(`解决时间 办结时间 完成时间 处理完成时间 结案时间 给出方案时间 下一步时间 处理时间
    solvedat solved resolvedat resolvedtime resolved closedat completedat nextstepat`),
  outcome: list(`处理结果 结果 办理结果 处理状态 状态 解决情况 outcome result resolution status`),
  note: list(`备注 回访内容 回访结果 回访记录 说明 内容 note notes remark remarks content result`),
  dueOn: list(`应回访日期 计划回访日期 应访日期 计划日期 到期日 应完成日期 应回访日 计划回访时间 应回访时间 计划日
    dueon duedate due plannedon planneddate visitdue`),
  madeOn: list(`实际回访日期 回访日期 完成日期 实际日期 回访时间 实际回访时间 实访日期 完成日 回访完成日期
    madeon madedate visitedon visitdate completedon donedate done`),
  month: list(`月份 统计月份 所属月份 年月 期间 统计期间 月度 month period yearmonth`),
  services: list(
    `服务次数 服务量 服务件数 服务笔数 完成服务数 服务数 services servicecount servicesdone numberofservices`,
  ),
  policies: list(`保单数 保单件数 在管保单数 保单量 件数 policies policycount numberofpolicies`),
  clients: list(
    `期初客户数 客户数 在管客户数 客户总数 月初客户数 clients clientcount openingclients customers numberofclients`,
  ),
  retained: list(`留存客户数 保有客户数 续保客户数 留存数 期末留存客户数 retained retainedclients retention`),
  repurchased: list(
    `复购客户数 加保客户数 再次购买客户数 复购数 repurchased repurchasedclients repurchase repeatbuyers`,
  ),
  churned: list(`流失客户数 流失数 退保客户数 churned churnedclients churn lostclients lost`),
  cost: list(`成本 服务成本 费用 服务费用 投入 cost costs servicecost expense expenses`),
  benefit: list(`效益 收益 服务效益 产出 贡献 benefit benefits revenue return income`),
};

export const IMPORT_FIELDS: Readonly<Record<ResponseKind, readonly ImportField[]>> = {
  request: REQUEST_COLUMNS,
  visit: VISIT_COLUMNS,
  figure: FIGURE_COLUMNS,
};

/** The columns without which no row of the kind can be read. */
export const REQUIRED_FIELDS: Readonly<Record<ResponseKind, readonly ImportField[]>> = {
  request: ['agent', 'askedAt'],
  visit: ['agent', 'dueOn'],
  figure: ['agent', 'month'],
};

const readerOf = (kind: ResponseKind): HeaderReader<ImportField> =>
  headerReader({ fields: IMPORT_FIELDS[kind], names: NAMES, identifying: REQUIRED_FIELDS[kind] });

export const IMPORT_HEADERS: Readonly<Record<ResponseKind, HeaderReader<ImportField>>> = {
  request: readerOf('request'),
  visit: readerOf('visit'),
  figure: readerOf('figure'),
};
