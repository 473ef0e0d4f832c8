// The criteria of a version as a list: found by text in both languages, by code and by pinyin initials.
import { FlagFilled } from '@ant-design/icons';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  EVIDENCE_RULES,
  METHODS,
  SCALES,
  STAGES,
  type Clause,
  type Criterion,
} from '../../../shared/contract/standard.ts';
import { INDICATORS, PROTECTION_ELEMENTS } from '../../../shared/contract/vocabulary.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { useSpoken } from '../observation/language.ts';

export interface CriteriaGridProps {
  readonly criteria: readonly Criterion[];
  readonly clauses: readonly Clause[];
  readonly initials: Readonly<Record<string, string>>;
  readonly onCurrent: (criterion: Criterion) => void;
  /** Enter or a double click; only where lines can be edited. */
  readonly onOpen?: (criterion: Criterion) => void;
  /** For a clause without criteria. */
  readonly emptyAction?: ReactNode;
}

export function CriteriaGrid({ criteria, clauses, initials, onCurrent, onOpen, emptyAction }: CriteriaGridProps) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const columns = useMemo<readonly Column<Criterion>[]>(
    () => [
      { key: 'code', kind: 'text', header: t('standard.field.code'), value: (c) => c.code, width: 74, pinned: true },
      {
        key: 'redLine',
        kind: 'choice',
        header: t('standard.field.redLine'),
        value: (c) => String(c.redLine),
        options: [
          { value: 'true', label: t('words.redLine') },
          { value: 'false', label: t('words.no') },
        ],
        width: 64,
        filter: true,
        cell: (c) =>
          c.redLine && (
            <FlagFilled className="standard-red-line" role="img" aria-label={t('words.redLine')} aria-hidden={false} />
          ),
      },
      {
        key: 'text',
        kind: 'text',
        header: t('standard.field.text'),
        value: (c) => spoken(c.text),
        cell: (c) => <span title={spoken(c.text)}>{spoken(c.text)}</span>,
        width: 240,
        grow: true,
      },
      {
        key: 'method',
        kind: 'choice',
        header: t('standard.field.method'),
        value: (c) => c.method,
        options: METHODS.map((value) => ({ value, label: t(`words.method.${value}`) })),
        filter: true,
        hidden: true,
      },
      {
        key: 'stage',
        kind: 'choice',
        header: t('standard.field.stage'),
        value: (c) => c.stage,
        options: STAGES.map((value) => ({ value, label: t(`words.stage.${value}`) })),
        width: 86,
        hidden: true,
      },
      {
        key: 'indicator',
        kind: 'choice',
        header: t('standard.field.indicator'),
        value: (c) => c.indicator,
        options: INDICATORS.map((value) => ({ value, label: t(`words.indicator.${value}`) })),
        width: 96,
      },
      {
        key: 'scale',
        kind: 'choice',
        header: t('standard.field.scale'),
        value: (c) => c.scale,
        options: SCALES.map((value) => ({ value, label: t(`words.scale.${value}`) })),
        width: 90,
        hidden: true,
      },
      {
        key: 'weight',
        kind: 'decimal',
        header: t('standard.field.weight'),
        value: (c) => c.weight,
        digits: 1,
        width: 68,
      },
      {
        key: 'required',
        kind: 'choice',
        header: t('standard.field.required'),
        value: (c) => String(c.required),
        options: [
          { value: 'true', label: t('words.yes') },
          { value: 'false', label: t('words.no') },
        ],
        width: 70,
        hidden: true,
      },
      {
        key: 'evidence',
        kind: 'choice',
        header: t('standard.field.evidence'),
        value: (c) => c.evidence,
        options: EVIDENCE_RULES.map((value) => ({ value, label: t(`words.evidenceRule.${value}`) })),
        width: 100,
        hidden: true,
      },
      {
        key: 'protection',
        kind: 'choice',
        header: t('standard.field.protection'),
        value: (c) => c.protection,
        options: PROTECTION_ELEMENTS.map((value) => ({ value, label: t(`words.protection.${value}`) })),
        width: 130,
        hidden: true,
      },
    ],
    [spoken, t],
  );
  const titles = useMemo(() => new Map(clauses.map(({ id, title }) => [id, title])), [clauses]);
  return (
    <DataGrid
      name="standard"
      title={t('standard.criteria')}
      query={{ data: criteria, error: null }}
      columns={columns}
      rowId={(c) => c.code}
      onCurrent={onCurrent}
      {...(onOpen ? { onOpen } : {})}
      searchText={(c) => {
        const title = titles.get(c.clause);
        return [
          ...[c.text, c.meets, c.fails, ...(title ? [title] : [])].flatMap(({ zh, en }) => [zh, en]),
          initials[c.code] ?? '',
          initials[c.clause] ?? '',
        ].join('\n');
      }}
      empty={{ title: t('standard.noCriteria'), hint: t('standard.noCriteriaHint'), action: emptyAction }}
    />
  );
}
