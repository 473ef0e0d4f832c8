// The drawn records in the order of the draw, replaced ones with their reason, each with its review and the way to it.
import { Button, Flex, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Draw, RecordSample } from '../../../shared/contract/records.ts';
import { client } from '../../client.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { score, useFormat } from '../../format.ts';
import { StateMark } from '../inspection/StateMark.tsx';
import { useAct } from '../inspection/useAct.ts';

export function Draws({ sample }: { readonly sample: RecordSample }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const ask = useConfirm();
  const act = useAct();
  const { id, writable } = sample;
  const rows = new Map(sample.rows.map((row) => [row.id, row]));
  const numbers = new Map(sample.draws.map((draw) => [draw.id, draw.number]));
  const start = async (draw: Draw) => {
    const review = await act(() => client.records.startReview({ id, drawId: draw.id }));
    if (review) void navigate(`/records/reviews/${review.id}/run`);
  };
  const replace = async (draw: Draw) => {
    const reason = await ask.reason({
      title: t('records.draw.replaceTitle'),
      text: t('records.draw.replaceText'),
      label: t('inspection.reason'),
      ok: t('records.draw.replace'),
    });
    if (reason !== null) await act(() => client.records.replace({ id, drawId: draw.id, reason }));
  };
  const state = (draw: Draw) => {
    if (draw.replacedAt !== null)
      return (
        <span>
          <StateTag>{t('records.draw.replaced')}</StateTag>{' '}
          {t('records.draw.replacedWhy', {
            who: draw.replacedBy ?? '',
            time: format.instant(draw.replacedAt),
            reason: draw.reason ?? '',
          })}
        </span>
      );
    return (
      <Flex gap={8} wrap align="center">
        {draw.review === null ? (
          <StateTag>{t('records.draw.waiting')}</StateTag>
        ) : (
          <StateMark state={draw.review.state} />
        )}
        {draw.insteadOf !== null && (
          <span className="inspect-note">
            {t('records.draw.insteadOf', { number: numbers.get(draw.insteadOf) ?? 0 })}
          </span>
        )}
        {draw.withdrawn.map((withdrawn) => (
          <Link key={withdrawn} to={`/records/reviews/${withdrawn}`}>
            {t('records.draw.withdrawn')}
          </Link>
        ))}
      </Flex>
    );
  };
  const result = ({ review }: Draw): string => {
    if (review === null) return '';
    if (review.state === 'inProgress') return t('inspection.answered', { done: review.answered, all: review.checks });
    return t('records.draw.result', {
      share: review.share === null ? '–' : score(review.share),
      failed: review.failed,
    });
  };
  const actions = (draw: Draw) => {
    const { review } = draw;
    if (draw.replacedAt !== null) return null;
    if (review?.state === 'submitted' || (review !== null && !writable))
      return (
        <Button size="small" onClick={() => void navigate(`/records/reviews/${review.id}`)}>
          {t('records.draw.look')}
        </Button>
      );
    if (!writable) return null;
    return (
      <Flex gap={8}>
        <Button size="small" type="primary" onClick={() => void start(draw)}>
          {t(review === null ? 'records.draw.start' : 'records.draw.goOn')}
        </Button>
        {review === null && (
          <Button size="small" onClick={() => void replace(draw)}>
            {t('records.draw.replace')}
          </Button>
        )}
      </Flex>
    );
  };
  return (
    <Table<Draw>
      size="small"
      rowKey="id"
      dataSource={sample.draws}
      pagination={{ defaultPageSize: 50, hideOnSinglePage: true }}
      rowClassName={(draw) => (draw.replacedAt === null ? '' : 'draw-replaced')}
      columns={[
        { title: t('records.draw.number'), dataIndex: 'number', width: 72, align: 'right' },
        { title: t('records.frame.reference'), width: 160, render: (_, draw) => rows.get(draw.rowId)?.reference },
        { title: t('records.frame.day'), width: 112, render: (_, draw) => rows.get(draw.rowId)?.day },
        {
          title: t('records.frame.kind'),
          width: 96,
          render: (_, draw) => t(`words.serviceKind.${rows.get(draw.rowId)?.kind ?? 'other'}`),
        },
        { title: t('records.frame.client'), width: 140, render: (_, draw) => rows.get(draw.rowId)?.client },
        { title: t('records.column.state'), render: (_, draw) => state(draw) },
        { title: t('records.draw.outcome'), width: 220, render: (_, draw) => result(draw) },
        { title: t('records.frame.action'), width: 168, render: (_, draw) => actions(draw) },
      ]}
    />
  );
}
