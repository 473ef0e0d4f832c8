// 审计: the log as a grid, newest first, older entries on demand, filters and search over all of it in main; and the check that the chain of digests is whole.
import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../shared/contract/settings.ts';
import { api } from '../../client.ts';
import { DataGrid, type Asked } from '../../components/grid/DataGrid.tsx';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import type { Names } from './auditDetails.ts';
import { auditSearch } from './auditSearch.ts';
import { useAuditColumns } from './useAuditColumns.tsx';

/** Entries read at once. */
const STEP = 1000;

export function AuditScreen() {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked>({ filters: {}, search: '' });
  const search = useMemo(() => auditSearch(t, asked), [t, asked]);
  const log = useInfiniteQuery(
    api.audit.list.infiniteOptions({
      input: (before: number | null) => ({ ...search, before, limit: STEP }),
      initialPageParam: null,
      getNextPageParam: ({ entries }) => (entries.length < STEP ? undefined : (entries.at(-1)?.seq ?? undefined)),
      staleTime: 0,
      placeholderData: (before) => before,
    }),
  );
  const choices = useQuery({ ...api.audit.choices.queryOptions(), staleTime: 0 });
  const verify = useMutation(api.audit.verify.mutationOptions());
  const entries = useMemo(() => log.data?.pages.flatMap((page) => page.entries), [log.data]);
  const names = useMemo(
    () => Object.assign({}, ...(log.data?.pages ?? []).map((page) => page.names)) as Names,
    [log.data],
  );
  const total = log.data?.pages[0]?.total ?? 0;
  const columns = useAuditColumns(choices.data, names);

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
        onAsk={setAsked}
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
