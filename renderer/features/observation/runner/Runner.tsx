// Puts the runner together: bar on top, stages left, items in the middle, what is known of the agent right, ways on below.
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ObservationRecord, ServiceContext } from '../../../../shared/contract/observationRecord.ts';
import { isFailing } from '../../../../shared/domain/observation/scale.ts';
import { api, client, queryClient } from '../../../client.ts';
import { kept } from '../../../components/kept.ts';
import { observationPhotos } from '../photo/usePhoto.ts';
import { BackgroundPanel } from './BackgroundPanel.tsx';
import { BottomBar } from './BottomBar.tsx';
import { ItemList } from './ItemList.tsx';
import { Leaving } from './Leaving.tsx';
import { answerAndGo } from './moves.ts';
import { RunnerBar } from './RunnerBar.tsx';
import { RunnerContext, type Runner as RunnerValue, type RunnerDialog } from './runnerContext.ts';
import { RunnerDialogs } from './RunnerDialogs.tsx';
import { createRunnerStore } from './runnerStore.ts';
import { StagePanel } from './StagePanel.tsx';
import { SaveTrouble } from './SaveTrouble.tsx';
import { useDetails } from './useDetails.ts';
import { useRunnerKeys } from './useRunnerKeys.ts';
import { sectionsOf } from './sections.ts';

const anchorsKept = kept<boolean>('observation.anchors', true);
const backgroundKept = kept<boolean | null>('observation.background', null);
const WIDE = 1500;

export interface RunnerProps {
  readonly record: ObservationRecord;
  /** Code of the item to open at; null opens where the assessor was. */
  readonly at: string | null;
  /** Opens with the dialog where the notice of personal data is recorded. */
  readonly askNotice: boolean;
}

export function Runner({ record, at, askNotice }: RunnerProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const root = useRef<HTMLDivElement>(null);
  const [dialog, setDialog] = useState<RunnerDialog | null>(askNotice ? { kind: 'context' } : null);
  const [anchors, setAnchors] = useState(anchorsKept.read);
  const [background, setBackground] = useState(() => backgroundKept.read() ?? window.innerWidth >= WIDE);
  const known = useQuery(api.observation.background.queryOptions({ input: { id: record.id }, staleTime: Infinity }));

  const [store] = useState(() => {
    const made = createRunnerStore({
      record: at === null ? record : { ...record, position: at },
      routes: client.observation,
      freshFinding: (context: ServiceContext) => ({
        occurredAt: record.lateEntry || record.amending ? record.serviceAt : new Date().toISOString(),
        place: context.place === '' ? t(`observation.setting.${context.setting}`) : context.place,
        serviceContent: t(`observation.kind.${context.kind}`),
        description: '',
        scopeOfImpact: '',
        class: null,
      }),
      onStored: (evidenceId, base64) => {
        queryClient.setQueryData(observationPhotos(record.id)(evidenceId).queryKey, { mime: 'image/jpeg', base64 });
      },
    });
    return made;
  });
  const { opened, detail, fold } = useDetails(store);

  const give = useCallback<RunnerValue['give']>(
    (code, answer, moveOn) => {
      const criterion = store.byCode.get(code);
      const fails = criterion && answer.kind === 'scored' && isFailing(criterion.scale, answer.value);
      if (criterion?.redLine && fails && (store.state().items.get(code)?.redLine ?? null) === null)
        setDialog({ kind: 'redLine', code, answer, next: moveOn });
      else answerAndGo(store, code, answer, moveOn);
    },
    [store],
  );
  const runner = useMemo<RunnerValue>(() => ({ store, open: setDialog, give, detail }), [store, give, detail]);

  const review = useCallback(() => {
    void store.flush().then(({ failure }) => {
      if (failure === null) void navigate(`/observations/${record.id}/review`, { replace: true });
    });
  }, [store, navigate, record.id]);
  const toggleAnchors = useCallback(
    () =>
      setAnchors((shown) => {
        anchorsKept.write(!shown);
        return !shown;
      }),
    [],
  );
  const toggleBackground = useCallback(
    () =>
      setBackground((shown) => {
        backgroundKept.write(!shown);
        return !shown;
      }),
    [],
  );
  useRunnerKeys(root, runner, { toggleAnchors, toggleBackground, review, fold });

  useEffect(
    () => () => {
      void store.flush().then(() => {
        void queryClient.invalidateQueries({ queryKey: api.observation.key() });
        void queryClient.invalidateQueries({ queryKey: api.home.key() });
      });
    },
    [store],
  );

  const stages = useMemo(() => sectionsOf(store.criteria), [store]);
  const repeated = useMemo(
    () => new Map((known.data?.repeated ?? []).map(({ criterion, times }) => [criterion, times])),
    [known.data],
  );
  return (
    <RunnerContext value={runner}>
      <div className="runner" ref={root}>
        <RunnerBar record={record} />
        <SaveTrouble />
        <Leaving />
        <div className={background ? 'runner-body runner-body-known' : 'runner-body'}>
          <StagePanel stages={stages} clauses={record.standard?.clauses ?? []} />
          <ItemList
            stages={stages}
            clauses={record.standard?.clauses ?? []}
            anchors={anchors}
            onToggleAnchors={toggleAnchors}
            repeated={repeated}
            opened={opened}
          />
          {background && <BackgroundPanel query={known} agent={record.agent.name} onClose={toggleBackground} />}
        </div>
        <BottomBar background={background} onToggleBackground={toggleBackground} onReview={review} />
        <RunnerDialogs
          record={record}
          dialog={dialog}
          onClose={() => {
            setDialog(null);
          }}
        />
      </div>
    </RunnerContext>
  );
}
