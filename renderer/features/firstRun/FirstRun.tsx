// The first set-up: the branch, the first user (administrator and manager), the recovery code. Afterwards that user is signed in.
import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Form, Input, Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppearance } from '../../Appearance.tsx';
import { api, client, queryClient } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { takeState } from '../session.ts';
import { EntryCard } from '../signIn/EntryCard.tsx';
import { loginRules } from '../signIn/loginRules.ts';
import { NewPasswordFields } from '../signIn/NewPasswordFields.tsx';
import { RecoveryCode } from './RecoveryCode.tsx';
import { RestoreInstead } from './RestoreInstead.tsx';

interface Values {
  readonly branchCode: string;
  readonly branchName: string;
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

export function FirstRun({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { language } = useAppearance();
  const [form] = Form.useForm<Values>();
  const [step, setStep] = useState(0);
  const setUp = useMutation(api.account.firstRun.mutationOptions());
  const enter = useMutation({
    mutationFn: async () => {
      const { login, password } = form.getFieldsValue(true) as Values;
      return client.account.signIn({ login, password });
    },
    onSuccess: (state) => {
      takeState(state);
      onDone();
    },
    // Set up is set up: without this sign-in the person signs in by hand.
    onError: async () => {
      await queryClient.invalidateQueries({ queryKey: api.account.state.key() });
      onDone();
    },
  });

  const words = (label: string, max: number) => [
    { required: true, whitespace: true, message: t('account.field.required', { label }) },
    { max, message: t('account.field.tooLong', { max }) },
  ];
  const create = ({ branchCode, branchName, name, login, password }: Values) =>
    setUp.mutate({
      branch: { code: branchCode, name: branchName },
      user: { login, name, password },
      language,
    });
  const at = setUp.data ? 2 : step;

  return (
    <EntryCard title={t('account.firstRun.title')} hint={t('account.firstRun.intro')} wide>
      <Steps
        size="small"
        current={at}
        className="entry-steps"
        items={[
          { title: t('account.firstRun.stepBranch') },
          { title: t('account.firstRun.stepUser') },
          { title: t('account.firstRun.stepCode') },
        ]}
      />
      {setUp.data ? (
        <RecoveryCode
          code={setUp.data.recoveryCode}
          login={form.getFieldValue('login') as string}
          done={t('account.firstRun.enter')}
          onDone={() => enter.mutate()}
          busy={enter.isPending}
        />
      ) : null}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        hidden={setUp.data !== undefined}
        onFinish={(values) => {
          if (step === 0) setStep(1);
          else create({ ...(form.getFieldsValue(true) as Values), ...values });
        }}
      >
        <FailureAlert error={setUp.error} />
        {step === 0 ? (
          <>
            <Form.Item
              name="branchCode"
              label={t('account.firstRun.branchCode')}
              extra={t('account.firstRun.branchCodeHint')}
              rules={words(t('account.firstRun.branchCode'), 40)}
            >
              <Input autoFocus spellCheck={false} />
            </Form.Item>
            <Form.Item
              name="branchName"
              label={t('account.firstRun.branchName')}
              rules={words(t('account.firstRun.branchName'), 80)}
            >
              <Input />
            </Form.Item>
            <Button type="primary" htmlType="submit" block>
              {t('account.firstRun.next')}
            </Button>
          </>
        ) : (
          <>
            <p className="entry-hint">{t('account.firstRun.userHint')}</p>
            <Form.Item
              name="name"
              label={t('account.firstRun.userName')}
              rules={words(t('account.firstRun.userName'), 40)}
            >
              <Input autoFocus autoComplete="name" />
            </Form.Item>
            <Form.Item
              name="login"
              label={t('account.signIn.login')}
              extra={t('account.field.login')}
              rules={loginRules(t)}
            >
              <Input autoComplete="username" spellCheck={false} />
            </Form.Item>
            <NewPasswordFields label={t('account.signIn.password')} repeatLabel={t('account.firstRun.repeat')} />
            <Flex gap={8}>
              <Button onClick={() => setStep(0)}>{t('account.firstRun.previous')}</Button>
              <Button type="primary" htmlType="submit" loading={setUp.isPending} className="entry-grow">
                {t('account.firstRun.create')}
              </Button>
            </Flex>
          </>
        )}
      </Form>
      {at === 0 && <RestoreInstead onDone={onDone} />}
    </EntryCard>
  );
}
