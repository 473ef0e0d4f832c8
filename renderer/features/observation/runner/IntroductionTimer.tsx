// The product-introduction timer with its 10-minute mark (4.1): its state stands in words beside the time. Where the
// service was observed on paper its minutes are typed in.
import { PauseOutlined, CaretRightOutlined, EditOutlined, RollbackOutlined } from '@ant-design/icons';
import { Button, InputNumber, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INTRODUCTION_LIMIT, timedMinutes } from '../../../../shared/domain/observation/introduction.ts';
import { TIMER_BUTTON } from './moves.ts';
import { useRunner, useRunnerState } from './runnerContext.ts';
import { clock, useNow } from './useNow.ts';

const MINUTE = 60_000;
/** From here on the words warn that the mark is near. */
const NEAR = INTRODUCTION_LIMIT - 2;
const MOST = 600;

type Standing = 'none' | 'within' | 'near' | 'over';

const standingOf = (minutes: number | null): Standing => {
  if (minutes === null) return 'none';
  if (minutes > INTRODUCTION_LIMIT) return 'over';
  return minutes >= NEAR ? 'near' : 'within';
};

export function IntroductionTimer({ manualOnly }: { readonly manualOnly: boolean }) {
  const { t } = useTranslation();
  const { store } = useRunner();
  const introduction = useRunnerState((state) => state.introduction);
  const [typing, setTyping] = useState(false);
  const isRunning = introduction.runningSince !== null;
  const now = useNow(isRunning ? 500 : null);
  const stretches = introduction.stretches.map(({ startedAt, stoppedAt }) => ({
    startedAt: Date.parse(startedAt),
    stoppedAt: stoppedAt === null ? null : Date.parse(stoppedAt),
  }));
  const typed = introduction.manualMinutes;
  const manual = manualOnly || typing || typed !== null;
  const minutes = typed ?? timedMinutes(stretches, Math.max(now, Date.parse(introduction.runningSince ?? '') || 0));
  const standing = standingOf(minutes);
  const fill = Math.min(1, (minutes ?? 0) / (INTRODUCTION_LIMIT * 1.2));
  return (
    <div
      className={`runner-timer runner-timer-${standing}`}
      role="group"
      aria-label={t('observation.timer.title')}
      data-keys={manual ? 'off' : undefined}
    >
      <span className="runner-clock-label">{t('observation.timer.title')}</span>
      {manual ? (
        <>
          <InputNumber
            size="small"
            min={0}
            max={MOST}
            precision={1}
            autoFocus={typing}
            value={typed}
            aria-label={t('observation.timer.minutes')}
            suffix={t('observation.timer.unit')}
            className="runner-timer-minutes"
            onChange={(value) => store.setMinutes(value)}
          />
          {!manualOnly && (
            <Tooltip title={t('observation.timer.backToTimer')}>
              <Button
                size="small"
                type="text"
                icon={<RollbackOutlined />}
                aria-label={t('observation.timer.backToTimer')}
                onClick={() => {
                  setTyping(false);
                  if (typed !== null) store.setMinutes(null);
                }}
              />
            </Tooltip>
          )}
        </>
      ) : (
        <>
          <span className="runner-clock-value" role="timer">
            {clock((minutes ?? 0) * MINUTE)}
          </span>
          <Button
            id={TIMER_BUTTON}
            size="small"
            icon={isRunning ? <PauseOutlined /> : <CaretRightOutlined />}
            onClick={() => store.time(isRunning ? 'stop' : 'start')}
            aria-keyshortcuts="T"
          >
            {isRunning ? t('observation.timer.stop') : t('observation.timer.start')}
          </Button>
          {!isRunning && (
            <Tooltip title={t('observation.timer.typeMinutes')}>
              <Button
                size="small"
                type="text"
                icon={<EditOutlined />}
                aria-label={t('observation.timer.typeMinutes')}
                onClick={() => setTyping(true)}
              />
            </Tooltip>
          )}
        </>
      )}
      <span className="runner-timer-track" aria-hidden>
        <span className="runner-timer-fill" style={{ width: `${fill * 100}%` }} />
        <span className="runner-timer-mark" />
      </span>
      <span className="runner-timer-state">{t(`observation.timer.standing.${standing}`)}</span>
    </div>
  );
}
