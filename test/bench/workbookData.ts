// The data of the workbook bench: 100,000 detail rows of 16 columns, mostly Chinese text, the same on every machine.
import { random } from '../support/reportSample.ts';

export const HEADERS = [
  ...['序号', '网点名称', '网点代码', '员工姓名', '岗位', '条款号', '检查要点', '检查日期', '整改期限', '得分', '权重'],
  ...['达标率', '加权得分', '整改状态', '检查人', '备注'],
];
export const WIDTHS = [8, 24, 12, 10, 14, 8, 48, 12, 12, 8, 8, 10, 11, 10, 10, 36];
export const FORMATS = [
  ...['0', null, null, null, null, '@', null, 'yyyy-mm-dd', 'yyyy-mm-dd', '0.0', '0.0%', '0.00%', '0.000'],
  ...[null, null, null],
];
export const STATES = ['已完成', '整改中', '未开始', '不适用'];
/** The column that is a formula: J × K. Its cell in the row's array is the cached value. */
export const FORMULA_COLUMN = 12;

type Value = string | number | Date | null;
export type DetailRow = readonly Value[];

const CITIES = ['北京', '上海', '广州', '深圳', '杭州', '南京', '成都', '武汉', '西安', '重庆', '苏州', '天津'];
const PLACES = ['朝阳', '滨江', '城南', '高新区', '开发区', '人民路'];
const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹';
const GIVEN = '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰文辉建华志国庆海燕雪梅春晓东晨';
const SUBJECTS = ['营业网点', '大堂引导人员', '柜面服务人员', '自助设备区域', '客户等候区', '档案资料', '公示信息栏'];
const DUTIES = ['应当按照规定', '需要每日', '必须定期', '应及时', '须由专人'];
const OBJECTS = [
  '检查并登记运行状态',
  '保持环境整洁、物品摆放有序',
  '公示服务价格和监督电话',
  '完成客户信息核对与留痕',
];
const NOTES = ['现场已整改', '资料不齐全', '该项符合要求', '个别记录缺少签字', '负责人外出，改日复查 (A&B <复核>)'];
const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** `count` rows; every row is an array of 16 values. */
export function detailRows(count: number): readonly DetailRow[] {
  const next = random(20_240_607);
  const pick = <T>(from: ArrayLike<T>): T => from[Math.floor(next() * from.length)]!;
  const branches = CITIES.flatMap((city) => PLACES.map((place) => `${city}分行${place}支行`));
  const names = Array.from({ length: 6000 }, () => pick(SURNAMES) + pick(GIVEN) + (next() < 0.75 ? pick(GIVEN) : ''));
  const points = SUBJECTS.flatMap((subject) =>
    DUTIES.flatMap((duty) => OBJECTS.map((object) => `${subject}${duty}${object}。`)),
  );
  return Array.from({ length: count }, (_, i): DetailRow => {
    const branch = Math.floor(next() * branches.length);
    const day = FIRST_DAY + Math.floor(next() * 540) * DAY;
    const score = Math.floor(next() * 11) / 2;
    const weight = Math.round((0.01 + next() * 0.09) * 1000) / 1000;
    return [
      ...[i + 1, branches[branch]!, `ZH-${1000 + branch * 7}`, pick(names), pick(['柜员', '大堂经理', '客户经理'])],
      ...[`${1 + Math.floor(next() * 6)}.${1 + Math.floor(next() * 5)}`, pick(points)],
      ...[new Date(day), new Date(day + (7 + Math.floor(next() * 30)) * DAY), score, weight],
      ...[Math.round(next() * 10_000) / 10_000, Math.round(score * weight * 1e6) / 1e6, pick(STATES), pick(names)],
      next() < 0.2 ? null : pick(NOTES) + pick(['，已拍照留存', '，下次检查时复核', '']),
    ];
  });
}

export const ROSTER_HEADERS = ['工号', '姓名', '性别', '网点名称', '网点代码', '岗位', '入职日期', '手机号'];

/** `count` lines of a roster of 8 columns; the seventh is a date. */
export function rosterRows(count: number): readonly DetailRow[] {
  const next = random(99);
  const pick = <T>(from: ArrayLike<T>): T => from[Math.floor(next() * from.length)]!;
  return Array.from({ length: count }, (_, i): DetailRow => {
    const branch = Math.floor(next() * 72);
    return [
      ...[`E${100_001 + i}`, pick(SURNAMES) + pick(GIVEN) + pick(GIVEN), next() < 0.5 ? '男' : '女'],
      ...[`${pick(CITIES)}分行${pick(PLACES)}支行`, `ZH-${1000 + branch * 7}`, pick(['柜员', '客户经理', '理财经理'])],
      new Date(Date.UTC(2010, 0, 1) + Math.floor(next() * 5500) * DAY),
      `1${3 + Math.floor(next() * 7)}${String(Math.floor(next() * 1e9)).padStart(9, '0')}`,
    ];
  });
}
