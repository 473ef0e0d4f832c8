// CSI with its interval and count by branch, team or agent; a row opens its surveys. Small groups keep their count alone.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SurveyGroup, SurveyGroupKind, SurveyStatistics } from '../../../../shared/contract/survey.ts';
import { DIMENSIONS } from '../../../../shared/contract/vocabulary.ts';
import { DataGrid, type Column } from '../../../components/grid/DataGrid.tsx';
import { score } from '../../../format.ts';
import { surveysAddress, type SurveysAsked } from '../list/addressFilter.ts';
import { LikertBar } from './LikertBar.tsx';

export interface GroupsGridProps {
  readonly statistics: SurveyStatistics;
  readonly asked: SurveysAsked;
}

function useColumns(by: SurveyGroupKind, least: number): readonly Column<SurveyGroup>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const team = (row: SurveyGroup) => row.team || t('survey.statistics.noTeam');
    const few = t('survey.statistics.tooFew', { least });
    const own: Column<SurveyGroup>[] = [];
    if (by === 'agent')
      own.push(
        {
          kind: 'text',
          key: 'agentName',
          header: t('survey.column.agentName'),
          value: (row) => row.agent?.name ?? '',
          width: 88,
          pinned: true,
        },
        {
          kind: 'text',
          key: 'employeeNumber',
          header: t('survey.column.employeeNumber'),
          value: (row) => row.agent?.employeeNumber ?? '',
          width: 92,
          hidden: true,
        },
      );
    if (by !== 'branch')
      own.push({ kind: 'text', key: 'team', header: t('survey.column.team'), value: team, width: 84 });
    return [
      ...own,
      {
        kind: 'text',
        key: 'branchName',
        header: t('survey.column.branchName'),
        value: (row) => row.branchName,
        width: 120,
        grow: true,
        hidden: by !== 'branch',
      },
      { kind: 'integer', key: 'surveys', header: t('survey.statistics.count'), value: (row) => row.surveys, width: 76 },
      {
        kind: 'decimal',
        key: 'csi',
        header: t('survey.column.csi'),
        value: (row) => row.csi?.mean ?? null,
        width: 70,
      },
      {
        kind: 'text',
        key: 'interval',
        header: t('survey.statistics.intervalColumn'),
        value: ({ csi }) =>
          csi === null || csi.low === null || csi.high === null ? '' : `${score(csi.low)}–${score(csi.high)}`,
        width: 112,
      },
      {
        kind: 'decimal',
        key: 'low',
        header: t('survey.statistics.low'),
        value: (row) => row.csi?.low ?? null,
        width: 92,
        hidden: true,
      },
      {
        kind: 'decimal',
        key: 'high',
        header: t('survey.statistics.high'),
        value: (row) => row.csi?.high ?? null,
        width: 92,
        hidden: true,
      },
      {
        kind: 'text',
        key: 'share',
        header: t('survey.statistics.share'),
        value: (row) => row.counts?.join(' / ') ?? few,
        width: 110,
        grow: true,
        cell: (row) =>
          row.counts ? (
            <LikertBar label={row.agent?.name ?? row.team ?? row.branchName} counts={row.counts} />
          ) : (
            <span className="likert-few">{few}</span>
          ),
      },
      ...DIMENSIONS.map((dimension): Column<SurveyGroup> => ({
        kind: 'decimal',
        key: dimension,
        header: t(`words.dimension.${dimension}`),
        value: (row) => row.dimensions?.[dimension] ?? null,
        width: 96,
        hidden: true,
      })),
    ];
  }, [by, least, t]);
}

const rowId = (row: SurveyGroup): string => `${row.branchId} ${row.team ?? ''} ${row.agent?.id ?? ''}`;

export function GroupsGrid({ statistics, asked }: GroupsGridProps) {
  const { by } = statistics;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useColumns(by, statistics.least);
  const open = ({ branchId, team, agent }: SurveyGroup) => {
    const { branchId: within, ...days } = asked;
    if (agent) void navigate(surveysAddress({ ...days, ...(within ? { branchId: within } : {}), agentId: agent.id }));
    else void navigate(surveysAddress({ ...days, branchId, ...(team === null ? {} : { team }) }));
  };
  return (
    <DataGrid
      key={by}
      name={`surveyGroups.${by}`}
      title={t(`survey.statistics.groups.${by}`)}
      query={{ data: statistics.groups, error: null }}
      columns={columns}
      rowId={rowId}
      onOpen={open}
      empty={{ title: t('survey.statistics.empty'), hint: t('survey.statistics.emptyHint') }}
    />
  );
}
