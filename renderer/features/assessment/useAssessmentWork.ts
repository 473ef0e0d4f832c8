// What is done to an assessment as a whole: computing a result and finalising one.
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AssessmentRecord, ResultHead } from '../../../shared/contract/assessment.ts';
import { api, client, queryClient } from '../../client.ts';
import { useTask, type Task } from '../../components/task/useTask.ts';
import { useConfirm } from '../../components/useConfirm.tsx';
import { failureText } from '../../failure.ts';

export interface AssessmentWork {
  readonly task: Task<{ reason: string | null }, { resultId: string }>;
  readonly computing: boolean;
  /** Asks for the reason where there is a result already. */
  readonly compute: () => Promise<void>;
  readonly finalise: (result: ResultHead) => Promise<void>;
}

/** `show` is told the id of a new result. */
export function useAssessmentWork(record: AssessmentRecord, show: (resultId: string) => void): AssessmentWork {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const ask = useConfirm();
  const task = useTask((signal, { reason }: { reason: string | null }) =>
    client.assessment.compute({ id: record.id, reason }, { signal }),
  );
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.assessment.key() });
  return {
    task,
    computing: task.state.kind === 'running',
    compute: async () => {
      const reason =
        record.results === 0
          ? null
          : await ask.reason({
              title: t('assessment.record.againTitle'),
              text: t('assessment.record.againText'),
              label: t('assessment.record.reason'),
              ok: t('assessment.record.again'),
            });
      if (record.results > 0 && reason === null) return;
      const done = await task.start({ reason });
      await refresh();
      if (done === undefined) return;
      show(done.resultId);
      void message.success(t('assessment.record.computedDone'));
    },
    finalise: async (result) => {
      const sure = await ask.confirm({
        title: t('assessment.record.finaliseTitle', { number: result.number }),
        text: t('assessment.record.finaliseText', { agents: result.agents }),
        ok: t('assessment.record.finalise'),
      });
      if (!sure) return;
      try {
        await client.assessment.finalise({ resultId: result.id });
        void message.success(t('assessment.record.finaliseDone'));
      } catch (error) {
        void message.error(failureText(t, error));
      }
      await refresh();
    },
  };
}
