// 报送总部: choose branch and period, see what the workbook will say and what should be settled first, export it.
import { ExportOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ReportPreview } from '../../../shared/contract/report.ts';
import { useAccount } from '../../account.ts';
import { useAppearance } from '../../Appearance.tsx';
import { api } from '../../client.ts';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { EmptyState, ErrorState, Loaded, LoadingState } from '../../components/states.tsx';
import { BeforeSending, type OpenWork } from './BeforeSending.tsx';
import { bookTexts } from './bookTexts.ts';
import { ChoiceForm, type Options } from './ChoiceForm.tsx';
import { CoverPreview } from './CoverPreview.tsx';
import { ExportProgress } from './ExportProgress.tsx';
import { ExportResult } from './ExportResult.tsx';
import { ReportTabs } from './ReportTabs.tsx';
import { SummaryPreview } from './SummaryPreview.tsx';
import { useReportExport } from './useExport.ts';
import { useReportChoice } from './useReportChoice.ts';
import { VerifyButton } from './VerifyButton.tsx';
import { WorkDrawer } from './WorkDrawer.tsx';
import './report.css';

export function ReportScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { language } = useAppearance();
  const place = useReportChoice();
  const { branch, period, kind, earlier, choose } = place;
  const [chosen, setOptions] = useState<Omit<Options, 'language'> & Partial<Options>>({ unmaskReason: null });
  const options: Options = { language, ...chosen };
  const [reasonMissing, setReasonMissing] = useState(false);
  const [work, setWork] = useState<OpenWork | null>(null);
  const making = useReportExport();
  const preview = useQuery({
    ...api.report.preview.queryOptions({
      input: { branchId: branch?.id ?? '', kind, start: period?.start ?? '' },
    }),
    enabled: branch !== undefined && period !== undefined,
    staleTime: 0,
  });

  const run = async () => {
    if (!branch || !period) return;
    const unmaskReason = options.unmaskReason === null ? null : options.unmaskReason.trim();
    setReasonMissing(unmaskReason === '');
    if (unmaskReason === '') {
      document.getElementById('report-reason')?.focus();
      return;
    }
    const order = { branchId: branch.id, kind, start: period.start, language: options.language, unmaskReason };
    if (await making.start(order)) setOptions((before) => ({ ...before, unmaskReason: null }));
  };

  const body = () => {
    if (place.error !== null) return <ErrorState error={place.error} onRetry={place.retry} />;
    if (place.branches?.length === 0)
      return (
        <EmptyState
          title={t('report.preview.noBranch')}
          hint={t('report.preview.noBranchHint')}
          action={<Button onClick={() => void navigate('/people/branches')}>{t('report.preview.toBranches')}</Button>}
        />
      );
    if (!branch) return <LoadingState />;
    return (
      <div className="report">
        <div className="report-side">
          <ChoiceForm
            place={place}
            options={options}
            onOptions={setOptions}
            reasonMissing={reasonMissing}
            disabled={making.running}
          />
          {preview.data && (
            <BeforeSending
              preview={preview.data}
              onShow={setWork}
              onEarlier={earlier && (() => choose({ start: earlier.start }))}
            />
          )}
        </div>
        <section className="report-preview" aria-label={t('report.preview.title')}>
          <Loaded query={preview}>{(data) => <Preview preview={data} options={options} />}</Loaded>
        </section>
        {preview.data && (
          <WorkDrawer work={work} branchId={branch.id} preview={preview.data} onClose={() => setWork(null)} />
        )}
      </div>
    );
  };

  return (
    <Page fill>
      <PageHeader
        title={t('report.title')}
        detail={<ReportTabs open="prepare" />}
        actions={
          <>
            <VerifyButton />
            <Button
              type="primary"
              icon={<ExportOutlined />}
              disabled={!branch || !period || making.running}
              onClick={() => void run()}
            >
              {t('report.export.run')}
            </Button>
          </>
        }
      />
      <ExportProgress task={making.task} order={making.order} />
      {making.exported && (
        <ExportResult key={making.exported.record.id} exported={making.exported} onClose={making.close} />
      )}
      {body()}
    </Page>
  );
}

function Preview({ preview, options }: { readonly preview: ReportPreview; readonly options: Options }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const { sheets } = bookTexts(options.language).book;
  if (preview.agents === 0)
    return (
      <EmptyState
        title={t('report.preview.noAgents')}
        hint={t('report.preview.noAgentsHint')}
        action={
          may('agents.manage') && (
            <Button onClick={() => void navigate('/people/roster')}>{t('report.preview.toRoster')}</Button>
          )
        }
      />
    );
  if (preview.sessions === 0)
    return (
      <EmptyState
        title={t('report.preview.noSessions')}
        hint={t('report.preview.noSessionsHint')}
        action={
          may('observation.write') && (
            <Button onClick={() => void navigate('/observations/start')}>{t('report.preview.toObserve')}</Button>
          )
        }
      />
    );
  return (
    <Tabs
      className="report-tabs"
      items={[
        { key: 'cover', label: sheets.cover, children: <CoverPreview preview={preview} options={options} /> },
        {
          key: 'summary',
          label: sheets.summary,
          children: <SummaryPreview preview={preview} language={options.language} />,
        },
      ]}
    />
  );
}
