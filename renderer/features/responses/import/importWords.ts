// What the preview says about a row: changes as old → new, rejections as cell and reason.
import type { TFunction } from 'i18next';
import {
  CLIENT_CHANNELS,
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  type ImportedRow,
  type ImportField,
  type ResponseRejection,
} from '../../../../shared/contract/responses.ts';
import { isCellReason } from '../../../components/sheetImport/cellReasons.ts';
import type { Format } from '../../../format.ts';

/** A stored value as screens write it. */
export function shownValue(t: TFunction, format: Format, field: ImportField, value: string): string {
  if (value === '') return '';
  if (field === 'askedAt' || field === 'repliedAt' || field === 'solvedAt') return format.instant(value);
  const kind = REQUEST_KINDS.find((one) => one === value);
  const channel = CLIENT_CHANNELS.find((one) => one === value);
  const outcome = REQUEST_OUTCOMES.find((one) => one === value);
  if (field === 'kind' && kind) return t(`responses.requestKind.${kind}`);
  if (field === 'channel' && channel) return t(`responses.channel.${channel}`);
  if (field === 'outcome' && outcome) return t(`responses.outcome.${outcome}`);
  return value;
}

function reasonText(t: TFunction, { reason, firstRow }: ResponseRejection): string {
  if (reason === 'duplicateInFile') return t('responses.import.duplicate', { row: firstRow ?? 0 });
  return isCellReason(reason) ? t(`sheetImport.reason.${reason}`) : t(`responses.import.reason.${reason}`);
}

function rejectionText(t: TFunction, rejection: ResponseRejection): string {
  const { cell, value } = rejection;
  const reason = reasonText(t, rejection);
  return value === ''
    ? t('sheetImport.rejection', { cell, reason })
    : t('sheetImport.rejectionWith', { cell, value, reason });
}

/** What the list says about a row. */
export function importedDetails(t: TFunction, format: Format, { changes, rejections, corrects }: ImportedRow): string {
  const blank = t('sheetImport.blank');
  return [
    ...(corrects ? [t('responses.import.corrects')] : []),
    ...rejections.map((rejection) => rejectionText(t, rejection)),
    ...changes.map(({ field, before, after }) =>
      t('sheetImport.change', {
        field: t(`responses.field.${field}`),
        before: shownValue(t, format, field, before) || blank,
        after: shownValue(t, format, field, after) || blank,
      }),
    ),
  ].join(t('sheetImport.joiner'));
}
