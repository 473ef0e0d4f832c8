// The columns of the ledger of findings. Those with a filter are asked of main by their key.
import { PictureOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FINDING_STATUSES, LEDGER_SOURCES, SEVERITIES, type FindingRow } from '../../../shared/contract/findings.ts';
import { PROBLEM_CLASSES, PROTECTION_ELEMENTS } from '../../../shared/contract/vocabulary.ts';
import type { Column } from '../../components/grid/DataGrid.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useSpoken } from '../observation/language.ts';
import { SEVERITY_TONES, STATUS_TONES } from './tones.ts';
import './findings.css';

export function useFindingColumns(): readonly Column<FindingRow>[] {
  const { t } = useTranslation();
  const spoken = useSpoken();
  return useMemo((): readonly Column<FindingRow>[] => {
    const text = (
      key: 'agent' | 'number' | 'branch' | 'team' | 'place' | 'serviceContent' | 'scopeOfImpact' | 'clause' | 'foundBy',
      width: number,
      value: (row: FindingRow) => string | null,
      hidden = false,
    ): Column<FindingRow> => ({ key, kind: 'text', header: t(`findings.field.${key}`), width, value, hidden });
    return [
      {
        ...{
          key: 'status',
          kind: 'choice',
          header: t('findings.field.status'),
          width: 104,
          pinned: true,
          filter: true,
        },
        value: (row) => row.status,
        options: FINDING_STATUSES.map((value) => ({ value, label: t(`findings.status.${value}`) })),
        cell: ({ status }) => <StateTag tone={STATUS_TONES[status]}>{t(`findings.status.${status}`)}</StateTag>,
      },
      { key: 'day', kind: 'day', header: t('findings.field.day'), value: (row) => row.day, width: 108, filter: true },
      text('agent', 92, (row) => row.agentName),
      text('number', 92, (row) => row.employeeNumber),
      {
        ...{ key: 'source', kind: 'choice', header: t('findings.field.source'), width: 104, filter: true },
        value: (row) => row.source,
        options: LEDGER_SOURCES.map((value) => ({ value, label: t(`findings.source.${value}`) })),
      },
      {
        ...{ key: 'severity', kind: 'choice', header: t('findings.field.severity'), width: 96, filter: true },
        value: (row) => row.severity,
        options: SEVERITIES.map((value) => ({ value, label: t(`findings.severity.${value}`) })),
        cell: ({ severity }) => (
          <StateTag tone={SEVERITY_TONES[severity]}>{t(`findings.severity.${severity}`)}</StateTag>
        ),
      },
      {
        ...{ key: 'class', kind: 'choice', header: t('findings.field.class'), width: 96, filter: true },
        value: (row) => row.class,
        options: PROBLEM_CLASSES.map((value) => ({ value, label: t(`words.problemClass.${value}`) })),
      },
      {
        ...{ key: 'criterion', kind: 'text', header: t('findings.field.criterion'), width: 128 },
        value: ({ criterion, criterionText }) =>
          criterion === null ? null : `${criterion} ${criterionText === null ? '' : spoken(criterionText)}`,
      },
      {
        ...{ key: 'description', kind: 'text', header: t('findings.field.description'), width: 160, grow: true },
        value: (row) => row.description,
        cell: ({ description, photos }) => (
          <>
            {photos > 0 && (
              <span className="finding-photos" title={t('findings.photos.show', { count: photos })}>
                <PictureOutlined aria-label={t('findings.field.photos')} /> {photos}
              </span>
            )}
            {description}
          </>
        ),
      },
      { key: 'deadline', kind: 'day', header: t('findings.field.deadline'), value: (row) => row.deadline, width: 108 },
      {
        ...{ key: 'photos', kind: 'integer', header: t('findings.field.photos'), width: 72, hidden: true },
        value: ({ photos }) => (photos > 0 ? photos : null),
      },
      text('place', 120, (row) => row.place, true),
      text('serviceContent', 140, (row) => row.serviceContent, true),
      text('scopeOfImpact', 140, (row) => row.scopeOfImpact, true),
      text('clause', 80, (row) => row.clause, true),
      {
        ...{ key: 'element', kind: 'choice', header: t('findings.field.element'), width: 120, hidden: true },
        value: (row) => row.element,
        options: PROTECTION_ELEMENTS.map((value) => ({ value, label: t(`words.protection.${value}`) })),
      },
      text('branch', 120, (row) => row.branchName, true),
      text('team', 96, (row) => row.team, true),
      text('foundBy', 96, (row) => row.foundBy, true),
    ];
  }, [t, spoken]);
}
