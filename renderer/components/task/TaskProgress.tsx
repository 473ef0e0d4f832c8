// Shows a task of useTask: what it does, how far it is, a button to stop it; afterwards that it stopped or why it failed.
// Nothing while idle; the result is the screen's to show.
import { Alert, Button, Flex, Progress as Bar, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../failure.ts';
import { count } from '../../format.ts';
import type { TaskState } from './useTask.ts';

export interface TaskProgressProps {
  readonly task: { readonly state: TaskState<unknown>; readonly stop: () => void };
  readonly title: string;
  /** Words for the stages that the task names. */
  readonly stage?: (name: string) => string;
}

export function TaskProgress({ task, title, stage }: TaskProgressProps) {
  const { t } = useTranslation();
  const { state } = task;
  switch (state.kind) {
    case 'idle':
    case 'done':
      return null;
    case 'stopped':
      return <Alert type="info" showIcon role="status" title={t('frame.task.cancelled')} />;
    case 'failed':
      return <Alert type="error" showIcon title={t('frame.task.failed')} description={failureText(t, state.error)} />;
    case 'running': {
      const { progress, stopping } = state;
      const share = progress && progress.total > 0 ? progress.done / progress.total : 0;
      return (
        <Flex align="center" gap={12} className="task">
          <div className="task-text">
            <Typography.Text strong>{stopping ? t('frame.task.cancelling') : title}</Typography.Text>
            <Typography.Text type="secondary">
              {progress && stage ? stage(progress.stage) : ''}
              {progress && progress.total > 1
                ? ` ${t('frame.task.progress', { done: count(progress.done), total: count(progress.total) })}`
                : ''}
            </Typography.Text>
          </div>
          <Bar
            className="task-bar"
            aria-label={title}
            percent={Math.min(100, Math.round(share * 100))}
            status="active"
          />
          <Button onClick={task.stop} disabled={stopping}>
            {t('frame.task.cancel')}
          </Button>
        </Flex>
      );
    }
  }
}
