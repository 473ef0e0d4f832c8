// How far the export is, step by step and sheet by sheet, with a way to stop it.
import { CheckOutlined, LoadingOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { TaskProgress } from '../../components/task/TaskProgress.tsx';
import { useSteps, type ReportExport } from './useExport.ts';

const WORDS = { done: 'stepDone', now: 'stepNow', waiting: 'stepWaiting' } as const;

export function ExportProgress({ task, order }: Pick<ReportExport, 'task' | 'order'>) {
  const { t } = useTranslation();
  const { state } = task;
  const progress = state.kind === 'running' ? state.progress : undefined;
  const steps = useSteps(order?.language ?? 'zh-CN', progress?.stage);
  const nameOf = (stage: string) => steps.find(({ key, name }) => key === stage || name === stage)?.name ?? stage;
  if (state.kind === 'idle' || state.kind === 'done') return null;
  return (
    <div className="report-progress">
      <TaskProgress
        task={task}
        title={progress ? t('report.export.running') : t('report.export.choosing')}
        stage={nameOf}
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
