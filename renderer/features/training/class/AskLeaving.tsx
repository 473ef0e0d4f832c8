// Asks before a list that is not recorded yet is left.
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Blocker } from 'react-router';

export interface AskLeavingProps {
  readonly blocker: Blocker;
  readonly onLeave: () => void;
}

export function AskLeaving({ blocker, onLeave }: AskLeavingProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t('training.class.leaveTitle')}
      okText={t('training.class.leave')}
      okButtonProps={{ danger: true }}
      cancelText={t('training.class.stay')}
      onOk={() => {
        onLeave();
        blocker.proceed?.();
      }}
      onCancel={() => blocker.reset?.()}
    >
      {t('training.class.leaveText')}
    </Modal>
  );
}
