// Ledgers of requests, visits and figures as branches keep them, written by exceljs.
import ExcelJS from 'exceljs';

/** Requests with title rows, a merged agent, cells of every kind and mistakes. Header in row 3, data rows 4 to 17. */
export async function oddLedger(path: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet('六月台账');
  page.mergeCells('A1:I1');
  page.getCell('A1').value = '客户服务请求台账';
  page.getCell('A2').value = '统计期：2026-06';
  page.getRow(3).values = [
    '受理编号',
    '业务员工号',
    '业务员',
    '客户（姓名）',
    '事项',
    '来电时间',
    '首次响应时间',
    '办结时间',
    '内部小结',
  ];
  const at = (day: number, hours: number, minutes: number) => new Date(Date.UTC(2026, 5, day, hours, minutes));
  const rows: unknown[][] = [
    ['Q001', 'A0012', '李 四', '王小明 13812345678', '咨询', at(1, 9, 0), at(1, 10, 30), at(2, 9, 0), '已办'],
    ['Ｑ００２', null, null, '赵女士', '理赔', '2026/6/2 下午3:05', '2026年6月3日 15时05分', null],
    [
      'Q003',
      null,
      null,
      { richText: [{ text: '钱' }, { text: '七', font: { bold: true } }] },
      '其它',
      46177.375,
      '',
      '',
    ],
    [
      'Q004',
      'a0012',
      { formula: '"李"&"四"', result: '李四' },
      '孙八',
      '续期',
      '202606040800',
      '2026-06-05T08:00:00+08:00',
    ],
    ['Q005', { text: 'A0012', hyperlink: 'https://example.com/5' }, '', '周九', '', '2026-06-05 09:30:15'],
    ['Q006', 'A0012', '', '吴十', '咨询', new Date(Date.UTC(2026, 5, 6)), ''],
    ['Q007', 'A0012', '', '', '咨询', '2026-06-07 09:00', '2026-06-07 08:00'],
    ['Q008', 'B9999', '', '', '咨询', '2026-06-08 09:00'],
    ['Q009', 'A0012', '张三', '', '咨询', '2026-06-09 09:00'],
    ['Q001', 'A0012', '', '', '咨询', '2026-06-10 09:00'],
    ['Q011', 'A0012', '', '', '寒暄', '2026-12-01 09:00', '', '2026-06-11 10:00'],
    ['Q012', 'A0012', '', '', '咨询', { formula: 'B99', result: { error: '#REF!' } }],
    ['合计', null, '12 件'],
    ['受理编号', '业务员工号', '业务员', '客户（姓名）', '事项', '来电时间', '首次响应时间', '办结时间', '内部小结'],
  ];
  rows.forEach((row, index) => {
    page.getRow(4 + index).values = row as ExcelJS.CellValue[];
  });
  page.mergeCells('B4:B6');
  page.mergeCells('C4:C6');
  page.getCell('B30').value = '   ';
  await book.xlsx.writeFile(path);
}

/** A plain sheet: a title, the header, the rows. */
export async function plainLedger(path: string, header: readonly string[], rows: readonly unknown[][]): Promise<void> {
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet('台账');
  page.addRow(['台账']);
  page.addRow([...header]);
  for (const row of rows) page.addRow([...row]);
  await book.xlsx.writeFile(path);
}
