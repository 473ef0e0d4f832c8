// Rows of the preview and what is said about each: changes as old → new, rejections as cell and reason.
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import type {
  FieldChange,
  Rejection,
  RosterField,
  RosterPreview,
  RosterRows,
} from '../../../../shared/contract/roster.ts';
import type { RowFate } from '../../../../shared/contract/sheet.ts';
import { AGENT_STATUSES, ENGAGEMENTS, GENDERS } from '../../../../shared/contract/people.ts';
import { client } from '../../../client.ts';
import { isCellReason } from '../../../components/sheetImport/cellReasons.ts';

export interface PreviewRow {
  readonly row: number;
  readonly fate: RowFate;
  readonly number: string;
  readonly name: string;
  readonly branch: string;
  readonly team: string;
  readonly changes: readonly FieldChange[];
  readonly rejections: readonly Rejection[];
}

const rowsOf = (page: RosterRows): PreviewRow[] =>
  page.row.map((row, at) => ({
    row,
    fate: page.fate[at]!,
    number: page.number[at]!,
    name: page.name[at]!,
    branch: page.branch[at]!,
    team: page.team[at]!,
    changes: page.changes[at]!,
    rejections: page.rejections[at]!,
  }));

/** All rows of a preview, read page by page. */
export const usePreviewRows = ({ previewId, pages }: RosterPreview) =>
  useQuery({
    queryKey: ['roster.rows', previewId],
    queryFn: async () => {
      const rows: PreviewRow[] = [];
      for (let page = 0; page < pages; page += 1) rows.push(...rowsOf(await client.roster.rows({ previewId, page })));
      return rows;
    },
    staleTime: Infinity,
    gcTime: 0,
    structuralSharing: false,
  });

function valueText(t: TFunction, field: RosterField, value: string): string {
  if (value === '') return t('sheetImport.blank');
  const gender = GENDERS.find((one) => one === value);
  const engagement = ENGAGEMENTS.find((one) => one === value);
  const status = AGENT_STATUSES.find((one) => one === value);
  if (field === 'gender' && gender) return t(`people.gender.${gender}`);
  if (field === 'engagement' && engagement) return t(`people.engagement.${engagement}`);
  if (field === 'status' && status) return t(`people.status.${status}`);
  return value;
}

function rejectionText(t: TFunction, { cell, value, reason, firstRow }: Rejection): string {
  const words =
    reason === 'duplicateInFile'
      ? t('people.roster.reason.duplicateInFile', { row: firstRow ?? 0 })
      : isCellReason(reason)
        ? t(`sheetImport.reason.${reason}`)
        : t(`people.roster.reason.${reason}`);
  return value === ''
    ? t('sheetImport.rejection', { cell, reason: words })
    : t('sheetImport.rejectionWith', { cell, value, reason: words });
}

/** What the list says about a row. */
export const rowDetails = (t: TFunction, { changes, rejections }: PreviewRow): string =>
  [
    ...rejections.map((rejection) => rejectionText(t, rejection)),
    ...changes.map(({ field, before, after }) =>
      t('sheetImport.change', {
        field: t(`people.field.${field}`),
        before: valueText(t, field, before),
        after: valueText(t, field, after),
      }),
    ),
  ].join(t('sheetImport.joiner'));
