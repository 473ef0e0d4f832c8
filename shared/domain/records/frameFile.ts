// The frame of a sample from a workbook: names of its columns, what each cell means, and what becomes of each row beside what is
// registered. A row that cannot be read with certainty stays out, and nothing registered is changed.
import {
  FRAME_FIELDS,
  type FrameField,
  type FrameFileRow,
  type FrameReason,
  type FrameRowInput,
} from '../../contract/records.ts';
import { SERVICE_KINDS, type ServiceKind } from '../../contract/observationRecord.ts';
import { maskClient } from '../observation/maskClient.ts';
import { hasLostDigits, read, refuse, textOf, type Read, type SheetCell, type SheetRow } from '../sheet/cell.ts';
import { readDay } from '../sheet/day.ts';
import { headerReader, type Mapping } from '../sheet/header.ts';
import { rowReader } from '../sheet/rows.ts';

const list = (text: string): readonly string[] => text.split(/\s+/);

export const FRAME_HEADERS = headerReader<FrameField>({
  fields: FRAME_FIELDS,
  names: {
    reference: list(`记录编号 服务记录编号 编号 工单号 工单编号 受理编号 单号 流水号 保单号 档案号 案卷号
      reference recordnumber recordno record number ticketnumber ticket policynumber caseno`),
    day: list(`日期 服务日期 受理日期 服务时间 受理时间 办理日期 登记日期 day date servicedate servicedon handledon`),
    kind: list(`服务类型 业务类型 类型 类别 服务项目 事项 kind type servicetype servicekind category`),
    client: list(`客户 客户姓名 客户名称 投保人 投保人姓名 client clientname customer customername policyholder`),
  },
  identifying: ['reference', 'day'],
});
export const FRAME_REQUIRED: readonly FrameField[] = ['reference', 'day'];

/** What a sheet calls the kinds besides their names on the screen. */
const KIND_WORDS: Readonly<Record<ServiceKind, readonly string[]>> = {
  enquiry: list('咨询 客户咨询 enquiry inquiry question'),
  sale: list('销售 投保 新单 签单 承保 sale sales newbusiness'),
  claim: list('理赔 索赔 报案 claim claims'),
  renewal: list('续保 续期 续费 renewal'),
  returnVisit: list('回访 returnvisit followup visit'),
  policyService: list('保全 保单服务 变更 policyservice servicing'),
  complaint: list('投诉 投诉处理 complaint complainthandling'),
  other: list('其他 其它 other'),
};

function readKind(cell: SheetCell): Read<ServiceKind, FrameReason> {
  const word = textOf(cell)
    .toLowerCase()
    .replace(/[\s_-]/g, '');
  const kind = SERVICE_KINDS.find((one) => one.toLowerCase() === word || KIND_WORDS[one].includes(word));
  return kind === undefined ? refuse('kindUnreadable') : read(kind);
}

const LONGEST = 60;
function readReference(cell: SheetCell): Read<string, FrameReason> {
  if (hasLostDigits(cell)) return refuse('digitsLost');
  const text = textOf(cell);
  return text.length > LONGEST ? refuse('textTooLong') : read(text);
}

/** Masked at once, so that no name crosses to the page. */
function readClient(cell: SheetCell): Read<string, FrameReason> {
  if (hasLostDigits(cell)) return refuse('digitsLost');
  const text = maskClient(textOf(cell));
  return text.length > LONGEST ? refuse('textTooLong') : read(text);
}

export interface FrameReading {
  readonly mapping: Mapping<FrameField>;
  /** First and last day of the sample. */
  readonly from: string;
  readonly to: string;
  readonly today: string;
  /** What is registered already. */
  readonly frame: readonly FrameRowInput[];
}

/** A reader for the rows below the header; null for rows without a record. */
export function frameReader({ mapping, from, to, today, frame }: FrameReading) {
  const take = rowReader<FrameField, FrameRowInput, FrameReason>({
    mapping,
    headers: FRAME_HEADERS,
    readers: { reference: readReference, day: (cell) => readDay(cell, today), kind: readKind, client: readClient },
    required: { reference: 'referenceMissing', day: 'dayMissing' },
    personal: ['client'],
    key: 'reference',
    holdsRecord: (text) => text('day') !== '',
    cellError: 'cellError',
  });
  const held = new Map(frame.map((row) => [row.reference.toLowerCase(), row]));
  const rowOf = new Map<string, number>();
  return (row: SheetRow): FrameFileRow | 'blank' | 'ignored' => {
    const found = take(row);
    if (found.kind !== 'read') return found.kind;
    const { reference = '', day = '', kind = 'other', client = '' } = found.values;
    const rejections = [...found.rejections];
    const key = reference.toLowerCase();
    const known = held.get(key);
    const first = rowOf.get(key);
    if (reference !== '') {
      if (first === undefined) rowOf.set(key, row.number);
      else rejections.push(found.reject('reference', 'duplicateInFile', first));
    }
    if (day !== '' && (day < from || day > to)) rejections.push(found.reject('day', 'dayOutside'));
    // Kind and client may be missing in one of the lists; another day is another record under the same number.
    if (known && day !== '' && known.day !== day) rejections.push(found.reject('reference', 'registeredOtherwise'));
    const fate = rejections.length > 0 ? 'rejected' : known ? 'unchanged' : 'new';
    return { row: row.number, fate, values: { reference, day, kind, client }, rejections };
  };
}
