// One calibration: who scores, and, once all have submitted or it was closed, how far they agree and where they do not.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { CalibrationRecord } from '../../../shared/contract/calibration.ts';
import { useAccount } from '../../account.ts';
import { api, client, queryClient } from '../../client.ts';
import type { HistoryEntry } from '../../components/record/History.tsx';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { Loaded } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { failureText } from '../../failure.ts';
import { useFormat } from '../../format.ts';
import { AgreementTab } from './AgreementTab.tsx';
import { CriteriaTab } from './CriteriaTab.tsx';
import { SessionsTab } from './SessionsTab.tsx';
import { STATE_TONES } from './tones.ts';
import './calibration.css';

const FEWEST = 2;

export function CalibrationScreen() {
  const { id = '' } = useParams();
  const record = useQuery({ ...api.calibration.get.queryOptions({ input: { id } }), staleTime: 0 });
  return <Loaded query={record}>{(found) => <Record key={found.id} record={found} />}</Loaded>;
}

function useHistory(record: CalibrationRecord): readonly HistoryEntry[] {
  const { t } = useTranslation();
  const words: Readonly<Record<string, string>> = {
    'calibration.created': t('calibration.history.created'),
    'calibration.completed': t('calibration.history.completed'),
    'calibration.closed': t('calibration.history.closed'),
  };
  return record.history.map(({ seq, action, actor, at }) => ({
    key: seq,
    what: words[action] ?? action,
    who: actor ?? '',
    at,
  }));
}

function useActions(record: CalibrationRecord) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const ask = useConfirm();
  const navigate = useNavigate();
  const onError = (error: unknown) => void message.error(failureText(t, error));
  const refresh = () => queryClient.invalidateQueries({ queryKey: api.calibration.key() });
  const begin = useMutation({
    mutationFn: () => client.calibration.begin({ id: record.id }),
    onSuccess: ({ observationId }) => {
      void refresh();
      void queryClient.invalidateQueries({ queryKey: api.observation.key() });
      void navigate(`/observations/${observationId}/run`);
    },
    onError,
  });
  const close = async () => {
    const reason = await ask.reason({
      title: t('calibration.record.close'),
      text: t('calibration.record.closeText'),
      label: t('calibration.record.closeReason'),
      ok: t('calibration.record.close'),
      danger: true,
    });
    if (reason === null) return;
    try {
      await client.calibration.close({ id: record.id, reason });
      void message.success(t('calibration.record.closed'));
    } catch (error) {
      onError(error);
    }
    void queryClient.invalidateQueries({ queryKey: api.observation.key() });
    await refresh();
  };
  return { begin, close };
}

function Record({ record }: { readonly record: CalibrationRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { may } = useAccount();
  const { begin, close } = useActions(record);
  const history = useHistory(record);
  const { state, comparison, own, sessions } = record;
  const open = state === 'open';
  const done = sessions.filter((one) => one.state === 'submitted').length;
  const notice = open
    ? t('calibration.record.blind', { done, total: sessions.length })
    : state === 'closed'
      ? t('calibration.record.closedNote', {
          time: record.endedAt === null ? '' : format.instant(record.endedAt),
          reason: record.endReason ?? '',
        })
      : t('calibration.record.notEvidence');
  const few = comparison !== null && comparison.compared.length < FEWEST;
  return (
    <RecordFrame
      title={t('calibration.record.title', { agent: record.agentName })}
      tag={<StateTag tone={STATE_TONES[state]}>{t(`calibration.state.${state}`)}</StateTag>}
      meta={[
        record.employeeNumber,
        [record.branchName, record.team].filter(Boolean).join(' · '),
        format.instant(record.serviceAt),
        t(`words.serviceKind.${record.kind}`),
        t('calibration.record.standard', { number: record.standardNumber }),
        t('calibration.record.by', { who: record.createdBy }),
      ]}
      actions={
        <>
          {open && may('observation.write') && (own === 'waiting' || own === 'inProgress') && (
            <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
              {t(own === 'waiting' ? 'calibration.record.begin' : 'calibration.record.resume')}
            </Button>
          )}
          {open && may('calibration.manage') && (
            <Button onClick={() => void close()}>{t('calibration.record.close')}</Button>
          )}
        </>
      }
      notice={
        <Alert type="info" showIcon title={notice} {...(few ? { description: t('calibration.record.few') } : {})} />
      }
      tabs={[
        ...(comparison === null || few
          ? []
          : [
              {
                key: 'agreement',
                label: t('calibration.part.agreement'),
                children: <AgreementTab comparison={comparison} />,
              },
              {
                key: 'criteria',
                label: t('calibration.part.criteria'),
                children: <CriteriaTab comparison={comparison} />,
              },
            ]),
        { key: 'sessions', label: t('calibration.part.sessions'), children: <SessionsTab record={record} /> },
      ]}
      history={history}
    />
  );
}
