// The state of a reading that is not there yet: how far it is, or why it failed.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { percent } from '../../format.ts';
import type { Reading } from './useReading.ts';

export interface ReadingStateProps {
  readonly reading: Reading<unknown>;
  /** Leaves it, which stops it. */
  readonly onCancel?: () => void;
}

export function ReadingState({ reading: { query, progress }, onCancel }: ReadingStateProps) {
  const { t } = useTranslation();
  if (query.isError) return <ErrorState error={query.error} onRetry={query.refetch} />;
  if (progress === null || progress.total === 0) return <LoadingState />;
  return (
    <EmptyState
      title={t('dashboard.reading')}
      hint={<span role="status">{percent(progress.done / progress.total)}</span>}
      action={onCancel && <Button onClick={onCancel}>{t('frame.cancel')}</Button>}
    />
  );
}
