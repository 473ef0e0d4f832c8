// A sample of service records: first its frame is registered, then drawn from; each drawn record is opened for review.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { RecordSample } from '../../../shared/contract/records.ts';
import { useAccount } from '../../account.ts';
import { api, client } from '../../client.ts';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { Loaded } from '../../components/states.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { inspectionHistory } from '../inspection/inspectionHistory.ts';
import { useAct } from '../inspection/useAct.ts';
import { Draws } from './Draws.tsx';
import { DrawForm } from './DrawForm.tsx';
import { Frame } from './Frame.tsx';
import { SampleMark } from './SampleMark.tsx';
import './records.css';

export function SampleScreen() {
  const { id = '' } = useParams();
  const sample = useQuery({ ...api.records.open.queryOptions({ input: { id } }), staleTime: 0 });
  return <Loaded query={sample}>{(data) => <Sample key={data.id} sample={data} />}</Loaded>;
}

function Sample({ sample }: { readonly sample: RecordSample }) {
  const { t } = useTranslation();
  const { may, actor } = useAccount();
  const ask = useConfirm();
  const act = useAct();
  const { id, agent, state } = sample;
  const history = useQuery({ ...api.records.history.queryOptions({ input: { id } }), staleTime: 0 });
  const begun = sample.draws.some(({ review }) => review !== null);
  const cancellable =
    state !== 'cancelled' &&
    !begun &&
    may('records.write') &&
    (sample.reviewer.id === actor.userId || may('redLine.decide'));
  const cancel = async () => {
    const reason = await ask.reason({
      title: t('records.cancel.title'),
      text: t('records.cancel.text'),
      label: t('inspection.reason'),
      ok: t('records.cancel.ok'),
      danger: true,
    });
    if (reason !== null) await act(() => client.records.cancel({ id, reason }));
  };
  const frame = { key: 'frame', label: t('records.frame.tab'), children: <Frame sample={sample} /> };
  const draws = { key: 'draws', label: t('records.draw.tab'), children: <Draws sample={sample} /> };
  return (
    <RecordFrame
      title={t('records.sampleTitle', { agent: agent.name })}
      tag={<SampleMark state={state} />}
      meta={[
        agent.employeeNumber,
        [agent.branchName, agent.team].filter(Boolean).join(' · '),
        t('records.days', { from: sample.from, to: sample.to }),
        t('records.by', { name: sample.reviewer.name }),
      ]}
      actions={cancellable && <Button onClick={() => void cancel()}>{t('records.cancel.ok')}</Button>}
      notice={
        <>
          {state === 'cancelled' && (
            <Alert type="info" showIcon title={t('records.cancelled', { reason: sample.cancelReason ?? '' })} />
          )}
          {(state === 'drawn' || state === 'done') && (
            <p className="inspect-note">
              {t('records.draw.seedKept', { drawn: sample.draws.length, rows: sample.rows.length })}{' '}
              <Typography.Text code copyable>
                {sample.seed}
              </Typography.Text>{' '}
              {t('records.draw.frameDigest')} <Typography.Text code>{sample.frameDigest?.slice(0, 16)}</Typography.Text>
            </p>
          )}
          {state === 'registering' && sample.writable && sample.rows.length > 0 && <DrawForm sample={sample} />}
        </>
      }
      tabs={sample.draws.length > 0 ? [draws, frame] : [frame]}
      history={inspectionHistory(t, history.data ?? [])}
    />
  );
}
