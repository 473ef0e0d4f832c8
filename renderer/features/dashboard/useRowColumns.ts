// The columns of the rows behind each chart.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FindingSource, type DashboardRow, type DashboardRows } from '../../../shared/contract/dashboard.ts';
import { PROBLEM_CLASSES } from '../../../shared/contract/vocabulary.ts';
import { useAppearance } from '../../Appearance.tsx';
import type { Column } from '../../components/grid/DataGrid.tsx';

type Columns = readonly Column<DashboardRow>[];

export function useRowColumns(what: DashboardRows): Columns {
  const { t } = useTranslation();
  const { language } = useAppearance();
  return useMemo(() => {
    const who: Columns = [
      {
        ...{ key: 'day', kind: 'day', filter: true, width: 112, sort: 'desc' },
        header: what === 'visits' ? t('dashboard.row.dueOn') : t('dashboard.row.day'),
        value: (row) => row.day,
      },
      { key: 'agent', kind: 'text', header: t('dashboard.row.agent'), value: (row) => row.agentName, width: 96 },
      { key: 'number', kind: 'text', header: t('dashboard.row.number'), value: (row) => row.employeeNumber, width: 96 },
      { key: 'team', kind: 'text', header: t('dashboard.row.team'), value: (row) => row.team, width: 96 },
    ];
    const source: Column<DashboardRow> = {
      ...{ key: 'source', kind: 'choice', header: t('dashboard.row.source'), filter: true, width: 104 },
      value: (row) => row.source,
      options: FindingSource.options.map((value) => ({ value, label: t(`dashboard.row.sources.${value}`) })),
    };
    const criterion: Columns = [
      {
        key: 'criterion',
        kind: 'text',
        header: t('dashboard.row.criterion'),
        value: (row) => row.criterion,
        width: 88,
      },
      {
        ...{ key: 'text', kind: 'text', header: t('dashboard.row.text'), width: 200, grow: true },
        value: (row) => row.text?.[language === 'en' ? 'en' : 'zh'] ?? null,
      },
    ];
    const decimal = (header: string): Column<DashboardRow> => ({
      ...{ key: 'value', kind: 'decimal', header, width: 112 },
      value: (row) => row.value,
    });
    switch (what) {
      case 'failing':
      case 'control':
        return [...who, source, ...criterion, decimal(t('dashboard.row.value'))];
      case 'problems':
        return [
          ...who,
          source,
          {
            ...{ key: 'class', kind: 'choice', header: t('dashboard.row.class'), filter: true, width: 96 },
            value: (row) => row.class,
            options: PROBLEM_CLASSES.map((value) => ({ value, label: t(`words.problemClass.${value}`) })),
          },
          ...criterion,
          {
            ...{ key: 'description', kind: 'text', header: t('dashboard.row.description'), width: 200 },
            value: (row) => row.description,
          },
        ];
      case 'surveys':
        return [...who, decimal(t('dashboard.row.csi'))];
      case 'requests':
        return [
          ...who,
          {
            key: 'asked',
            kind: 'instant',
            header: t('dashboard.row.askedAt'),
            value: (row) => row.askedAt,
            width: 144,
          },
          {
            ...{ key: 'replied', kind: 'instant', header: t('dashboard.row.repliedAt'), width: 144 },
            value: (row) => row.repliedAt,
          },
          {
            ...{ key: 'solved', kind: 'instant', header: t('dashboard.row.solvedAt'), width: 144 },
            value: (row) => row.solvedAt,
          },
          decimal(t('dashboard.row.hours')),
        ];
      case 'visits':
        return [
          ...who,
          { key: 'made', kind: 'day', header: t('dashboard.row.madeOn'), value: (row) => row.madeOn, width: 112 },
        ];
    }
  }, [t, language, what]);
}
