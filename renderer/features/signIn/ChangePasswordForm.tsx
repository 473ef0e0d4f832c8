// The fields with which people change their own password: in the dialog of the menu and where it must be changed.
import { useMutation } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { PasswordInput } from './PasswordInput.tsx';

interface Values {
  readonly current: string;
  readonly password: string;
}

export function ChangePasswordForm({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const change = useMutation(
    api.account.changePassword.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.account.state.key() });
        onDone();
      },
    }),
  );
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={({ current, password }: Values) => change.mutate({ current, next: password })}
    >
      <FailureAlert error={change.error} />
      <Form.Item
        name="current"
        label={t('account.password.current')}
        rules={[{ required: true, message: t('account.field.required', { label: t('account.password.current') }) }]}
      >
        <PasswordInput autoFocus autoComplete="current-password" />
      </Form.Item>
      <NewPasswordFields label={t('account.password.next')} repeatLabel={t('account.password.repeat')} />
      <Button type="primary" htmlType="submit" block loading={change.isPending}>
        {t('account.password.submit')}
      </Button>
    </Form>
  );
}
