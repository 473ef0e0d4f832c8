// The three states that every screen has besides its content: nothing there, reading, failed.
//   <EmptyState title="…" hint="what to do" action={<Button …/>} />   <LoadingState />   <ErrorState error={e} onRetry={refetch} />
//   <Loaded query={useQuery(…)}>{(data) => …}</Loaded>
import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Flex, Result, Spin, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../failure.ts';

export interface EmptyStateProps {
  readonly title: ReactNode;
  /** Says what to do. */
  readonly hint?: ReactNode;
  readonly action?: ReactNode;
}

export function EmptyState({ title, hint, action }: EmptyStateProps) {
  return (
    <Flex vertical align="center" justify="center" gap={8} className="state">
      <Typography.Text strong>{title}</Typography.Text>
      {hint === undefined ? null : <Typography.Text type="secondary">{hint}</Typography.Text>}
      {action === undefined ? null : <div className="state-action">{action}</div>}
    </Flex>
  );
}

export function LoadingState() {
  const { t } = useTranslation();
  return (
    <Flex vertical align="center" justify="center" gap={8} className="state" role="status">
      <Spin />
      <Typography.Text type="secondary">{t('frame.loading')}</Typography.Text>
    </Flex>
  );
}

export interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => unknown;
}

export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  return (
    <Result
      className="state"
      status="error"
      role="alert"
      title={<span className="state-title">{failureText(t, error)}</span>}
      extra={
        onRetry && (
          <Button
            onClick={() => {
              onRetry();
            }}
          >
            {t('frame.retry')}
          </Button>
        )
      }
    />
  );
}

export interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}

/** Shows a query's data, or that it is being read, or why it failed with a way to try again. */
export function Loaded<T>({ query, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorState error={query.error} onRetry={query.refetch} />;
  return <LoadingState />;
}
