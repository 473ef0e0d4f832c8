// The assessor signs with the password of the account.
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../client.ts';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { refreshObservation } from './ReviewScreen.tsx';

export function AssessorSigning({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const sign = useMutation({
    mutationFn: () => client.observation.signAssessor({ id, password }),
    onSuccess: () => refreshObservation(),
  });
  return (
    <Form layout="vertical" onFinish={() => sign.mutate()}>
      <p className="signing-words">{t('observation.sign.assessorWords')}</p>
      <Form.Item label={t('observation.sign.password')} htmlFor="assessor-password">
        <Input.Password
          id="assessor-password"
          value={password}
          autoComplete="off"
          onChange={(event) => setPassword(event.target.value)}
        />
      </Form.Item>
      <FailureAlert error={sign.error} />
      <Button type="primary" htmlType="submit" disabled={password === ''} loading={sign.isPending}>
        {t('observation.sign.sign')}
      </Button>
    </Form>
  );
}
