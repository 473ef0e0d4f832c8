// One user: added, renamed, given roles; disabled and enabled; the password reset. Each is a use case of its own and audited.
import { useMutation } from '@tanstack/react-query';
import { App, Button, Checkbox, Divider, Flex, Form, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../shared/contract/account.ts';
import { ROLES, type Role } from '../../../shared/contract/vocabulary.ts';
import { useAccount } from '../../account.ts';
import { api, queryClient } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { focusFirst } from '../people/focusFirst.ts';
import { loginRules } from '../signIn/loginRules.ts';
import { NewPasswordField } from './NewPasswordField.tsx';
import { ResetPassword } from './ResetPassword.tsx';

export interface UserDialogProps {
  /** Left out: one is added. */
  readonly user: User | undefined;
  readonly onClose: () => void;
}

interface Values {
  readonly login: string;
  readonly name: string;
  readonly roles: Role[];
  readonly password: string;
}

const readAgain = () => queryClient.invalidateQueries({ queryKey: api.users.key() });

export function UserDialog({ user, onClose }: UserDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const formId = useId();
  const done = async (words: string) => {
    await readAgain();
    void message.success(words);
    onClose();
  };
  const add = useMutation(
    api.users.add.mutationOptions({ onSuccess: ({ name }) => done(t('settings.users.added', { name })) }),
  );
  const update = useMutation(
    api.users.update.mutationOptions({ onSuccess: ({ name }) => done(t('settings.users.updated', { name })) }),
  );
  const required = (label: string) => [
    { required: true, whitespace: true, message: t('account.field.required', { label }) },
    { max: 40, message: t('account.field.tooLong', { max: 40 }) },
  ];
  return (
    <Modal
      open
      title={user ? t('settings.users.edit') : t('settings.users.add')}
      footer={null}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
      width={480}
    >
      <Form<Values>
        id={formId}
        layout="vertical"
        requiredMark={false}
        initialValues={user ?? { roles: ['supervisor'] }}
        onFinish={({ login, name, roles, password }) => {
          if (user) update.mutate({ id: user.id, name, roles });
          else add.mutate({ login, name, roles, password });
        }}
      >
        <FailureAlert error={add.error ?? update.error} />
        <Form.Item
          name="login"
          label={t('settings.users.login')}
          extra={user ? undefined : t('account.field.login')}
          rules={loginRules(t)}
        >
          <Input disabled={user !== undefined} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item name="name" label={t('settings.users.name')} rules={required(t('settings.users.name'))}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="roles"
          label={<span id="user-roles">{t('settings.users.roles')}</span>}
          rules={[
            { type: 'array', min: 1, message: t('account.field.required', { label: t('settings.users.roles') }) },
          ]}
        >
          <Checkbox.Group className="roles" aria-labelledby="user-roles">
            {ROLES.map((role) => (
              <Checkbox key={role} value={role}>
                {t(`words.role.${role}`)} <span className="role-hint">{t(`settings.users.roleHint.${role}`)}</span>
              </Checkbox>
            ))}
          </Checkbox.Group>
        </Form.Item>
        {user ? null : <NewPasswordField />}
        <Flex gap={8} justify="end">
          <Button onClick={onClose}>{t('frame.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={add.isPending || update.isPending}>
            {user ? t('frame.save') : t('settings.users.add')}
          </Button>
        </Flex>
      </Form>
      {user && <UserAccess user={user} onDone={done} />}
    </Modal>
  );
}

interface UserAccessProps {
  readonly user: User;
  readonly onDone: (words: string) => Promise<void>;
}

function UserAccess({ user, onDone }: UserAccessProps) {
  const { t } = useTranslation();
  const { actor } = useAccount();
  const ask = useConfirm();
  const [resetting, setResetting] = useState(false);
  const setStatus = useMutation(
    api.users.setStatus.mutationOptions({
      onSuccess: ({ name, status }) =>
        onDone(status === 'active' ? t('settings.users.enabled', { name }) : t('settings.users.disabled', { name })),
    }),
  );
  if (user.id === actor.userId) return null;
  const disable = async () => {
    const sure = await ask.confirm({
      title: t('settings.users.disableTitle', { name: user.name }),
      text: t('settings.users.disableHint'),
      ok: t('settings.users.disable'),
      danger: true,
    });
    if (sure) setStatus.mutate({ id: user.id, status: 'disabled' });
  };
  return (
    <>
      <Divider />
      <FailureAlert error={setStatus.error} />
      <Flex gap={8}>
        <Button onClick={() => setResetting(true)}>{t('settings.users.reset')}</Button>
        {user.status === 'active' ? (
          <Button danger onClick={() => void disable()}>
            {t('settings.users.disable')}
          </Button>
        ) : (
          <Button onClick={() => setStatus.mutate({ id: user.id, status: 'active' })}>
            {t('settings.users.enable')}
          </Button>
        )}
      </Flex>
      {resetting && <ResetPassword user={user} onClose={() => setResetting(false)} onDone={onDone} />}
    </>
  );
}
