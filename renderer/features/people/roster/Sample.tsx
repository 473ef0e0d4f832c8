// The first rows of the sheet as they stand in the file, the header row marked, each column with the field it was given.
import { useTranslation } from 'react-i18next';
import { ROSTER_FIELDS, type RosterMapping, type RosterSheet } from '../../../../shared/contract/roster.ts';
import { columnName } from '../../../../shared/domain/people/rosterCell.ts';

export interface SampleProps {
  readonly sheet: RosterSheet;
  readonly headerRow: number | null;
  readonly mapping: RosterMapping;
  /** Columns to show. */
  readonly width: number;
}

/** Wider sheets are cut: what is looked for stands at the left. */
const MOST_COLUMNS = 40;

export function Sample({ sheet, headerRow, mapping, width }: SampleProps) {
  const { t } = useTranslation();
  const columns = Array.from({ length: Math.min(width, MOST_COLUMNS) }, (_, index) => index + 1);
  const fieldOf = (column: number) => ROSTER_FIELDS.find((field) => mapping[field] === column);
  const rowClass = (row: number) => {
    if (row === headerRow) return 'roster-header-row';
    return headerRow !== null && row < headerRow ? 'roster-above' : undefined;
  };
  return (
    // A scrolling part is reached by the keyboard.
    <div className="roster-sample-scroll" tabIndex={0} role="region" aria-label={t('people.roster.sample')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('people.roster.row')}</th>
            {columns.map((column) => {
              const field = fieldOf(column);
              return (
                <th key={column} scope="col" className={field && 'roster-mapped'}>
                  {columnName(column)}
                  {field ? ` · ${t(`people.field.${field}`)}` : ''}
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
