// The measures by state. Cards are walked with the arrow keys and moved by their menu, or dragged to the column a move leads to.
import { MoreOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  IMPROVEMENT_MOVES,
  IMPROVEMENT_STATES,
  type ImprovementMove,
  type ImprovementRow,
  type ImprovementState,
} from '../../../shared/contract/improvement.ts';
import { hasEnded, judgedByAnother, nextImprovementState } from '../../../shared/domain/improvement/states.ts';
import { useAccount } from '../../account.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { TaskProgress } from '../../components/task/TaskProgress.tsx';
import { useToday } from '../people/useToday.ts';
import { IMPROVEMENT_TONES, isLate, VERDICT_TONES } from './tones.ts';
import { useFigure } from './useFigure.ts';
import { useMoves } from './useMoves.ts';

/** Ended ones on the board, the newest; the ledger has all. */
const ENDED_SHOWN = 12;

/** What the reader may do with a card; main checks it again. */
function useAllowed(): (row: ImprovementRow) => readonly ImprovementMove[] {
  const { actor, may } = useAccount();
  return (row) =>
    IMPROVEMENT_MOVES.filter((move) => {
      if (nextImprovementState(row.state, move) === null || !may('improvement.write')) return false;
      if (move === 'evaluate') return may('improvement.decide') && judgedByAnother(row, actor.userId) === null;
      return move !== 'drop' || row.state === 'proposed' || may('improvement.decide');
    });
}

interface CardProps {
  readonly row: ImprovementRow;
  readonly place: string;
  readonly moves: readonly ImprovementMove[];
  readonly onMove: (move: ImprovementMove) => void;
  readonly onDrag: (row: ImprovementRow | null) => void;
}

function Card({ row, place, moves, onMove, onDrag }: CardProps) {
  const { t } = useTranslation();
  const { nameOf, valueOf } = useFigure();
  const late = isLate(row, useToday());
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : valueOf(row.figure, value);
  return (
    <li
      className={late ? 'board-card board-late' : 'board-card'}
      draggable={moves.length > 0}
      onDragStart={() => onDrag(row)}
      onDragEnd={() => onDrag(null)}
    >
      <Link to={`/improvement/${row.id}`} data-place={place} draggable={false}>
        <span className="board-title">{row.title}</span>
        <span className="board-line">
          {t('improvement.number', { number: row.number })} · {t(`improvement.kind.${row.kind}`)} · {row.ownerName}
        </span>
        <span className="board-line">
          {nameOf(row.figure)} {shown(row.before?.value)} → {shown(row.after?.value)} ({t('improvement.column.target')}{' '}
          {shown(row.target)})
        </span>
        <span className="board-line">
          {row.verdict ? (
            <StateTag tone={VERDICT_TONES[row.verdict]}>{t(`improvement.verdict.${row.verdict}`)}</StateTag>
          ) : (
            !hasEnded(row.state) &&
            t(late ? 'improvement.board.overdue' : 'improvement.board.due', { day: row.deadline })
          )}
        </span>
      </Link>
      {moves.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: moves.map((move) => ({ key: move, label: t(`improvement.move.${move}`), danger: move === 'drop' })),
            onClick: ({ key }) => onMove(key as ImprovementMove),
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<MoreOutlined />}
            aria-label={t('improvement.board.moves', { title: row.title })}
          />
        </Dropdown>
      )}
    </li>
  );
}

const STEPS: Readonly<Record<string, readonly [columns: number, rows: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The card in the next column that has any, as far down as this one or the last above. */
function beside(
  column: number,
  row: number,
  step: number,
  at: (column: number, row: number) => HTMLElement | null,
): HTMLElement | null {
  for (let x = column + step; x >= 0 && x < IMPROVEMENT_STATES.length; x += step)
    for (let y = row; y >= 0; y -= 1) {
      const found = at(x, y);
      if (found) return found;
    }
  return null;
}

/** Walks to the next card in a direction, over empty columns; M opens the menu of the card. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const card = (event.target as HTMLElement).closest<HTMLElement>('[data-place]');
  if (!card || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key.toLowerCase() === 'm') card.parentElement?.querySelector('button')?.click();
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  const [column = 0, row = 0] = (card.dataset['place'] ?? '').split(' ').map(Number);
  const at = (x: number, y: number) => event.currentTarget.querySelector<HTMLElement>(`[data-place="${x} ${y}"]`);
  if (step[1] !== 0) at(column, row + step[1])?.focus();
  else beside(column, row, step[0], at)?.focus();
}

export function Board({ rows }: { readonly rows: readonly ImprovementRow[] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const allowed = useAllowed();
  const { make, task } = useMoves();
  const [over, setOver] = useState<ImprovementState | null>(null);
  const dragged = useRef<ImprovementRow | null>(null);
  const drop = (state: ImprovementState) => {
    const row = dragged.current;
    setOver(null);
    if (!row || row.state === state) return;
    const move = allowed(row).find((one) => nextImprovementState(row.state, one) === state);
    if (move) void make(row, move);
    else void message.info(t('improvement.board.noMove'));
  };
  return (
    <>
      <TaskProgress
        task={task}
        title={t('improvement.record.measuring')}
        stage={() => t('improvement.record.measuringStage')}
      />
      <section className="board" aria-label={t('improvement.board.label')} onKeyDown={walk}>
        {IMPROVEMENT_STATES.map((state, column) => {
          const own = rows.filter((row) => row.state === state);
          const shown = hasEnded(state) ? own.slice(0, ENDED_SHOWN) : own;
          return (
            <section
              key={state}
              className={over === state ? 'board-column board-over' : 'board-column'}
              aria-label={t('improvement.board.column', { state: t(`improvement.state.${state}`), count: own.length })}
              onDragOver={(event) => {
                event.preventDefault();
                setOver(state);
              }}
              onDrop={() => drop(state)}
            >
              <h2>
                <StateTag tone={IMPROVEMENT_TONES[state]}>{t(`improvement.state.${state}`)}</StateTag> {own.length}
              </h2>
              {own.length === 0 && <p className="board-none">{t('improvement.board.none')}</p>}
              <ul>
                {shown.map((row, at) => (
                  <Card
                    key={row.id}
                    row={row}
                    place={`${column} ${at}`}
                    moves={allowed(row)}
                    onMove={(move) => void make(row, move)}
                    onDrag={(one) => (dragged.current = one)}
                  />
                ))}
              </ul>
              {shown.length < own.length && (
                <p className="board-none">{t('improvement.board.more', { count: own.length - shown.length })}</p>
              )}
            </section>
          );
        })}
      </section>
      <p className="board-keys">{t('improvement.board.keys')}</p>
    </>
  );
}
