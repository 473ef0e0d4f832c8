// The only door out of client mode: the password of the person who handed the screen over.
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import type { AccountState } from '../../../../shared/contract/account.ts';
import type { Language } from '../../../../shared/contract/vocabulary.ts';
import { api } from '../../../client.ts';
import { failureText } from '../../../failure.ts';
import { useWords } from './useWords.ts';

export interface TakeBackProps {
  readonly name: string;
  readonly language: Language;
  readonly onStay: () => void;
  readonly onTaken: (state: AccountState) => void;
}

export function TakeBack({ name, language, onStay, onTaken }: TakeBackProps) {
  const t = useWords(language);
  const [password, setPassword] = useState('');
  const leave = useMutation(api.survey.clientLeave.mutationOptions({ onSuccess: onTaken }));
  return (
    <form
      className="client-card"
      aria-label={t('survey.client.staffTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        leave.mutate({ password });
      }}
    >
      <h1>{t('survey.client.staffTitle')}</h1>
      <p>{t('survey.client.staffHint', { name })}</p>
      <label className="client-field">
        {t('survey.client.password')}
        <Input.Password
          size="large"
          autoFocus
          autoComplete="off"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      {leave.isError && <Alert type="error" showIcon title={failureText(t, leave.error)} />}
      <div className="client-moves">
        <Button className="client-button" onClick={onStay}>
          {t('survey.client.stay')}
        </Button>
        <Button
          type="primary"
          className="client-button"
          htmlType="submit"
          disabled={password === ''}
          loading={leave.isPending}
        >
          {t('survey.client.takeBack')}
        </Button>
      </div>
    </form>
  );
}
