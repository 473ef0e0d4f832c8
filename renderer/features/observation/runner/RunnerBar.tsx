// The runner's top bar: whom and where, the clocks, what is saved, answered and missing.
import { ExclamationCircleOutlined, EnvironmentOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import { countsOf } from '../../../../shared/domain/observation/progress.ts';
import { BackButton } from '../../../components/record/BackButton.tsx';
import { StateTag } from '../../../components/StateTag.tsx';
import { Elapsed } from './Elapsed.tsx';
import { IntroductionTimer } from './IntroductionTimer.tsx';
import { RunningScore } from './RunningScore.tsx';
import { answeredOf, blockersOf, nextBlocked } from './runnerState.ts';
import { useRunner, useRunnerState } from './runnerContext.ts';
import { SavedAt } from './SavedAt.tsx';

export function RunnerBar({ record }: { readonly record: ObservationRecord }) {
  const { t } = useTranslation();
  const { open } = useRunner();
  const context = useRunnerState((state) => state.context);
  const place = context.place === '' ? t(`observation.setting.${context.setting}`) : context.place;
  return (
    <header className="runner-bar">
      <BackButton />
      <div className="runner-who">
        <h1 className="runner-agent" title={record.agent.name}>
          {record.agent.name}
        </h1>
        <span className="runner-sub">{record.agent.employeeNumber}</span>
      </div>
      <Tooltip title={t('observation.runner.editContext')}>
        <Button
          type="text"
          className="runner-place"
          icon={<EnvironmentOutlined />}
          onClick={() => open({ kind: 'context' })}
          aria-label={`${t('observation.runner.editContext')}: ${place}`}
        >
          <span className="runner-place-text">{place}</span>
        </Button>
      </Tooltip>
      {record.lateEntry && <StateTag tone="warn">{t('observation.lateEntry')}</StateTag>}
      {record.amending && <StateTag tone="accent">{t('observation.amending')}</StateTag>}
      {!record.lateEntry && record.startedAt !== null && !record.amending && <Elapsed since={record.startedAt} />}
      <IntroductionTimer manualOnly={record.lateEntry || record.amending} />
      <div className="runner-bar-gap" />
      <RunningScore id={record.id} />
      <SavedAt />
      <Progress />
    </header>
  );
}

function Progress() {
  const { t } = useTranslation();
  const { store } = useRunner();
  const items = useRunnerState((state) => state.items);
  const noticeConfirmedAt = useRunnerState((state) => state.noticeConfirmedAt);
  const introduction = useRunnerState((state) => state.introduction);
  const counts = useMemo(() => countsOf(store.criteria, answeredOf(items)), [store, items]);
  const blockers = useMemo(
    () => blockersOf(store.criteria, { items, noticeConfirmedAt, introduction }),
    [store, items, noticeConfirmedAt, introduction],
  );
  const records = new Set(
    blockers.flatMap((blocker) =>
      blocker.kind === 'findingMissing' || blocker.kind === 'evidenceMissing' ? [blocker.criterion] : [],
    ),
  ).size;
  const jump = () => {
    const code = nextBlocked(store.criteria, blockers, store.state().cursor);
    if (code !== null) store.moveTo(code, true);
  };
  return (
    <div className="runner-progress">
      <span className="runner-answered" role="status">
        {t('observation.runner.answered', { done: counts.answered, all: counts.criteria })}
      </span>
      <Button
        size="small"
        disabled={counts.missingRequired + records === 0}
        icon={counts.missingRequired + records > 0 ? <ExclamationCircleOutlined /> : null}
        onClick={jump}
        title={t('observation.runner.jumpMissing')}
      >
        {t('observation.runner.missing', { count: counts.missingRequired })}
        {records > 0 && ` · ${t('observation.runner.incomplete', { count: records })}`}
      </Button>
    </div>
  );
}
