// 持续改进: measures as a board by state or as a ledger, and the frequent problems that propose them.
import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { EmptyState, Loaded } from '../../components/states.tsx';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ImprovementBoard } from './ImprovementBoard.tsx';
import { ImprovementForm, type FormStart } from './ImprovementForm.tsx';
import { Ledger } from './Ledger.tsx';
import { ProblemsView } from './ProblemsView.tsx';
import './improvement.css';

const VIEWS = ['board', 'list', 'problems'] as const;

export function ImprovementsScreen() {
  const { t } = useTranslation();
  const { may } = useAccount();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [form, setForm] = useState<FormStart | null>(null);
  const list = useQuery({ ...api.improvement.list.queryOptions(), staleTime: 0 });
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'board';
  const add = may('improvement.write') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setForm({})}>
      {t('improvement.new')}
    </Button>
  );
  const body = () => {
    if (view === 'problems') return <ProblemsView onPropose={may('improvement.write') ? setForm : null} />;
    if (view === 'list') return <Ledger query={list} action={add} />;
    return (
      <Loaded query={list}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('improvement.empty')} hint={t('improvement.emptyHint')} action={add} />
          ) : (
            <ImprovementBoard rows={rows} />
          )
        }
      </Loaded>
    );
  };
  return (
    <Page fill>
      <PageHeader
        title={t('improvement.title')}
        detail={
          <Segmented
            aria-label={t('improvement.title')}
            value={view}
            options={VIEWS.map((value) => ({ value, label: t(`improvement.view.${value}`) }))}
            onChange={(value) => setSearch(value === 'board' ? {} : { view: value }, { replace: true })}
          />
        }
        actions={
          <>
            <Button onClick={() => void navigate('/improvement/supervision')}>{t('improvement.toSupervision')}</Button>
            {add}
          </>
        }
      />
      {body()}
      {form && <ImprovementForm start={form} onClose={() => setForm(null)} />}
    </Page>
  );
}
