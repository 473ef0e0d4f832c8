// Ways on from the runner: the stage before and after, the panel about the agent, the keys, the review.
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../../components/Kbd.tsx';
import { stageTarget } from './moves.ts';
import { useRunner, useRunnerState } from './runnerContext.ts';

export interface BottomBarProps {
  readonly background: boolean;
  readonly onToggleBackground: () => void;
  readonly onReview: () => void;
}

export function BottomBar({ background, onToggleBackground, onReview }: BottomBarProps) {
  const { t } = useTranslation();
  const { store, open } = useRunner();
  useRunnerState((state) => state.cursor);
  const stage = (step: 1 | -1) => {
    const target = stageTarget(store, step);
    return {
      disabled: target === null,
      onClick: () => {
        if (target !== null) store.moveTo(target, true);
      },
    };
  };
  return (
    <footer className="runner-foot">
      <Button icon={<LeftOutlined />} {...stage(-1)}>
        {t('observation.runner.stageBefore')} <Kbd>[</Kbd>
      </Button>
      <Button icon={<RightOutlined />} iconPlacement="end" {...stage(1)}>
        {t('observation.runner.stageAfter')} <Kbd>]</Kbd>
      </Button>
      <span className="runner-bar-gap" />
      <Button type="text" onClick={() => open({ kind: 'keys' })}>
        {t('observation.keys.title')} <Kbd>?</Kbd>
      </Button>
      <Button type="text" aria-pressed={background} onClick={onToggleBackground}>
        {t('observation.background.title')} <Kbd>B</Kbd>
      </Button>
      <Button type="primary" onClick={onReview}>
        {t('observation.runner.toReview')} <Kbd>Ctrl Enter</Kbd>
      </Button>
    </footer>
  );
}
