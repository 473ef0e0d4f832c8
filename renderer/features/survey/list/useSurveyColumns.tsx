// The columns of the list of surveys.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SURVEY_MEANS, SURVEY_STATES, type SurveyRow } from '../../../../shared/contract/survey.ts';
import { DIMENSIONS } from '../../../../shared/contract/vocabulary.ts';
import type { Column } from '../../../components/grid/DataGrid.tsx';
import { StateTag } from '../../../components/StateTag.tsx';

export function useSurveyColumns(): readonly Column<SurveyRow>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const text = (
      key: 'employeeNumber' | 'agentName' | 'branchName' | 'team' | 'comment',
      width: number,
      more: Partial<Pick<Column<SurveyRow>, 'pinned' | 'hidden' | 'grow'>> = {},
    ): Column<SurveyRow> => ({
      kind: 'text',
      key,
      header: t(`survey.column.${key}`),
      value: (row) => row[key],
      width,
      ...more,
    });
    return [
      {
        kind: 'day',
        key: 'day',
        header: t('survey.column.day'),
        value: (row) => row.day,
        width: 116,
        filter: true,
        sort: 'desc',
        pinned: true,
      },
      text('agentName', 104, { pinned: true }),
      text('employeeNumber', 100, { hidden: true }),
      {
        kind: 'choice',
        key: 'state',
        header: t('survey.column.state'),
        value: (row) => row.state,
        options: SURVEY_STATES.map((value) => ({ value, label: t(`survey.state.${value}`) })),
        width: 92,
        filter: true,
        cell: (row) => (
          <StateTag tone={row.state === 'counted' ? 'met' : 'neutral'}>{t(`survey.state.${row.state}`)}</StateTag>
        ),
      },
      {
        kind: 'choice',
        key: 'means',
        header: t('survey.column.means'),
        value: (row) => row.means,
        options: SURVEY_MEANS.map((value) => ({ value, label: t(`survey.means.${value}`) })),
        width: 104,
      },
      { kind: 'decimal', key: 'csi', header: t('survey.column.csi'), value: (row) => row.csi, width: 84 },
      ...DIMENSIONS.map((dimension): Column<SurveyRow> => ({
        kind: 'decimal',
        key: dimension,
        header: t(`words.dimension.${dimension}`),
        value: (row) => row.dimensions[dimension],
        width: 92,
      })),
      {
        kind: 'text',
        key: 'answered',
        header: t('survey.column.answered'),
        value: (row) => `${row.answered}/${row.items}`,
        width: 88,
      },
      text('comment', 140, { grow: true }),
      text('team', 96, { hidden: true }),
      text('branchName', 140, { hidden: true }),
      {
        kind: 'text',
        key: 'client',
        header: t('survey.column.client'),
        value: (row) => row.client ?? t('survey.anonymous'),
        width: 120,
        hidden: true,
      },
      {
        kind: 'integer',
        key: 'questionnaire',
        header: t('survey.column.questionnaire'),
        value: (row) => row.questionnaireNumber,
        width: 96,
        hidden: true,
      },
      {
        kind: 'text',
        key: 'enteredBy',
        header: t('survey.column.enteredBy'),
        value: (row) => row.enteredByName,
        width: 100,
        hidden: true,
      },
      {
        kind: 'instant',
        key: 'enteredAt',
        header: t('survey.column.enteredAt'),
        value: (row) => row.enteredAt,
        width: 140,
        hidden: true,
      },
    ] satisfies readonly Column<SurveyRow>[];
  }, [t]);
}
