// 审计: the log as a grid, newest first, older entries on demand; and the check that the chain of digests is whole.
import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../shared/contract/settings.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useFormat } from '../../format.ts';
import { actionWords, entityWords } from './auditWords.ts';

/** Entries read at once. */
const STEP = 1000;

export function AuditScreen() {
  const { t } = useTranslation();
  const format = useFormat();
  const log = useInfiniteQuery(
    api.audit.list.infiniteOptions({
      input: (before: number | null) => ({ before, limit: STEP }),
      initialPageParam: null,
      getNextPageParam: ({ entries }) => (entries.length < STEP ? undefined : (entries.at(-1)?.seq ?? undefined)),
      staleTime: 0,
    }),
  );
  const verify = useMutation(api.audit.verify.mutationOptions());
  const entries = useMemo(() => log.data?.pages.flatMap((page) => page.entries), [log.data]);
  const total = log.data?.pages[0]?.total ?? 0;

  const columns = useMemo<readonly Column<AuditEntry>[]>(
    () => [
      { key: 'seq', kind: 'integer', header: t('audit.seq'), value: (entry) => entry.seq, width: 88, sort: 'desc' },
      {
        key: 'at',
        kind: 'instant',
        header: t('audit.at'),
        value: (entry) => entry.at,
        cell: (entry) => format.instantExact(entry.at),
        filter: true,
        width: 168,
      },
      {
        key: 'actor',
        kind: 'text',
        header: t('audit.actor'),
        value: (entry) => entry.actor ?? t('audit.system'),
        width: 120,
      },
      {
        key: 'action',
        kind: 'text',
        header: t('audit.action'),
        value: (entry) => actionWords(t, entry.action),
        width: 176,
      },
      {
        key: 'entity',
        kind: 'text',
        header: t('audit.entity'),
        value: (entry) => entityWords(t, entry.entity),
        width: 120,
      },
      {
        key: 'details',
        kind: 'text',
        header: t('audit.details'),
        value: (entry) => (entry.details === '{}' ? null : entry.details),
        width: 240,
        grow: true,
      },
      {
        key: 'entityId',
        kind: 'text',
        header: t('audit.entityId'),
        value: (entry) => entry.entityId,
        width: 288,
        hidden: true,
      },
      { key: 'hash', kind: 'text', header: t('audit.hash'), value: (entry) => entry.hash, width: 160 },
    ],
    [t, format],
  );

  const result = verify.data;
  return (
    <Page fill>
      <PageHeader
        title={t('audit.title')}
        detail={t('audit.intro')}
        actions={
          <Button
            icon={<SafetyCertificateOutlined />}
            loading={verify.isPending}
            onClick={() => verify.mutate(undefined)}
          >
            {t('audit.verify')}
          </Button>
        }
      />
      <FailureAlert error={verify.error} />
      {result && (
        <Alert
          role="status"
          type={result.intact ? 'success' : 'error'}
          showIcon
          title={
            result.intact
              ? t('audit.intact', { entries: result.entries })
              : t('audit.broken', { seq: result.brokenAt ?? 0 })
          }
        />
      )}
      <DataGrid<AuditEntry>
        name="audit"
        title={t('audit.title')}
        query={{ data: entries, error: log.error, refetch: log.refetch }}
        columns={columns}
        rowId={(entry) => String(entry.seq)}
        empty={{ title: t('audit.empty'), hint: t('audit.emptyHint') }}
        foot={
          <>
            <span>{t('audit.loaded', { loaded: entries?.length ?? 0, total })}</span>
            {log.hasNextPage && (
              <Button
                type="link"
                size="small"
                loading={log.isFetchingNextPage}
                onClick={() => void log.fetchNextPage()}
              >
                {t('audit.older', { count: STEP })}
              </Button>
            )}
          </>
        }
      />
    </Page>
  );
}
