// The columns of the ranking grid, and of the group below it that is not ranked.
import { CheckOutlined, ClockCircleOutlined, FlagFilled } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Band, COUNTED_KINDS, type ResultRow } from '../../../shared/contract/assessment.ts';
import { Grade } from '../../../shared/contract/vocabulary.ts';
import type { Column } from '../../components/grid/DataGrid.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { score } from '../../format.ts';
import { IntervalCell, Sparkline, type Scale } from './figures.tsx';
import { GRADE_TONES } from './gradeTones.ts';

export type RankingGroup = 'ranked' | 'apart';

const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${score(Math.abs(value))}`;

function GradeCell({ row }: { readonly row: ResultRow }) {
  const { t } = useTranslation();
  return (
    <span className="assessment-grade">
      <StateTag
        tone={row.vetoed ? 'danger' : GRADE_TONES[row.grade]}
        icon={row.vetoed ? <FlagFilled aria-label={t('assessment.ranking.vetoed')} /> : undefined}
      >
        {t(`words.grade.${row.grade}`)}
      </StateTag>
      {row.pendingRedLines > 0 && (
        <Tooltip title={t('assessment.ranking.pending')}>
          <ClockCircleOutlined role="img" aria-label={t('assessment.ranking.pending')} />
        </Tooltip>
      )}
    </span>
  );
}

/** How many pieces of evidence count; the kinds of them when pointed at. */
function EvidenceCount({ row }: { readonly row: ResultRow }) {
  const { t } = useTranslation();
  const counted = COUNTED_KINDS.flatMap((kind) => {
    const count = row.counts[kind];
    return count === undefined ? [] : [{ kind, count }];
  });
  const words = counted.map(({ kind, count }) => `${t(`assessment.kind.${kind}`)} ${count}`).join('\n');
  return <span title={words}>{counted.reduce((sum, { count }) => sum + count, 0)}</span>;
}

function ReviewMark({ done }: { readonly done: boolean }) {
  const { t } = useTranslation();
  return done ? (
    <CheckOutlined className="assessment-met" role="img" aria-label={t('assessment.ranking.reviewed')} />
  ) : (
    <span className="assessment-quiet">{t('assessment.ranking.unreviewed')}</span>
  );
}

/** From here on the ranking has room for decisions, trend, team and number; below, they are in the column chooser. */
const WIDE = '(width >= 1600px)';

/** The value before a veto has a column where somebody is vetoed. */
export function useRankingColumns(group: RankingGroup, scale: Scale, vetoes: boolean): readonly Column<ResultRow>[] {
  const { t } = useTranslation();
  return useMemo<readonly Column<ResultRow>[]>(() => {
    const counts = (row: ResultRow): string =>
      COUNTED_KINDS.flatMap((kind) => {
        const count = row.counts[kind];
        return count === undefined ? [] : [`${t(`assessment.short.${kind}`)} ${count}`];
      }).join('  ');
    const decisions = (row: ResultRow): string =>
      row.decisions.map(({ kind, name }) => name || t(`assessment.decision.kinds.${kind}`)).join('  ');
    const ranked = group === 'ranked';
    const wide = matchMedia(WIDE).matches;
    const columns: (Column<ResultRow> | false)[] = [
      ranked && {
        key: 'rank',
        kind: 'integer',
        header: t('assessment.ranking.rank'),
        value: (r) => r.rank,
        width: 68,
        sort: 'asc',
      },
      {
        key: 'name',
        kind: 'text',
        header: t('assessment.ranking.name'),
        value: (r) => r.name,
        width: 72,
        pinned: true,
      },
      {
        key: 'graded',
        kind: 'decimal',
        header: t('assessment.ranking.graded'),
        value: (r) => r.graded,
        cell: (r) => <IntervalCell row={r} scale={scale} />,
        width: 116,
      },
      {
        key: 'grade',
        kind: 'choice',
        header: t('assessment.ranking.grade'),
        value: (r) => r.grade,
        options: Grade.options.map((value) => ({ value, label: t(`words.grade.${value}`) })),
        cell: (r) => <GradeCell row={r} />,
        // The word of those apart is longer.
        width: ranked ? 92 : 144,
        ...(ranked ? { filter: true } : {}),
      },
      ranked && {
        key: 'band',
        kind: 'choice',
        header: t('assessment.ranking.band'),
        value: (r) => r.band,
        options: Band.options.map((value) => ({ value, label: t(`assessment.bands.${value}`) })),
        width: 64,
      },
      {
        key: 'composite',
        kind: 'decimal',
        header: t('assessment.ranking.composite'),
        value: (r) => (r.vetoed ? r.composite : null),
        width: 68,
        hidden: !vetoes,
      },
      ranked && {
        key: 'value',
        kind: 'decimal',
        header: t('assessment.ranking.value'),
        value: (r) => r.rankingValue,
        width: 68,
      },
      {
        key: 'change',
        kind: 'decimal',
        header: t('assessment.ranking.change'),
        value: (r) => r.change,
        cell: (r) => <span>{r.change === null ? '' : signed(r.change)}</span>,
        width: 68,
      },
      {
        key: 'evidence',
        kind: 'integer',
        header: t('assessment.ranking.evidence'),
        value: (r) => COUNTED_KINDS.reduce((sum, kind) => sum + (r.counts[kind] ?? 0), 0),
        cell: (r) => <EvidenceCount row={r} />,
        width: 72,
      },
      {
        key: 'review',
        kind: 'choice',
        header: t('assessment.ranking.review'),
        value: (r) => (r.review === null ? 'no' : 'yes'),
        options: [
          { value: 'no', label: t('assessment.ranking.unreviewed') },
          { value: 'yes', label: t('assessment.ranking.reviewed') },
        ],
        cell: (r) => <ReviewMark done={r.review !== null} />,
        width: 68,
      },
      {
        key: 'decisions',
        kind: 'text',
        header: t('assessment.ranking.decisions'),
        value: (r) => decisions(r),
        width: 112,
        hidden: !wide,
      },
      ranked && {
        key: 'trend',
        kind: 'text',
        header: t('assessment.ranking.trend'),
        value: (r) => r.trend.map((value) => (value === null ? '' : score(value))).join(' '),
        cell: (r) => <Sparkline values={r.trend} />,
        width: 104,
        hidden: !wide,
      },
      {
        key: 'team',
        kind: 'text',
        header: t('assessment.ranking.team'),
        value: (r) => r.team,
        width: 96,
        hidden: ranked && !wide,
      },
      {
        key: 'number',
        kind: 'text',
        header: t('assessment.ranking.number'),
        value: (r) => r.employeeNumber,
        width: 104,
        hidden: !wide,
      },
      {
        key: 'kinds',
        kind: 'text',
        header: t('assessment.ranking.kinds'),
        value: counts,
        width: 136,
        hidden: true,
      },
      { key: 'branch', kind: 'text', header: t('assessment.ranking.branch'), value: (r) => r.branchName, hidden: true },
      {
        key: 'coverage',
        kind: 'decimal',
        header: t('assessment.ranking.coverage'),
        value: (r) => r.coverage,
        width: 88,
        hidden: ranked,
      },
      {
        key: 'sessions',
        kind: 'integer',
        header: t('assessment.ranking.sessions'),
        value: (r) => r.sessions,
        width: 88,
        hidden: ranked || !wide,
      },
      {
        key: 'low',
        kind: 'decimal',
        header: t('assessment.ranking.low'),
        value: (r) => r.interval?.low ?? null,
        width: 88,
        hidden: true,
      },
      {
        key: 'high',
        kind: 'decimal',
        header: t('assessment.ranking.high'),
        value: (r) => r.interval?.high ?? null,
        width: 88,
        hidden: true,
      },
    ];
    return columns.filter((column) => column !== false);
  }, [t, group, scale, vetoes]);
}
