// The runner's top bar: whom and where, the clocks, what is saved, answered and missing.
import {
  CheckCircleOutlined,
  EnvironmentOutlined,
  ExclamationCircleOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import { BackButton } from '../../../components/record/BackButton.tsx';
import { StateTag } from '../../../components/StateTag.tsx';
import { Elapsed } from './Elapsed.tsx';
import { IntroductionTimer } from './IntroductionTimer.tsx';
import { goToMissing } from './moves.ts';
import { RunningScore } from './RunningScore.tsx';
import { useRunner, useRunnerState } from './runnerContext.ts';
import { SavedAt } from './SavedAt.tsx';
import { useProgress } from './useProgress.ts';

/** In the order in which they are said. */
const LEFT_PARTS = ['unanswered', 'records', 'photos', 'notice', 'timer'] as const;

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
      <NoticeChip />
      <Progress />
    </header>
  );
}

/** The notice of personal data must stand before submission: said here at once, not only at the review. */
function NoticeChip() {
  const { t } = useTranslation();
  const { open } = useRunner();
  const missing = useRunnerState((state) => state.noticeConfirmedAt === null);
  return missing ? (
    <Button size="small" className="runner-notice" icon={<WarningOutlined />} onClick={() => open({ kind: 'context' })}>
      {t('observation.runner.noticeMissing')}
    </Button>
  ) : null;
}

function Progress() {
  const { t } = useTranslation();
  const runner = useRunner();
  const { counts, left } = useProgress();
  const parts = LEFT_PARTS.filter((part) => left[part] > 0).map((part) =>
    t(`observation.left.${part}`, { count: left[part] }),
  );
  return (
    <div className="runner-progress">
      <span className="runner-answered" role="status">
        {t('observation.runner.answered', { done: counts.answered, all: counts.criteria })}
      </span>
      {left.content === 0 ? (
        <span className="runner-complete">
          <CheckCircleOutlined /> {t('observation.runner.missingNone')}
        </span>
      ) : (
        <Tooltip
          title={parts.map((part) => (
            <div key={part}>{part}</div>
          ))}
        >
          <Button
            size="small"
            icon={<ExclamationCircleOutlined />}
            onClick={() => goToMissing(runner)}
            aria-keyshortcuts="M"
            aria-description={[t('observation.runner.jumpMissing'), ...parts].join(t('observation.comma'))}
          >
            {t('observation.runner.missing', { count: left.content })}
          </Button>
        </Tooltip>
      )}
    </div>
  );
}
