// The record of a patrol: the grid as it was filled in, problem records, red lines, history.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { PatrolRecord } from '../../../shared/contract/patrol.ts';
import { withdrawalRefusal } from '../../../shared/domain/inspection/rights.ts';
import { useAccount } from '../../account.ts';
import { api, client } from '../../client.ts';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { Loaded } from '../../components/states.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { useFormat } from '../../format.ts';
import { Findings } from '../inspection/Findings.tsx';
import { inspectionHistory } from '../inspection/inspectionHistory.ts';
import { photoReader } from '../inspection/photos.ts';
import { RedLines } from '../inspection/RedLines.tsx';
import { StateMark } from '../inspection/StateMark.tsx';
import { useAct } from '../inspection/useAct.ts';
import { FilledGrid } from './FilledGrid.tsx';
import './patrol.css';

export function PatrolScreen() {
  const { id = '' } = useParams();
  const patrol = useQuery({ ...api.patrol.open.queryOptions({ input: { id } }), staleTime: 0 });
  return <Loaded query={patrol}>{(data) => <Patrol key={data.id} patrol={data} />}</Loaded>;
}

function Patrol({ patrol }: { readonly patrol: PatrolRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const ask = useConfirm();
  const act = useAct();
  const { actor, may } = useAccount();
  const { id, state, standard } = patrol;
  const history = useQuery({ ...api.patrol.history.queryOptions({ input: { id } }), staleTime: 0 });
  const own = patrol.patroller.id === actor.userId;
  const withdrawable =
    may('patrol.write') && withdrawalRefusal({ state, own, decides: may('redLine.decide') }) === null;
  const withdraw = async () => {
    const reason = await ask.reason({
      title: t('patrol.withdraw.title'),
      text: t('patrol.withdraw.text'),
      label: t('inspection.reason'),
      ok: t('inspection.withdraw'),
      danger: true,
    });
    if (reason !== null) await act(() => client.patrol.withdraw({ id, reason }));
  };
  const lines = patrol.redLines.filter((line) => line.state !== 'retracted').length;
  const count = (n: number) => (n === 0 ? '' : ` ${n}`);
  return (
    <RecordFrame
      title={t('patrol.recordTitle', { place: patrol.place })}
      tag={<StateMark state={state} />}
      meta={[
        format.instant(patrol.at),
        t('patrol.by', { name: patrol.patroller.name }),
        t('patrol.people', { count: patrol.agents.length }),
        t('patrol.noMeasure'),
      ]}
      actions={
        <>
          {patrol.writable && (
            <Button type="primary" onClick={() => void navigate(`/patrol/${id}/run`)}>
              {t('patrol.goOn')}
            </Button>
          )}
          {withdrawable && <Button onClick={() => void withdraw()}>{t('inspection.withdraw')}</Button>}
        </>
      }
      notice={
        state === 'withdrawn' && (
          <Alert
            type="info"
            showIcon
            title={t('inspection.withdrawn', {
              time: patrol.withdrawnAt === null ? '' : format.instant(patrol.withdrawnAt),
              reason: patrol.withdrawReason ?? '',
            })}
          />
        )
      }
      tabs={[
        {
          key: 'grid',
          label: t('patrol.run.grid'),
          children: (
            <>
              <Descriptions
                className="inspect-facts"
                size="small"
                column={2}
                items={[
                  {
                    key: 'standard',
                    label: t('inspection.standard'),
                    children: t('inspection.version', { number: standard.number, title: standard.title }),
                  },
                  { key: 'digest', label: t('inspection.digest'), children: patrol.digest?.slice(0, 16) ?? '–' },
                ]}
              />
              <FilledGrid patrol={patrol} />
            </>
          ),
        },
        {
          key: 'findings',
          label: t('inspection.findings') + count(patrol.findings.length),
          children: (
            <Findings
              findings={patrol.findings}
              photos={patrol.photos}
              read={photoReader('patrol', id)}
              criteria={standard.criteria}
              agents={new Map(patrol.agents.map((agent) => [agent.id, agent.name]))}
            />
          ),
        },
        {
          key: 'redLines',
          label: t('inspection.redLines') + count(lines),
          children: (
            <RedLines
              named
              lines={patrol.redLines}
              standard={standard}
              state={state}
              inspectorId={patrol.patroller.id}
              keepStatement={(redLineId, statement) => client.patrol.redLineStatement({ id, redLineId, statement })}
              decide={(redLineId, confirmed, reason) =>
                client.patrol.decideRedLine({ id, redLineId, confirmed, reason })
              }
            />
          ),
        },
      ]}
      history={inspectionHistory(t, history.data ?? [])}
    />
  );
}
