// A new password with the printed recovery code; afterwards the new code that replaces it.
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { RecoveryCode } from '../firstRun/RecoveryCode.tsx';
import { EntryCard } from './EntryCard.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';

interface Values {
  readonly login: string;
  readonly recoveryCode: string;
  readonly password: string;
}

export function Recover({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const [login, setLogin] = useState('');
  const recover = useMutation(api.account.recover.mutationOptions());
  if (recover.data)
    return (
      <EntryCard title={t('account.firstRun.codeTitle')} wide>
        <Alert className="failure" type="success" showIcon title={t('account.recover.done')} />
        <RecoveryCode
          code={recover.data.recoveryCode}
          login={login}
          done={t('account.recover.toSignIn')}
          onDone={onBack}
        />
      </EntryCard>
    );
  return (
    <EntryCard title={t('account.recover.title')} hint={t('account.recover.hint')}>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={({ login, recoveryCode, password }: Values) => {
          setLogin(login);
          recover.mutate({ login, recoveryCode, password });
        }}
      >
        <FailureAlert error={recover.error} />
        <Form.Item
          name="login"
          label={t('account.signIn.login')}
          rules={[{ required: true, message: t('account.field.required', { label: t('account.signIn.login') }) }]}
        >
          <Input autoFocus autoComplete="username" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="recoveryCode"
          label={t('account.recover.code')}
          rules={[{ required: true, message: t('account.field.required', { label: t('account.recover.code') }) }]}
        >
          <Input className="code-input" autoComplete="off" spellCheck={false} />
        </Form.Item>
        <NewPasswordFields label={t('account.password.next')} repeatLabel={t('account.password.repeat')} />
        <Button type="primary" htmlType="submit" block loading={recover.isPending}>
          {t('account.recover.submit')}
        </Button>
        <Button type="link" block className="entry-second" onClick={onBack}>
          {t('account.recover.back')}
        </Button>
      </Form>
    </EntryCard>
  );
}
