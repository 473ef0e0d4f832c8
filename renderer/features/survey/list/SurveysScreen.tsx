// All surveys as a grid, or those that a number of the statistics came from; from here to entry, client mode and the record.
import { EditOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type { SurveyRow } from '../../../../shared/contract/survey.ts';
import { useAccount } from '../../../account.ts';
import { api } from '../../../client.ts';
import { DataGrid } from '../../../components/grid/DataGrid.tsx';
import { Page } from '../../../components/Page.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { count } from '../../../format.ts';
import { SurveyTabs } from '../SurveyTabs.tsx';
import { useWithdraw } from '../useWithdraw.ts';
import { filterOf } from './addressFilter.ts';
import { FilterWords } from './FilterWords.tsx';
import { useSurveyColumns } from './useSurveyColumns.tsx';
import './list.css';

export function SurveysScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => filterOf(search), [search]);
  const columns = useSurveyColumns();
  const withdraw = useWithdraw();
  const [current, setCurrent] = useState<SurveyRow | null>(null);
  const list = useQuery({
    ...api.survey.list.queryOptions({ input: filter ?? {} }),
    staleTime: 0,
  });
  const rows = list.data?.rows;
  const total = list.data?.total ?? 0;
  const row = rows?.find(({ id }) => id === current?.id) ?? null;
  const writes = may('survey.write');
  const enter = (
    <Button type="primary" icon={<EditOutlined />} onClick={() => void navigate('/surveys/entry')}>
      {t('survey.list.enter')}
    </Button>
  );
  return (
    <Page fill>
      <PageHeader
        title={t('survey.title')}
        detail={<SurveyTabs open="records" />}
        actions={
          <>
            {row?.withdrawable && <Button onClick={() => void withdraw(row.id)}>{t('survey.list.withdraw')}</Button>}
            {row && <Button onClick={() => void navigate(`/surveys/${row.id}`)}>{t('survey.list.open')}</Button>}
            {writes && <Button onClick={() => void navigate('/surveys/client')}>{t('survey.list.hand')}</Button>}
            {writes && enter}
          </>
        }
      />
      {filter && (
        <div className="survey-shown" role="status">
          <FilterWords filter={filter} rows={rows ?? []} />
          <Button size="small" onClick={() => setSearch({}, { replace: true })}>
            {t('survey.list.all')}
          </Button>
        </div>
      )}
      <DataGrid
        name="surveys"
        title={t('survey.title')}
        query={{ data: rows, error: list.error, refetch: list.refetch }}
        foot={
          rows && rows.length < total ? (
            <span>{t('survey.list.newest', { shown: count(rows.length), total: count(total) })}</span>
          ) : undefined
        }
        columns={columns}
        rowId={rowId}
        rowTone={toneOf}
        onCurrent={setCurrent}
        onOpen={(opened) => void navigate(`/surveys/${opened.id}`)}
        empty={{
          title: t('survey.list.empty'),
          hint: t('survey.list.emptyHint'),
          action: writes ? enter : undefined,
        }}
      />
    </Page>
  );
}

const rowId = (row: SurveyRow): string => row.id;
const toneOf = (row: SurveyRow): 'quiet' | undefined => (row.state === 'withdrawn' ? 'quiet' : undefined);
