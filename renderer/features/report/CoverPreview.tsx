// 封面 as it will look: the same lines in the same order and words as the sheet.
import { useTranslation } from 'react-i18next';
import type { ReportPreview } from '../../../shared/contract/report.ts';
import { titleIn } from '../../../shared/standard/titles.ts';
import { useAccount } from '../../account.ts';
import { count, score } from '../../format.ts';
import type { Options } from './ChoiceForm.tsx';
import { bookTexts } from './bookTexts.ts';
import { lastDay } from './periodWords.ts';

export interface CoverPreviewProps {
  readonly preview: ReportPreview;
  readonly options: Options;
}

const mean = (values: readonly (number | null)[]): string => {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? '' : score(present.reduce((sum, value) => sum + value, 0) / present.length);
};

export function CoverPreview({ preview, options }: CoverPreviewProps) {
  const { t } = useTranslation();
  const { actor } = useAccount();
  const { book } = bookTexts(options.language);
  const say = book.cover;
  const { period, rows } = preview;
  const reason = options.unmaskReason?.trim();
  const text = (label: string, value: string) => ({ label, value, isNumber: false });
  const figure = (label: string, value: string) => ({ label, value, isNumber: true });
  const lines = [
    text(say.branch, preview.branchName),
    text(say.branchCode, preview.branchCode),
    text(say.period, `${period.start} – ${lastDay(period)}`),
    text(say.periodKind, book.period[period.kind]),
    ...preview.standards.map(({ number, title }) =>
      text(say.standards, `${number} · ${titleIn(title, options.language)}`),
    ),
    figure(say.modelVersion, String(preview.modelVersion)),
    text(say.exportedAt, t('report.preview.onExport')),
    text(say.exportedBy, actor.name),
    text(say.masking, reason === undefined ? say.masked : say.unmasked.replace('{reason}', () => reason)),
    figure(say.agents, count(rows.length)),
    figure(say.sessions, count(rows.reduce((sum, { sessions }) => sum + sessions, 0))),
    figure(say.mean, mean(rows.map(({ graded }) => graded))),
    figure(say.vetoed, count(rows.filter(({ redLines }) => redLines > 0).length)),
    figure(say.insufficient, count(rows.filter(({ grade }) => grade === 'insufficient').length)),
  ];
  const sheets = (Object.keys(book.sheets) as (keyof typeof book.sheets)[]).filter((key) => key !== 'cover');
  return (
    <div
      className="report-sheet"
      lang={options.language}
      role="region"
      aria-label={t('report.preview.cover')}
      tabIndex={0}
    >
      <h3>{say.title}</h3>
      <p className="report-sheet-note">{book.notes.cover}</p>
      <table>
        <tbody>
          {lines.map(({ label, value, isNumber }, at) => (
            <tr key={at}>
              <th scope="row">{label}</th>
              <td className={isNumber ? 'report-sheet-number' : ''}>{value}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="report-sheet-contents">
              {say.contents}
            </th>
            <td className="report-sheet-contents" />
          </tr>
          {sheets.map((key) => (
            <tr key={key}>
              <th scope="row">{book.sheets[key]}</th>
              <td>{book.notes[key]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
