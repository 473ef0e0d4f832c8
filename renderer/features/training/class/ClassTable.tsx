// The list of a class: one line an agent, a field for each result. Enter and the arrows go up and down in a column, Tab goes along the
// line; a text that cannot be read is marked with what may stand there.
import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CLASS_FIELDS, type ClassField } from '../../../../shared/domain/training/classRow.ts';
import type { ClassLine } from './classPeople.ts';

const LONGEST: Readonly<Partial<Record<ClassField, number>>> = { trainer: 60, note: 500 };
const LONGEST_MARK = 24;

interface LineProps {
  readonly line: ClassLine;
  readonly at: number;
  /** Names of fields that cannot be read, joined. */
  readonly bad: string;
  /** What stands where nothing is typed, joined by a line feed. */
  readonly common: string;
  readonly onType: (agentId: string, field: ClassField, text: string) => void;
  readonly onRemove: (agentId: string) => void;
}

const Line = memo(function Line({ line, at, bad, common, onType, onRemove }: LineProps) {
  const { t } = useTranslation();
  const { agentId, agentName, employeeNumber, team, typed } = line;
  const wrong = new Set(bad.split(' '));
  const placeholders = common.split('\n');
  const hintOf = (field: ClassField) =>
    field === 'day' || field === 'hours' ? t(`training.class.bad.${field}`) : t('training.class.bad.mark');
  return (
    <tr>
      <th scope="row">
        {agentName} <span className="class-number">{employeeNumber}</span>
      </th>
      <td>{team}</td>
      {CLASS_FIELDS.map((field, column) => (
        <td key={field}>
          <input
            className={`class-cell class-${field}`}
            data-place={`${column} ${at}`}
            aria-label={`${agentName} ${t(`training.field.${field}`)}`}
            aria-invalid={wrong.has(field)}
            title={wrong.has(field) ? hintOf(field) : undefined}
            placeholder={placeholders[column]}
            maxLength={LONGEST[field] ?? LONGEST_MARK}
            autoComplete="off"
            value={typed[field]}
            onChange={({ target }) => onType(agentId, field, target.value)}
          />
          {wrong.has(field) && <span className="class-bad">{hintOf(field)}</span>}
        </td>
      ))}
      <td>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('training.class.remove', { name: agentName })}
          onClick={() => onRemove(agentId)}
        />
      </td>
    </tr>
  );
});

/** Walks up and down within a column. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  const cell = (event.target as HTMLElement).closest<HTMLInputElement>('[data-place]');
  if (step === undefined || !cell || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const [column, row] = (cell.dataset['place'] ?? '').split(' ').map(Number);
  const next = event.currentTarget.querySelector<HTMLInputElement>(`[data-place="${column} ${row! + step}"]`);
  next?.focus();
  next?.select();
}

export interface ClassTableProps {
  readonly lines: readonly ClassLine[];
  readonly bad: ReadonlyMap<string, readonly ClassField[]>;
  readonly common: { readonly day: string; readonly hours: string; readonly trainer: string };
  readonly onType: (agentId: string, field: ClassField, text: string) => void;
  readonly onRemove: (agentId: string) => void;
}

export function ClassTable({ lines, bad, common, onType, onRemove }: ClassTableProps) {
  const { t } = useTranslation();
  const placeholders = CLASS_FIELDS.map((field) =>
    field === 'day' || field === 'hours' || field === 'trainer' ? common[field] : '',
  ).join('\n');
  return (
    <div className="class-list" tabIndex={-1} onKeyDown={walk}>
      <table className="training-table class-table" aria-label={t('training.class.list')}>
        <thead>
          <tr>
            <th scope="col">{t('training.field.agentName')}</th>
            <th scope="col">{t('training.team')}</th>
            {CLASS_FIELDS.map((field) => (
              <th key={field} scope="col">
                {t(`training.field.${field}`)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('training.class.removing')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <Line
              key={line.agentId}
              line={line}
              at={at}
              bad={(bad.get(line.agentId) ?? []).join(' ')}
              common={placeholders}
              onType={onType}
              onRemove={onRemove}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
