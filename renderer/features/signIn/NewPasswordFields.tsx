// The two fields with which people choose a password of their own: the password under its rule, and the same again.
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { PasswordInput } from './PasswordInput.tsx';
import { newPasswordRules, sameAs } from './passwordRules.ts';

export interface NewPasswordFieldsProps {
  readonly label: string;
  readonly repeatLabel: string;
}

/** Sets the form's field `password`; `repeat` is only compared with it. */
export function NewPasswordFields({ label, repeatLabel }: NewPasswordFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="password" label={label} extra={t('account.password.rule')} rules={newPasswordRules(t)}>
        <PasswordInput autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="repeat" label={repeatLabel} dependencies={['password']} rules={[sameAs(t, 'password')]}>
        <PasswordInput autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
