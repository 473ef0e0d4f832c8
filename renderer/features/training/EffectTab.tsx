// Scores of the trained criteria before and after (7.3), with their intervals, for a course, a training or an agent.
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ScoreComparison } from '../../../shared/contract/dashboard.ts';
import { EFFECT_DAYS, type Effect } from '../../../shared/contract/trainingInsight.ts';
import { client } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { EmptyState } from '../../components/states.tsx';
import { StateTag, type Tone } from '../../components/StateTag.tsx';
import { score } from '../../format.ts';
import { ReadingState } from '../dashboard/ReadingState.tsx';
import { useReading } from '../dashboard/useReading.ts';
import { useSpoken } from '../observation/language.ts';
import './training.css';

const CHANGE_TONES: Readonly<Record<ScoreComparison['change'], Tone>> = {
  higher: 'met',
  lower: 'warn',
  unclear: 'neutral',
  tooFew: 'neutral',
};
const DEFAULT_DAYS = 90;

export interface EffectTabProps {
  readonly of: { readonly kind: 'course' | 'record' | 'agent'; readonly id: string };
}

export function EffectTab({ of }: EffectTabProps) {
  const { t } = useTranslation();
  const [days, setDays] = useState<number>(DEFAULT_DAYS);
  const reading = useReading<Effect>(['training.effect', of, days], (how) => client.training.effect({ of, days }, how));
  return (
    <div className="training-effect">
      <div className="training-choice">
        <span>{t('training.effect.days')}</span>
        <Segmented<number>
          aria-label={t('training.effect.days')}
          value={days}
          options={EFFECT_DAYS.map((value) => ({ value, label: t('training.effect.dayCount', { count: value }) }))}
          onChange={setDays}
        />
      </div>
      {reading.query.data ? <Compared effect={reading.query.data} /> : <ReadingState reading={reading} />}
    </div>
  );
}

function Compared({ effect }: { readonly effect: Effect }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const { trained, compared } = effect;
  if (trained === 0) return <EmptyState title={t('training.effect.empty')} hint={t('training.effect.emptyHint')} />;
  const lines = [
    { code: '', text: t('training.effect.whole'), ...effect.whole },
    ...effect.criteria.map(({ text, ...criterion }) => ({ ...criterion, text: spoken(text) })),
  ];
  const side = ({ mean, count }: ScoreComparison['before']): string =>
    mean === null ? t('training.effect.none') : t('training.effect.value', { mean: score(mean), count });
  const difference = ({ difference: points, low, high }: ScoreComparison): string => {
    if (points === null) return t('training.effect.none');
    if (low === null || high === null) return score(points);
    return t('training.effect.range', { difference: score(points), low: score(low), high: score(high) });
  };
  return (
    <>
      <p className="training-hint">{t('training.effect.rule', { compared, trained })}</p>
      <section className="panel">
        <table className="training-table">
          <thead>
            <tr>
              <th scope="col">{t('training.effect.criterion')}</th>
              <th scope="col">{t('training.effect.before')}</th>
              <th scope="col">{t('training.effect.after')}</th>
              <th scope="col">{t('training.effect.difference')}</th>
              <th scope="col">{t('training.effect.change')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.code}>
                <th scope="row">
                  {line.code} {line.text}
                </th>
                <td>{side(line.before)}</td>
                <td>{side(line.after)}</td>
                <td>{difference(line)}</td>
                <td>
                  <StateTag tone={CHANGE_TONES[line.change]}>{t(`training.effect.changes.${line.change}`)}</StateTag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {effect.rows.length > 1 && <Rows rows={effect.rows} />}
    </>
  );
}

type EffectRow = Effect['rows'][number];

function Rows({ rows }: { readonly rows: readonly EffectRow[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useMemo<readonly Column<EffectRow>[]>(
    () => [
      { key: 'agent', kind: 'text', header: t('training.field.agentName'), value: (r) => r.agentName, width: 120 },
      { key: 'number', kind: 'text', header: t('training.field.agent'), value: (r) => r.employeeNumber, width: 112 },
      { key: 'day', kind: 'day', header: t('training.field.day'), value: (r) => r.day, width: 120 },
      { key: 'before', kind: 'decimal', header: t('training.effect.before'), value: (r) => r.before, width: 112 },
      {
        ...{ key: 'beforeCount', kind: 'integer', header: `${t('training.effect.before')} n`, width: 112 },
        value: (r) => r.beforeCount,
      },
      { key: 'after', kind: 'decimal', header: t('training.effect.after'), value: (r) => r.after, width: 112 },
      {
        ...{ key: 'afterCount', kind: 'integer', header: `${t('training.effect.after')} n`, width: 112 },
        value: (r) => r.afterCount,
      },
      {
        ...{ key: 'difference', kind: 'decimal', header: t('training.effect.difference'), width: 128 },
        value: (r) => (r.before === null || r.after === null ? null : r.after - r.before),
      },
    ],
    [t],
  );
  return (
    <DataGrid<EffectRow>
      name="training.effect"
      title={t('training.effect.rows')}
      query={{ data: rows, error: null }}
      columns={columns}
      rowId={(row) => row.recordId}
      height="360px"
      onOpen={(row) => void navigate(`/training/records/${row.recordId}`)}
      empty={{ title: t('training.effect.empty') }}
    />
  );
}
