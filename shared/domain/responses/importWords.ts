// The closed words of a service ledger as people write them.
import type { ClientChannel, RequestKind, RequestOutcome, ResponseReason } from '../../contract/responses.ts';
import { read, refuse, textOf, type Read, type SheetCell } from '../sheet/cell.ts';

const list = (text: string): readonly string[] => text.split(/\s+/);

const fromWords = <Value extends string>(
  lists: Readonly<Record<Value, readonly string[]>>,
  reason: ResponseReason,
): ((cell: SheetCell) => Read<Value, ResponseReason>) => {
  const known = new Map<string, Value>(
    (Object.entries(lists) as [Value, readonly string[]][]).flatMap(([value, names]) =>
      names.map((name) => [name, value] as const),
    ),
  );
  return (cell) => {
    const value = known.get(
      textOf(cell)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, ''),
    );
    return value === undefined ? refuse(reason) : read(value);
  };
};

export const readKind = fromWords<RequestKind>(
  {
    enquiry: list('咨询 询问 查询 咨询查询 业务咨询 enquiry inquiry question consultation'),
    claim: list('理赔 报案 索赔 理赔咨询 理赔服务 claim claims'),
    renewal: list('续保 续期 续费 缴费 续期缴费 renewal renew payment'),
    policyChange: list('保全 变更 批改 保单变更 资料变更 保全变更 policychange change endorsement'),
    surrender: list('退保 解约 退保咨询 surrender cancellation'),
    other: list('其他 其它 other others'),
  },
  'kindUnknown',
);

export const readChannel = fromWords<ClientChannel>(
  {
    phone: list('电话 来电 热线 去电 手机 座机 电话回访 phone call tel telephone hotline'),
    message: list('微信 短信 企业微信 消息 信息 message wechat sms text'),
    mail: list('邮件 邮箱 信函 电子邮件 书信 mail email letter'),
    online: list('线上 网络 在线 网站 官网 公众号 小程序 app 在线客服 online web website chat'),
    onSite: list('现场 柜面 临柜 上门 面访 面谈 到店 拜访 当面 onsite counter visit inperson facetoface'),
  },
  'channelUnknown',
);

export const readOutcome = fromWords<RequestOutcome>(
  {
    solved: list('已解决 解决 办结 已办结 已完成 完成 已处理 结案 已结案 solved resolved closed done completed'),
    nextStep: list('下一步 已给方案 给出方案 已告知下一步 转办 已转办 跟进 跟进中 待跟进 nextstep followup forwarded'),
  },
  'outcomeUnknown',
);
