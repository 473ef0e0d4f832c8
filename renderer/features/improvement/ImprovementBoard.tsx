// The measures by state. Cards are moved by their menu, or dragged to the column a move leads to.
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  IMPROVEMENT_MOVES,
  IMPROVEMENT_STATES,
  type ImprovementMove,
  type ImprovementRow,
  type Measured,
} from '../../../shared/contract/improvement.ts';
import { hasEnded, judgedByAnother, nextImprovementState } from '../../../shared/domain/improvement/states.ts';
import { useAccount } from '../../account.ts';
import { Board } from '../../components/board/Board.tsx';
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

function Card({ row }: { readonly row: ImprovementRow }) {
  const { t } = useTranslation();
  const { nameOf, valueOf } = useFigure();
  const late = isLate(row, useToday());
  const shown = (measured: Measured | null) =>
    measured === null
      ? t('improvement.board.unmeasured')
      : measured.value === null
        ? t('improvement.record.noValue')
        : valueOf(row.figure, measured.value);
  return (
    <>
      <span className="board-title">{row.title}</span>
      <span className="board-line">
        {t('improvement.number', { number: row.number })} · {t(`improvement.kind.${row.kind}`)} · {row.ownerName}
      </span>
      <span className="board-line">
        <span className="board-cut">{nameOf(row.figure)}</span>
      </span>
      <span className="board-line">
        {t('improvement.board.figures', {
          ...{ before: shown(row.before), after: shown(row.after), target: valueOf(row.figure, row.target) },
        })}
      </span>
      <span className="board-line">
        {row.verdict ? (
          <StateTag tone={VERDICT_TONES[row.verdict]}>{t(`improvement.verdict.${row.verdict}`)}</StateTag>
        ) : (
          !hasEnded(row.state) && t(late ? 'improvement.board.overdue' : 'improvement.board.due', { day: row.deadline })
        )}
      </span>
    </>
  );
}

export function ImprovementBoard({ rows }: { readonly rows: readonly ImprovementRow[] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const today = useToday();
  const allowed = useAllowed();
  const { make, task } = useMoves();
  const drop = (row: ImprovementRow, state: string) => {
    if (row.state === state) return;
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
      <Board<ImprovementRow>
        label={t('improvement.board.label')}
        columns={IMPROVEMENT_STATES.map((state) => {
          const own = rows.filter((row) => row.state === state);
          return {
            ...{ key: state, rows: own, ...(hasEnded(state) ? { most: ENDED_SHOWN } : {}) },
            name: t('improvement.board.column', { state: t(`improvement.state.${state}`), count: own.length }),
            head: <StateTag tone={IMPROVEMENT_TONES[state]}>{t(`improvement.state.${state}`)}</StateTag>,
          };
        })}
        rowId={({ id }) => id}
        to={({ id }) => `/improvement/${id}`}
        card={(row) => <Card row={row} />}
        isLate={(row) => isLate(row, today)}
        menu={(row) => {
          const moves = allowed(row);
          return moves.length === 0
            ? null
            : {
                label: t('improvement.board.moves', { title: row.title }),
                items: moves.map((move) => ({
                  ...{ key: move, label: t(`improvement.move.${move}`), danger: move === 'drop' },
                })),
                onPick: (key) => void make(row, key as ImprovementMove),
              };
        }}
        onDrop={drop}
        words={{ none: t('improvement.board.none'), more: (count) => t('improvement.board.more', { count }) }}
      />
      <p className="board-keys">{t('improvement.board.keys')}</p>
    </>
  );
}
