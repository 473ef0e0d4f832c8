// The moves of a measure with what each asks for first. A start measures the figure and shows how far it is.
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ImprovementMove, ImprovementRow, Measured } from '../../../shared/contract/improvement.ts';
import { api, client, queryClient } from '../../client.ts';
import { useTask, type Task } from '../../components/task/useTask.ts';
import { useConfirm } from '../../components/useConfirm.tsx';
import { failureText } from '../../failure.ts';

export const refreshImprovements = () => queryClient.invalidateQueries({ queryKey: api.improvement.key() });

export interface Moves {
  readonly make: (row: Pick<ImprovementRow, 'id' | 'days'>, move: ImprovementMove) => Promise<void>;
  readonly task: Task<{ readonly id: string }, Measured>;
}

export function useMoves(): Moves {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const ask = useConfirm();
  const task = useTask((signal, input: { readonly id: string }) => client.improvement.start(input, { signal }));
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
  const make: Moves['make'] = async ({ id, days }, move) => {
    switch (move) {
      case 'start': {
        const [title, ok] = [t('improvement.ask.start'), t('improvement.move.start')];
        if (!(await ask.confirm({ title, ok, text: t('improvement.ask.startText', { days }) }))) return;
        if ((await task.start({ id })) !== undefined) void message.success(t('improvement.record.saved'));
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
