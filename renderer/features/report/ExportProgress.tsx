// How far the export is, step by step and sheet by sheet, with a way to stop it.
import { CheckOutlined, LoadingOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { TaskProgress } from '../../components/task/TaskProgress.tsx';
import { count } from '../../format.ts';
import { useSteps, type ReportExport, type Step } from './useExport.ts';

const WORDS = { done: 'stepDone', now: 'stepNow', waiting: 'stepWaiting' } as const;

/** The whole export as one share, 0..1: `total` 1 leaves the counting to the words of the step. */
function overall(task: ReportExport['task'], steps: readonly Step[]): ReportExport['task'] {
  const { state } = task;
  if (state.kind !== 'running' || !state.progress) return task;
  const { stage, done, total } = state.progress;
  const at = Math.max(
    0,
    steps.findIndex((step) => step.state === 'now'),
  );
  const share = total > 0 ? done / total : 0;
  return { ...task, state: { ...state, progress: { stage, done: (at + share) / steps.length, total: 1 } } };
}

export function ExportProgress({ task, order }: Pick<ReportExport, 'task' | 'order'>) {
  const { t } = useTranslation();
  const { state } = task;
  const progress = state.kind === 'running' ? state.progress : undefined;
  const steps = useSteps(order?.language ?? 'zh-CN', progress?.stage);
  const now = steps.find((step) => step.state === 'now');
  if (state.kind === 'idle' || state.kind === 'done') return null;
  const counted =
    progress && progress.total > 1
      ? t('frame.task.progress', { done: count(progress.done), total: count(progress.total) })
      : '';
  return (
    <div className="report-progress">
      <TaskProgress
        task={overall(task, steps)}
        title={progress ? t('report.export.running') : t('report.export.choosing')}
        stage={(stage) => `${now?.name ?? stage} ${counted}`}
      />
      {progress && (
        <ol className="report-steps" aria-label={t('report.export.steps')}>
          {steps.map(({ key, name, state: at }) => (
            <li key={key} className={`report-step-${at}`} aria-label={t(`report.export.${WORDS[at]}`, { step: name })}>
              {at === 'done' && <CheckOutlined aria-hidden />}
              {at === 'now' && <LoadingOutlined aria-hidden />}
              {name}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
