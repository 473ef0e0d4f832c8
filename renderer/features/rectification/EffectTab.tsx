// 效果: the same criteria before and after with intervals, what the rule proposes, and what a named person confirmed.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ScoreComparison } from '../../../shared/contract/dashboard.ts';
import {
  EFFECTS,
  type Effect,
  type EffectView,
  type RectificationRecord,
} from '../../../shared/contract/rectification.ts';
import { hasBegun, intervalOnScale } from '../../../shared/domain/rectification/effect.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { api, client } from '../../client.ts';
import { EmptyState, Loaded } from '../../components/states.tsx';
import { StateTag, type Tone } from '../../components/StateTag.tsx';
import { score, useFormat } from '../../format.ts';
import { useSpoken } from '../observation/language.ts';
import { FindingList } from './FindingList.tsx';
import { MoveDialog, useNeeded } from './MoveDialog.tsx';

const EFFECT_TONES: Readonly<Record<Effect, Tone>> = {
  solved: 'met',
  partly: 'warn',
  notSolved: 'danger',
  notAssessable: 'neutral',
};

interface Values {
  readonly effect: Effect;
  readonly reason: string;
}

export function EffectTab({ record }: { readonly record: RectificationRecord }) {
  const { t } = useTranslation();
  const { id, verifiedAt, effectDays } = record;
  const effect = useQuery({
    ...api.rectification.effect.queryOptions({ input: { id } }),
    ...{ enabled: verifiedAt !== null, staleTime: 0 },
  });
  if (verifiedAt === null) return <EmptyState title={t('rectification.record.effectLater', { days: effectDays })} />;
  return <Loaded query={effect}>{(view) => <View record={record} view={view} />}</Loaded>;
}

interface Line extends ScoreComparison {
  readonly key: string;
  readonly name: string;
}

function Comparison({ view }: { readonly view: EffectView }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const sample = ({ count, mean }: ScoreComparison['before']) =>
    mean === null ? t('rectification.record.noSample') : t('rectification.record.sample', { mean: score(mean), count });
  const difference = (line: Line) => {
    if (line.difference === null) return '–';
    const held = intervalOnScale(line);
    if (held === null) return score(line.difference);
    const shown = { difference: score(line.difference), low: score(held.low), high: score(held.high) };
    return held.tooFew ? t('rectification.record.intervalTooFew', shown) : t('rectification.record.interval', shown);
  };
  const stretch = ({ start, end }: EffectView['before']) => ({ from: start, to: addDays(end, -1) });
  const after = hasBegun(view.after)
    ? t('rectification.record.after', stretch(view.after))
    : t('rectification.record.afterFrom', { from: view.after.start });
  const lines: Line[] = [
    ...view.criteria.map((one) => ({ ...one, key: one.criterion, name: `${one.criterion} ${spoken(one.text)}` })),
    { ...view.whole, key: '', name: t('rectification.record.whole') },
  ];
  return (
    <Table<Line>
      size="small"
      pagination={false}
      dataSource={lines}
      columns={[
        { title: t('rectification.record.criterion'), dataIndex: 'name' },
        { title: t('rectification.record.before', stretch(view.before)), render: (_, line) => sample(line.before) },
        { title: after, render: (_, line) => sample(line.after) },
        { title: t('rectification.record.difference'), render: (_, line) => difference(line) },
      ]}
    />
  );
}

function View({ record, view }: { readonly record: RectificationRecord; readonly view: EffectView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [confirming, setConfirming] = useState(false);
  const { id, confirmedEffect: confirmed, refusals } = record;
  const effectWords = (effect: Effect) => t(`rectification.effect.${effect}`);
  const unsolved = confirmed?.effect === 'notSolved' || confirmed?.effect === 'partly';
  const follow = () => {
    const ids = [
      ...record.findingRows.filter(({ standing }) => standing),
      ...view.repeated.filter(({ status }) => status === 'open'),
    ];
    void navigate(`/rectifications/new?findings=${ids.map((one) => one.id).join(',')}&follows=${id}`);
  };
  return (
    <>
      <div className="rect-bar">
        <StateTag tone={EFFECT_TONES[view.proposed]}>
          {t('rectification.record.proposed', { effect: effectWords(view.proposed) })}
        </StateTag>
        <span>{t(`rectification.record.why.${view.why}`)}</span>
        {refusals.confirmEffect === null && (
          <Button {...(confirmed ? {} : { type: 'primary' as const })} onClick={() => setConfirming(true)}>
            {t(confirmed ? 'rectification.record.confirmAgain' : 'rectification.record.confirm')}
          </Button>
        )}
        {unsolved && record.followedBy.length === 0 && (
          <Button type="primary" onClick={follow}>
            {t('rectification.record.followUp')}
          </Button>
        )}
      </div>
      {view.early && (
        <Alert
          className="rect-alert"
          type="info"
          showIcon
          title={t('rectification.record.effectEarly', { day: view.from })}
        />
      )}
      {confirmed && (
        <Alert
          className="rect-alert"
          type={confirmed.effect === 'solved' ? 'success' : 'warning'}
          showIcon
          title={t('rectification.record.confirmed', {
            ...{ who: confirmed.by, time: format.instant(confirmed.at), effect: effectWords(confirmed.effect) },
          })}
          description={confirmed.reason}
        />
      )}
      <Comparison view={view} />
      <p>{t('rectification.record.rule')}</p>
      {view.repeated.length > 0 && (
        <section className="rect-block">
          <h2>{t('rectification.record.repeated', { count: view.repeated.length })}</h2>
          <FindingList findings={view.repeated} />
        </section>
      )}
      {confirming && <ConfirmDialog id={id} proposed={view.proposed} onClose={() => setConfirming(false)} />}
    </>
  );
}

interface ConfirmProps {
  readonly id: string;
  readonly proposed: Effect;
  readonly onClose: () => void;
}

function ConfirmDialog({ id, proposed, onClose }: ConfirmProps) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const label = t('rectification.ask.reason');
  return (
    <MoveDialog<Values>
      title={t('rectification.ask.effectTitle')}
      ok={t('rectification.record.confirm')}
      keep={`${id}.effect`}
      initial={{ effect: proposed }}
      onClose={onClose}
      run={(values) => client.rectification.confirmEffect({ ...values, id, reason: values.reason.trim() })}
    >
      <Form.Item name="effect" label={t('rectification.ask.effectField')}>
        <Select options={EFFECTS.map((value) => ({ value, label: t(`rectification.effect.${value}`) }))} />
      </Form.Item>
      <Form.Item name="reason" label={label} rules={needed(label)}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </MoveDialog>
  );
}
