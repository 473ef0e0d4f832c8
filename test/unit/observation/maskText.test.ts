// What leaves the console in free text. Would catch: a number written with separators, a mail address or an identity number that
// stays readable, a complainant called by surname and title, a date or a case number that is taken for a telephone number.
import { describe, expect, it } from 'vitest';
import { maskContacts, maskerOf } from '../../../shared/domain/observation/maskText.ts';

describe('numbers and addresses in a text', () => {
  it.each([
    ['可打 13912345678 核对', '可打 139****5678 核对'],
    ['可打139-1234-5678核对', '可打139****5678核对'],
    ['可打 139 1234 5678。', '可打 139****5678。'],
    ['手机１３９１２３４５６７８', '手机139****5678'],
    ['请拨 +86 139.1234.5678', '请拨 139****5678'],
    ['座机 021-62345678 转 801', '座机 ****'],
    ['(0571) 8888 9999', '****'],
    ['电话：6234 5678', '电话：****'],
    ['邮箱 zhang.wei+a@mail.example.com，', '邮箱 ****，'],
    ['证件 31010119800101123X', '证件 ****'],
    ['证件310101 19800101 1234', '证件****'],
    ['卡号 6222 0212 3456 7890 123', '卡号 ****'],
  ])('%s', (text, masked) => {
    expect(maskContacts(text)).toBe(masked);
    expect(maskContacts(masked)).toBe(masked);
  });

  it.each([
    '2026-07-01 至 2026-09-30 共 12 次，等了 14 天',
    '投诉 2026-0001，归档 A2026-0001，录音编号 T-2026-118',
    '每 10,000 份保单 12.50 件，2.1-3 与 3.4-1 不合格',
    '保费 1380000 元，分 20 年',
  ])('leaves alone: %s', (text) => {
    expect(maskContacts(text)).toBe(text);
  });
});

describe('people of a matter', () => {
  const mask = maskerOf([
    { name: '孙晓芳', contact: '62345678' },
    { name: '欧阳女士', contact: 'wx_ouyang77' },
    { name: 'May Li', contact: '' },
  ]);
  it.each([
    ['孙晓芳说的', '孙**说的'],
    ['孙 晓芳、孙女士和欧阳女士', '孙**、孙**和欧**'],
    ['回电 6234-5678', '回电 ****78'],
    ['微信 wx_ouyang77', '微信 w** ****'],
    ['Called by may li in May', 'Called by m** in May'],
  ])('%s', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it('says nothing else differently', () => {
    expect(mask('孙子兵法，欧阳修，王女士')).toBe('孙子兵法，欧阳修，王女士');
  });
});
