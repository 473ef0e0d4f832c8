// The moves of a measure with what each asks for first. A start measures the figure and shows how far it is.
import { App } from 'antd';
import { createElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { COMPARE_DAYS } from '../../../shared/contract/dashboard.ts';
import type { ImprovementMove, ImprovementRow, Measured } from '../../../shared/contract/improvement.ts';
import { api, client, queryClient } from '../../client.ts';
import { useTask, type Task } from '../../components/task/useTask.ts';
import { useConfirm } from '../../components/useConfirm.tsx';
import { failureText } from '../../failure.ts';
import { useFigure } from './useFigure.ts';

export const refreshImprovements = () => queryClient.invalidateQueries({ queryKey: api.improvement.key() });

interface Measuring {
  readonly id: string;
  /** Whether what is measured is kept, which starts the measure. */
  readonly freeze: boolean;
}

/** Fewer values than these are said to be few before they are frozen. */
const FEW = 5;

export interface Moves {
  readonly make: (row: Pick<ImprovementRow, 'id' | 'days' | 'figure'>, move: ImprovementMove) => Promise<void>;
  readonly task: Task<Measuring, Measured>;
}

export function useMoves(): Moves {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const ask = useConfirm();
  const { valueOf } = useFigure();
  const task = useTask((signal, { id, freeze }: Measuring) =>
    client.improvement[freeze ? 'start' : 'baseline']({ id }, { signal }),
  );
  const saved = async (work: () => Promise<unknown>) => {
    try {
      await work();
      void message.success(t('improvement.record.saved'));
    } catch (error) {
      void message.error(failureText(t, error));
    }
    await refreshImprovements();
  };
  const reason = (move: 'resume' | 'drop') =>
    ask.reason({
      ...{ title: t(`improvement.ask.${move}`), text: t(`improvement.ask.${move}Text`), danger: move === 'drop' },
      ...{ ok: t(`improvement.move.${move}`), label: t('improvement.ask.reason'), maxLength: 1000 },
    });
  /** What will be frozen, and what it will never tell where it tells little. */
  const startText = ({ days, figure }: Pick<ImprovementRow, 'days' | 'figure'>, before: Measured): ReactNode => {
    const { value, count } = before;
    const said = { ...before, days, count, value: value === null ? '' : valueOf(figure, value) };
    const longer = COMPARE_DAYS.filter((one) => one > days);
    const weak = value === null ? 'startEmpty' : count < FEW ? 'startFew' : null;
    const lines = [
      t(weak === 'startEmpty' ? 'improvement.ask.startEmpty' : 'improvement.ask.startValue', said),
      ...(weak === 'startFew' ? [t('improvement.ask.startFew')] : []),
      ...(weak !== null && longer.length > 0 ? [t('improvement.ask.startLonger', { days: longer.join(' / ') })] : []),
      t('improvement.ask.startText'),
    ];
    return lines.map((line) => createElement('p', { key: line }, line));
  };
  const make: Moves['make'] = async ({ id, days, figure }, move) => {
    switch (move) {
      case 'start': {
        const before = await task.start({ id, freeze: false });
        if (before === undefined) return;
        task.reset();
        const empty = before.value === null;
        const [title, ok] = [
          t(empty ? 'improvement.ask.startWithout' : 'improvement.ask.start'),
          t(empty ? 'improvement.ask.startAnyway' : 'improvement.move.start'),
        ];
        if (!(await ask.confirm({ title, ok, danger: empty, text: startText({ days, figure }, before) }))) return;
        if ((await task.start({ id, freeze: true })) !== undefined) void message.success(t('improvement.record.saved'));
        return refreshImprovements();
      }
      case 'finish': {
        const [title, text, ok] = [
          t('improvement.ask.finish'),
          t('improvement.ask.finishText'),
          t('improvement.move.finish'),
        ];
        const result = await ask.reason({ title, text, ok, label: t('improvement.ask.result'), maxLength: 2000 });
        return result === null ? undefined : saved(() => client.improvement.finish({ id, result }));
      }
      case 'evaluate':
        return void navigate(`/improvement/${id}?tab=measured`);
      case 'resume':
      case 'drop': {
        const words = await reason(move);
        return words === null ? undefined : saved(() => client.improvement[move]({ id, reason: words }));
      }
    }
  };
  return { make, task };
}
