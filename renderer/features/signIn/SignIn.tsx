// Sign-in, and the way back in with the recovery code.
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { takeState } from '../session.ts';
import { EntryCard } from './EntryCard.tsx';
import { PasswordInput } from './PasswordInput.tsx';
import { Recover } from './Recover.tsx';

export function SignIn() {
  const { t } = useTranslation();
  const [recovering, setRecovering] = useState(false);
  const signIn = useMutation(api.account.signIn.mutationOptions({ onSuccess: takeState }));
  if (recovering) return <Recover onBack={() => setRecovering(false)} />;
  const required = (label: string) => [{ required: true, message: t('account.field.required', { label }) }];
  return (
    <EntryCard title={t('account.signIn.title')}>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={(values: { login: string; password: string }) => signIn.mutate(values)}
      >
        <FailureAlert error={signIn.error} />
        <Form.Item name="login" label={t('account.signIn.login')} rules={required(t('account.signIn.login'))}>
          <Input autoFocus autoComplete="username" spellCheck={false} />
        </Form.Item>
        <Form.Item name="password" label={t('account.signIn.password')} rules={required(t('account.signIn.password'))}>
          <PasswordInput autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {t('account.signIn.submit')}
        </Button>
        <Button type="link" block className="entry-second" onClick={() => setRecovering(true)}>
          {t('account.signIn.forgot')}
        </Button>
      </Form>
    </EntryCard>
  );
}
