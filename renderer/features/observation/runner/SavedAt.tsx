// What is on disk: the time of the last save, or how many writes are still on their way.
import { CheckOutlined, LoadingOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format.ts';
import { useRunnerState } from './runnerContext.ts';

export function SavedAt() {
  const { t } = useTranslation();
  const format = useFormat();
  const savedAt = useRunnerState((state) => state.savedAt);
  const waiting = useRunnerState((state) => state.waiting);
  const failed = useRunnerState((state) => state.failure !== null);
  if (failed)
    return (
      <span className="runner-saved runner-saved-failed">
        <WarningOutlined /> {t('observation.save.unsaved', { count: waiting })}
      </span>
    );
  if (waiting > 0)
    return (
      <span className="runner-saved">
        <LoadingOutlined /> {t('observation.save.saving')}
      </span>
    );
  return (
    <span className="runner-saved">
      <CheckOutlined /> {savedAt === null ? '' : t('observation.save.savedAt', { time: format.time(savedAt) })}
    </span>
  );
}
