// Changing one's own password from the menu.
import { App, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';

export function PasswordDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return (
    <Modal open={open} onCancel={onClose} title={t('account.password.title')} footer={null} destroyOnHidden width={420}>
      <ChangePasswordForm
        onDone={() => {
          onClose();
          void message.success(t('account.password.changed'));
        }}
      />
    </Modal>
  );
}
