// The columns of 整改跟踪台账. Those with a filter are asked of main by their key.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { LEDGER_SOURCES, RECTIFICATION_STATES, SEVERITIES } from '../../../shared/contract/findings.ts';
import { EFFECTS, TOLD, type RectificationRow } from '../../../shared/contract/rectification.ts';
import { PROBLEM_CLASSES } from '../../../shared/contract/vocabulary.ts';
import type { Column } from '../../components/grid/DataGrid.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { RECTIFICATION_TONES, SEVERITY_TONES } from './tones.ts';

/** The agents and teams that the ledger has, to be chosen from. */
export interface LedgerChoices {
  readonly agents: readonly { readonly id: string; readonly name: string; readonly number: string }[];
  readonly teams: readonly string[];
}

/** `choices` and `rows` must keep their identity, as the columns do. */
export function useRectificationColumns(
  choices: LedgerChoices,
  rows: readonly RectificationRow[] | undefined,
): readonly Column<RectificationRow>[] {
  const { t } = useTranslation();
  return useMemo((): readonly Column<RectificationRow>[] => {
    const names = choices.agents.map(({ name }) => name);
    const namesakes = new Set(names.filter((name, at) => names.indexOf(name) !== at));
    const joined = (
      key: 'class' | 'source',
      width: number,
      options: readonly string[],
      label: (value: string) => string,
      value: (row: RectificationRow) => readonly string[],
    ): Column<RectificationRow> => ({
      ...{ key, kind: 'choice', header: t(`rectification.column.${key}`), width, filter: true },
      hidden: key === 'source',
      value: (row) => value(row).join(' ') || null,
      options: [
        ...options.map((one) => ({ value: one, label: label(one) })),
        ...[
          ...new Set(
            (rows ?? [])
              .map(value)
              .filter((several) => several.length > 1)
              .map((several) => several.join(' ')),
          ),
        ].map((several) => ({ value: several, label: several.split(' ').map(label).join(' · ') })),
      ],
    });
    return [
      {
        ...{
          key: 'state',
          kind: 'choice',
          header: t('rectification.column.state'),
          width: 112,
          pinned: true,
          filter: true,
        },
        value: (row) => row.state,
        options: RECTIFICATION_STATES.map((value) => ({ value, label: t(`rectification.state.${value}`) })),
        cell: ({ state }) => <StateTag tone={RECTIFICATION_TONES[state]}>{t(`rectification.state.${state}`)}</StateTag>,
      },
      {
        key: 'deadline',
        kind: 'day',
        header: t('rectification.column.deadline'),
        value: (row) => row.deadline,
        width: 108,
      },
      {
        ...{ key: 'overdue', kind: 'integer', header: t('rectification.column.overdue'), width: 92 },
        value: ({ daysOverdue }) => (daysOverdue > 0 ? daysOverdue : null),
        cell: ({ daysOverdue }) => (daysOverdue > 0 ? <StateTag tone="danger">{daysOverdue}</StateTag> : null),
      },
      {
        ...{ key: 'title', kind: 'text', header: t('rectification.column.title'), width: 150, grow: true },
        value: (row) => row.title,
      },
      {
        ...{ key: 'agent', kind: 'choice', header: t('rectification.column.agent'), width: 92, filter: true },
        value: (row) => row.agentId,
        options: choices.agents.map(({ id, name, number }) => ({
          value: id,
          label: namesakes.has(name) ? `${name} ${number}` : name,
        })),
        cell: (row) => row.agentName,
      },
      {
        key: 'number',
        kind: 'text',
        header: t('rectification.column.number'),
        value: (row) => row.employeeNumber,
        width: 88,
      },
      {
        ...{ key: 'team', kind: 'choice', header: t('rectification.column.team'), width: 84, filter: true },
        value: (row) => row.team,
        options: choices.teams.map((value) => ({ value, label: value })),
      },
      {
        key: 'owner',
        kind: 'text',
        header: t('rectification.column.owner'),
        value: (row) => row.owner.name,
        width: 88,
      },
      {
        ...{ key: 'severity', kind: 'choice', header: t('rectification.column.severity'), width: 92 },
        value: (row) => row.severity,
        options: SEVERITIES.map((value) => ({ value, label: t(`findings.severity.${value}`) })),
        cell: ({ severity }) => (
          <StateTag tone={SEVERITY_TONES[severity]}>{t(`findings.severity.${severity}`)}</StateTag>
        ),
      },
      joined(
        'class',
        92,
        PROBLEM_CLASSES,
        (value) => t(`words.problemClass.${value as 'attitude'}`),
        (row) => row.classes,
      ),
      joined(
        'source',
        96,
        LEDGER_SOURCES,
        (value) => t(`findings.source.${value as 'manual'}`),
        (row) => row.sources,
      ),
      {
        key: 'nextCheck',
        kind: 'day',
        header: t('rectification.column.nextCheck'),
        value: (row) => row.nextCheck,
        width: 108,
      },
      {
        key: 'findings',
        kind: 'integer',
        header: t('rectification.column.findings'),
        value: (row) => row.findings,
        width: 76,
        hidden: true,
      },
      {
        key: 'extensions',
        kind: 'integer',
        header: t('rectification.column.extensions'),
        value: (row) => row.extensions,
        width: 92,
        hidden: true,
      },
      {
        key: 'firstDeadline',
        kind: 'day',
        header: t('rectification.column.firstDeadline'),
        value: (row) => row.firstDeadline,
        width: 108,
        hidden: true,
      },
      {
        ...{ key: 'effect', kind: 'choice', header: t('rectification.column.effect'), width: 104, hidden: true },
        value: (row) => row.effect,
        options: EFFECTS.map((value) => ({ value, label: t(`rectification.effect.${value}`) })),
      },
      {
        ...{ key: 'told', kind: 'text', header: t('rectification.column.told'), width: 80, hidden: true },
        value: ({ told }) => `${told}/${TOLD.length}`,
      },
      {
        key: 'criteria',
        kind: 'text',
        header: t('rectification.column.criteria'),
        value: (row) => row.criteria.join(' '),
        width: 120,
        hidden: true,
      },
      {
        key: 'branch',
        kind: 'text',
        header: t('rectification.column.branch'),
        value: (row) => row.branchName,
        width: 120,
        hidden: true,
      },
      {
        key: 'plannedOn',
        kind: 'day',
        header: t('rectification.column.plannedOn'),
        value: (row) => row.plannedOn,
        width: 108,
        hidden: true,
      },
      {
        key: 'submittedAt',
        kind: 'instant',
        header: t('rectification.column.submittedAt'),
        value: (row) => row.submittedAt,
        width: 148,
        hidden: true,
      },
      {
        key: 'verifiedAt',
        kind: 'instant',
        header: t('rectification.column.verifiedAt'),
        value: (row) => row.verifiedAt,
        width: 148,
        hidden: true,
      },
      {
        key: 'verifiedBy',
        kind: 'text',
        header: t('rectification.column.verifiedBy'),
        value: (row) => row.verifiedBy,
        width: 96,
        hidden: true,
      },
      {
        key: 'closedAt',
        kind: 'instant',
        header: t('rectification.column.closedAt'),
        value: (row) => row.closedAt,
        width: 148,
        hidden: true,
      },
    ];
  }, [t, choices, rows]);
}

export const rectificationTone = ({ state, daysOverdue }: RectificationRow): 'danger' | 'quiet' | undefined => {
  if (daysOverdue > 0) return 'danger';
  return state === 'closed' || state === 'withdrawn' ? 'quiet' : undefined;
};
