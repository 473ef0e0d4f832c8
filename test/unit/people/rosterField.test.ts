// Bugs these would catch: rounded licence numbers taken as true, a name kept with alignment spaces so that the same person
// looks changed, telephone numbers in two stored forms, an unknown word guessed as a default.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPhone, normalisePhone } from '../../../shared/domain/people/phone.ts';
import type { SheetCell } from '../../../shared/domain/sheet/cell.ts';
import { cellName } from '../../../shared/domain/sheet/cell.ts';
import {
  readEngagement,
  readGender,
  readLicence,
  readName,
  readNumber,
  readPhone,
  readStatus,
} from '../../../shared/domain/people/rosterField.ts';

const text = (value: string): SheetCell => ({ kind: 'text', value });
const number = (value: number): SheetCell => ({ kind: 'number', value });
const refused = (reason: string) => ({ ok: false, reason });
const got = (value: string) => ({ ok: true, value });

describe('names', () => {
  it.each([
    ['张三', '张三'],
    [' 张　三 ', '张三'],
    ['张 三', '张三'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽．买买提', '阿依古丽·买买提'],
    ['Ｌｉ  Lei', 'Li Lei'],
    ['\u200b王芳\ufeff', '王芳'],
    ["O'Brien, Mary", "O'Brien, Mary"],
    ['𠮷田', '𠮷田'],
  ])('reads %j as %s', (raw, name) => expect(readName(text(raw))).toEqual(got(name)));

  it.each(['12345', '张三1', '=cmd', '---', '名'.repeat(41)])('refuses %j', (raw) =>
    expect(readName(text(raw))).toEqual(refused('nameUnreadable')),
  );
});

describe('numbers', () => {
  it.each<[SheetCell, string]>([
    [text('Ａ００１２'), 'A0012'],
    [text("'0012"), '0012'],
    [text('00 12\n'), '0012'],
    [number(100_234), '100234'],
    [text('沪-12/3'), '沪-12/3'],
  ])('reads %j', (cell, value) => expect(readNumber(cell)).toEqual(got(value)));

  it('refuses what lost digits in the sheet', () => {
    expect(readNumber(number(3.1010119900101e17))).toEqual(refused('digitsLost'));
    expect(readLicence(text('2.00001E+25'))).toEqual(refused('digitsLost'));
    expect(readLicence(number(20_000_131_000_080_020_000))).toEqual(refused('digitsLost'));
  });
  it.each(['合计', '工号：', 'a'.repeat(41), '1.5.é!'])('refuses %j', (raw) =>
    expect(readNumber(text(raw)).ok).toBe(false),
  );
  it('keeps all 26 digits of a licence typed as text', () =>
    expect(readLicence(text('02000031010080020200012345'))).toEqual(got('02000031010080020200012345')));
});

describe('telephone numbers', () => {
  it.each([
    ['138 0013 8000', '13800138000'],
    ['+86-138-0013-8000', '13800138000'],
    ['0086 13800138000', '13800138000'],
    ['８６１３８００１３８０００', '13800138000'],
    ['(021) 6123-4567', '02161234567'],
    ['021－61234567转801', '02161234567-801'],
    ['+852 9123 4567', '+85291234567'],
  ])('%s is %s', (raw, phone) => expect(normalisePhone(raw)).toBe(phone));

  it.each(['12345', '1380013800', '138001380001', '无', '13800138000/13900139000'])('refuses %s', (raw) =>
    expect(readPhone(text(raw))).toEqual(refused('phoneUnreadable')),
  );

  it('reads its own form again, and the mask hides at least four digits', () => {
    const mobile = fc.integer({ min: 3_000_000_000, max: 9_999_999_999 }).map((n) => `1${n}`);
    fc.assert(
      fc.property(mobile, (phone) => {
        expect(normalisePhone(phone)).toBe(phone);
        expect(maskPhone(phone)).toBe(`${phone.slice(0, 3)}****${phone.slice(7)}`);
      }),
    );
  });
});

it('reads closed words in both languages, whatever their case and width, and refuses others', () => {
  expect(readGender(text('女 '))).toEqual(got('female'));
  expect(readGender(text('Ｍ'))).toEqual(got('male'));
  expect(readGender(text('未知'))).toEqual(refused('genderUnknown'));
  expect(readEngagement(text('代理制'))).toEqual(got('agency'));
  expect(readEngagement(text('EMPLOYEE'))).toEqual(got('employee'));
  expect(readEngagement(text('别的'))).toEqual(refused('engagementUnknown'));
  expect(readStatus(text('已离职'))).toEqual(got('left'));
  expect(readStatus({ kind: 'boolean', value: true })).toEqual(got('active'));
  expect(readStatus(text('?'))).toEqual(refused('statusUnknown'));
});

it.each([
  [1, 1, 'A1'],
  [26, 2, 'Z2'],
  [27, 3, 'AA3'],
  [703, 17, 'AAA17'],
])('column %i, row %i is %s', (column, row, name) => expect(cellName(column, row)).toBe(name));
