// The first rows of the sheet as they stand in the file, the header row marked, each column with the field it was given.
import { useTranslation } from 'react-i18next';
import type { SheetHead } from '../../../shared/contract/sheet.ts';
import { columnName } from '../../../shared/domain/sheet/cell.ts';

export interface SampleProps {
  readonly sheet: SheetHead;
  readonly headerRow: number | null;
  /** What a column holds, in words; undefined for one that is not mapped. */
  readonly labelOf: (column: number) => string | undefined;
  /** Columns to show. */
  readonly width: number;
}

/** Wider sheets are cut: what is looked for stands at the left. */
const MOST_COLUMNS = 40;

export function Sample({ sheet, headerRow, labelOf, width }: SampleProps) {
  const { t } = useTranslation();
  const columns = Array.from({ length: Math.min(width, MOST_COLUMNS) }, (_, index) => index + 1);
  const rowClass = (row: number) => {
    if (row === headerRow) return 'import-header-row';
    return headerRow !== null && row < headerRow ? 'import-above' : undefined;
  };
  return (
    // A scrolling part is reached by the keyboard.
    <div className="import-sample-scroll" tabIndex={0} role="region" aria-label={t('sheetImport.sample')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('sheetImport.row')}</th>
            {columns.map((column) => {
              const label = labelOf(column);
              return (
                <th key={column} scope="col" className={label === undefined ? undefined : 'import-mapped'}>
                  {columnName(column)}
                  {label === undefined ? '' : ` · ${label}`}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {sheet.head.map((cells, index) => (
            <tr key={index} className={rowClass(index + 1)}>
              <th scope="row">{index + 1}</th>
              {columns.map((column) => (
                <td key={column}>{cells[column - 1] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
