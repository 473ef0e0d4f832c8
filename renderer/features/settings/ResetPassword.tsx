// An administrator gives a user a new first password; the user must replace it at the next sign-in.
import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../shared/contract/account.ts';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { NewPasswordField } from './NewPasswordField.tsx';

export interface ResetPasswordProps {
  readonly user: User;
  readonly onClose: () => void;
  readonly onDone: (words: string) => Promise<void>;
}

export function ResetPassword({ user, onClose, onDone }: ResetPasswordProps) {
  const { t } = useTranslation();
  const reset = useMutation(
    api.users.resetPassword.mutationOptions({
      onSuccess: ({ name }) => onDone(t('settings.users.resetDone', { name })),
    }),
  );
  return (
    <Modal
      open
      title={t('settings.users.resetTitle', { name: user.name })}
      footer={null}
      onCancel={onClose}
      width={420}
    >
      <Form<{ password: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ password }) => reset.mutate({ id: user.id, password })}
      >
        <FailureAlert error={reset.error} />
        <NewPasswordField />
        <Flex gap={8} justify="end">
          <Button onClick={onClose}>{t('frame.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={reset.isPending}>
            {t('settings.users.reset')}
          </Button>
        </Flex>
      </Form>
    </Modal>
  );
}
