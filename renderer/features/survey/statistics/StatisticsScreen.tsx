// Likert distributions by item and dimension and CSI by agent, team and branch for a month, quarter or year. Numbers open the
// surveys that they came from; what rests on fewer than five is counted and not shown (scoring model, section 6).
import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PeriodKind } from '../../../../shared/contract/score.ts';
import { SURVEY_GROUPS, type SurveyGroupKind, type SurveyStatistics } from '../../../../shared/contract/survey.ts';
import { addDays } from '../../../../shared/domain/time.ts';
import { api } from '../../../client.ts';
import { Page } from '../../../components/Page.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { EmptyState, Loaded } from '../../../components/states.tsx';
import { score } from '../../../format.ts';
import { periodName } from '../../../periodName.ts';
import { BranchSelect } from '../../people/BranchSelect.tsx';
import { useToday } from '../../people/useToday.ts';
import { surveysAddress, type SurveysAsked } from '../list/addressFilter.ts';
import { SurveyTabs } from '../SurveyTabs.tsx';
import { Distributions } from './Distributions.tsx';
import { GroupsGrid } from './GroupsGrid.tsx';
import { useStatisticsChoice, type StatisticsChoice } from './useStatisticsChoice.ts';
import './statistics.css';

export function StatisticsScreen() {
  const { t } = useTranslation();
  const choice = useStatisticsChoice(useToday());
  const { branchId, kind, period, by } = choice;
  const statistics = useQuery({
    ...api.survey.statistics.queryOptions({ input: { branchId, kind, start: period.start, by } }),
    staleTime: 0,
    placeholderData: (before) => before,
  });
  return (
    <Page fill>
      <PageHeader title={t('survey.title')} detail={<SurveyTabs open="statistics" />} />
      <Choice choice={choice} />
      <Loaded query={statistics}>{(data) => <Numbers statistics={data} choice={choice} />}</Loaded>
    </Page>
  );
}

function Choice({ choice }: { readonly choice: StatisticsChoice }) {
  const { t } = useTranslation();
  const { branchId, kind, period, periods, by, choose } = choice;
  return (
    <div className="survey-choice">
      <BranchSelect
        value={branchId}
        allowClear
        placeholder={t('survey.statistics.allBranches')}
        aria-label={t('survey.statistics.branch')}
        onChange={(id) => choose({ branch: id })}
      />
      <Segmented<PeriodKind>
        aria-label={t('survey.statistics.kind')}
        value={kind}
        options={PeriodKind.options.map((value) => ({ value, label: t(`survey.statistics.kinds.${value}`) }))}
        onChange={(value) => choose({ kind: value })}
      />
      <Select<string>
        className="survey-period"
        aria-label={t('survey.statistics.period')}
        value={period.start}
        options={periods.map((one) => ({ value: one.start, label: periodName(t, one) }))}
        onChange={(start) => choose({ start })}
      />
      <Segmented<SurveyGroupKind>
        aria-label={t('survey.statistics.by')}
        value={by}
        options={SURVEY_GROUPS.map((value) => ({ value, label: t(`survey.statistics.groups.${value}`) }))}
        onChange={(value) => choose({ by: value })}
      />
    </div>
  );
}

function Numbers({ statistics, choice }: { readonly statistics: SurveyStatistics; readonly choice: StatisticsChoice }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { period, csi, surveys, least } = statistics;
  if (surveys === 0) return <EmptyState title={t('survey.statistics.empty')} hint={t('survey.statistics.emptyHint')} />;
  const asked: SurveysAsked = {
    from: period.start,
    to: addDays(period.end, -1),
    ...(choice.branchId === null ? {} : { branchId: choice.branchId }),
  };
  return (
    <>
      <div className="survey-csi">
        <span>{t('survey.statistics.csi')}</span>
        {csi === null ? (
          <strong>{t('survey.statistics.tooFew', { least })}</strong>
        ) : (
          <>
            <strong className="survey-figure">{score(csi.mean)}</strong>
            <span>
              {csi.low === null || csi.high === null
                ? t('survey.statistics.noInterval')
                : t('survey.statistics.interval', { low: score(csi.low), high: score(csi.high) })}
            </span>
          </>
        )}
        <button type="button" className="likert-open" onClick={() => void navigate(surveysAddress(asked))}>
          {t('survey.statistics.surveys', { count: surveys })}
        </button>
        <span className="survey-rule">{t('survey.statistics.rule', { least })}</span>
      </div>
      <div className="survey-numbers">
        <Distributions statistics={statistics} asked={asked} />
        <GroupsGrid statistics={statistics} asked={asked} />
      </div>
    </>
  );
}
