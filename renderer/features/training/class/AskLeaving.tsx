// Asks before a list that is not recorded yet is left.
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Blocker } from 'react-router';

export function AskLeaving({ blocker }: { readonly blocker: Blocker }) {
  const { t } = useTranslation();
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title={t('training.class.leaveTitle')}
      okText={t('training.class.leave')}
      okButtonProps={{ danger: true }}
      cancelText={t('training.class.stay')}
      onOk={() => blocker.proceed?.()}
      onCancel={() => blocker.reset?.()}
    >
      {t('training.class.leaveText')}
    </Modal>
  );
}
