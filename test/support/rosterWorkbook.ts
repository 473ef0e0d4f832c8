// Rosters as branches really send them, written by exceljs: one with every oddity, one long and plain.
import ExcelJS from 'exceljs';

/** A roster with title rows, group header, merged teams and a cell of every kind. Data rows are 5 to 18. */
export async function oddRoster(path: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  const cover = book.addWorksheet('填表说明');
  cover.getCell('A1').value = '请于每月 5 日前报送';
  const page = book.addWorksheet('在职人员');
  page.mergeCells('A1:J1');
  page.getCell('A1').value = '上海分公司业务员花名册';
  page.getCell('A2').value = '截止日期：2026-06-30';
  page.mergeCells('B3:D3');
  page.getCell('B3').value = '基本信息';
  page.getRow(4).values = [
    '序号',
    '工 号*',
    '姓名（全称）',
    '性别',
    '营业组',
    '手机',
    '签约日期',
    '用工性质',
    '业务系统状态',
    '备注',
  ];

  const rows: unknown[][] = [
    [1, 'A0001', '张 三', '男', '晨曦组', 13800138000, new Date(Date.UTC(2020, 0, 5)), '代理制', '在职'],
    [2, 'Ａ０００２', '　李四　', '女', null, '139-0013-9000', '2021/3/9', '员工制', '在职'],
    [
      3,
      100003,
      { richText: [{ text: '王' }, { text: '芳', font: { bold: true } }] },
      'F',
      null,
      '１３７００１３７０００',
      44197,
    ],
    [
      4,
      { formula: '"A"&TEXT(4,"0000")', result: 'A0004' },
      '赵六',
      '女',
      '远航组',
      '',
      '2019年12月1日',
      '代理',
      '离职',
    ],
    [5, 'A0005', { text: '钱七', hyperlink: 'https://example.com/7' }, '男', null, null, '20180630', '', '在岗'],
    [6, 'a0001', '孙八', '男', null, null, '2020-01-01'],
    [7, 'A0007', '周九', '男', null, '12345', '03/04/2020', '兼职'],
    [8, null, '吴十', '女'],
    [9, { formula: 'B99', result: { error: '#REF!' } }, '郑十一', '女'],
    [
      10,
      'A0010',
      '阿依古丽·买买提',
      '女',
      '',
      '',
      { formula: 'DATE(2022,5,1)', result: new Date(Date.UTC(2022, 4, 1)) },
    ],
    ['合计', null, '10人'],
    [],
    ['序号', '工号', '姓名', '性别', '营业组', '手机', '签约日期', '用工性质', '业务系统状态'],
    [11, "'0012", '冯十二', '女', '远航组', '021-61234567', '2023.7.1', '代理制', '停职'],
  ];
  rows.forEach((row, index) => {
    page.getRow(5 + index).values = row as ExcelJS.CellValue[];
  });
  page.mergeCells('E5:E7');
  page.mergeCells('E8:E9');
  for (let row = 19; row < 60; row += 1) page.getRow(row).getCell(3).border = { bottom: { style: 'thin' } };
  page.getCell('B40').value = '   ';
  await book.xlsx.writeFile(path);
}

const SURNAMES = Array.from('张王李赵刘陈杨黄周吴');
const GIVEN = Array.from('伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平');

export interface PlainRow {
  readonly number: string;
  readonly name: string;
  readonly team: string;
  readonly phone: string;
  readonly hiredOn: string;
}

/** Agents by their index, always the same. */
export const plainRows = (count: number): PlainRow[] =>
  Array.from({ length: count }, (_, i) => ({
    number: `S${String(i + 1).padStart(6, '0')}`,
    name: `${SURNAMES[i % 10]!}${GIVEN[(i * 7) % 19]!}${GIVEN[(i * 3) % 19]!}`,
    team: `营业${String((i % 40) + 1)}组`,
    phone: `13${String(800_000_000 + i)}`,
    hiredOn: new Date(Date.UTC(2015, 0, 1 + (i % 3000))).toISOString().slice(0, 10),
  }));

/** A long roster, header in row 2. */
export async function plainRoster(path: string, rows: readonly PlainRow[]): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true });
  const page = book.addWorksheet('花名册');
  page.addRow(['花名册']).commit();
  page.addRow(['工号', '姓名', '团队', '手机', '入职日期']).commit();
  for (const row of rows) page.addRow([row.number, row.name, row.team, row.phone, row.hiredOn]).commit();
  await book.commit();
}
