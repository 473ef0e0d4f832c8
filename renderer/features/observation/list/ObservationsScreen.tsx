// All observations as a grid: filters, states, marks, and from the chosen row on to resuming, reading or withdrawing it.
import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ObservationRow } from '../../../../shared/contract/observation.ts';
import { withdrawalRefusal } from '../../../../shared/domain/observation/withdrawal.ts';
import { useAccount } from '../../../account.ts';
import { api } from '../../../client.ts';
import { DataGrid } from '../../../components/grid/DataGrid.tsx';
import { Page } from '../../../components/Page.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { addressToOpen, resumable } from './opening.ts';
import { useObservationColumns } from './useObservationColumns.tsx';
import { useEnding } from '../useEnding.ts';

const MOST = 50_000;

export function ObservationsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { actor, may } = useAccount();
  const columns = useObservationColumns();
  const { withdraw, cancelPlan } = useEnding();
  const [current, setCurrent] = useState<ObservationRow | null>(null);
  const list = useQuery({
    ...api.observation.list.queryOptions({ input: { limit: MOST } }),
    staleTime: 0,
    select: (page) => page.rows,
  });
  const row = list.data?.find(({ id }) => id === current?.id) ?? null;
  const own = row !== null && row.assessorId === actor.userId;
  const writes = may('observation.write');
  const withdrawable =
    writes &&
    row !== null &&
    !row.amending &&
    withdrawalRefusal({ state: row.state, own, decides: may('redLine.decide') }) === null;
  return (
    <Page fill>
      <PageHeader
        title={t('observation.list.title')}
        actions={
          <>
            {row !== null && resumable(row, actor.userId) && (
              <Button onClick={() => void navigate(addressToOpen(row, actor.userId))}>
                {row.state === 'planned' ? t('observation.list.startPlanned') : t('observation.list.resume')}
              </Button>
            )}
            {row !== null && (
              <Button onClick={() => void navigate(`/observations/${row.id}`)}>{t('observation.list.record')}</Button>
            )}
            {withdrawable && <Button onClick={() => void withdraw(row.id)}>{t('observation.list.withdraw')}</Button>}
            {writes && row?.state === 'planned' && (
              <Button onClick={() => void cancelPlan(row.id)}>{t('observation.list.cancelPlan')}</Button>
            )}
            {writes && (
              <>
                <Button onClick={() => void navigate('/observations/start?mode=plan')}>
                  {t('observation.start.modes.plan')}
                </Button>
                <Button onClick={() => void navigate('/observations/start?mode=paper')}>
                  {t('observation.start.modes.paper')}
                </Button>
                <Button type="primary" icon={<PlusOutlined />} onClick={() => void navigate('/observations/start')}>
                  {t('observation.list.start')}
                </Button>
              </>
            )}
          </>
        }
      />
      <DataGrid
        name="observations"
        title={t('observation.list.title')}
        query={list}
        columns={columns}
        rowId={rowId}
        rowTone={toneOf}
        onCurrent={setCurrent}
        onOpen={(opened) => void navigate(addressToOpen(opened, actor.userId))}
        empty={{
          title: t('observation.list.empty'),
          hint: t('observation.list.emptyHint'),
          action: writes ? (
            <Button type="primary" onClick={() => void navigate('/observations/start')}>
              {t('observation.list.start')}
            </Button>
          ) : undefined,
        }}
      />
    </Page>
  );
}

const rowId = (row: ObservationRow): string => row.id;
const toneOf = (row: ObservationRow): 'danger' | 'quiet' | undefined => {
  if (row.state === 'cancelled' || row.state === 'withdrawn') return 'quiet';
  return row.redLinesPending + row.redLinesConfirmed > 0 ? 'danger' : undefined;
};
