// The locked screen: covers everything, keeps everything below mounted but inert and invisible, so that nothing unsaved is lost
// and nothing can be read or pressed, not by keyboard either.
import { LockOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useEffect, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { api } from '../../client.ts';
import { onHeldBack, unsavedBehind } from '../leaving.ts';
import { takeState, useSession } from '../session.ts';
import { EntryCard } from '../signIn/EntryCard.tsx';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { PasswordInput } from '../signIn/PasswordInput.tsx';

const host = () => document.getElementById('lock')!;

/** Keys pressed at the lock stay in it: dialogs and screens below listen on the document and the window. */
const stay = (event: KeyboardEvent): void => event.stopPropagation();
const refuse = (event: KeyboardEvent): void => {
  if (!(event.target instanceof Node && host().contains(event.target))) event.stopImmediatePropagation();
};

function keepKeys(): () => void {
  const lock = host();
  lock.addEventListener('keydown', stay);
  window.addEventListener('keydown', refuse, true);
  return () => {
    lock.removeEventListener('keydown', stay);
    window.removeEventListener('keydown', refuse, true);
  };
}

/** Everything of the page but the lock, dialogs and messages that hang on the body included. */
function coverRest(): () => void {
  const before = document.activeElement;
  const covered = [...document.body.children].filter(
    (element): element is HTMLElement => element instanceof HTMLElement && element.id !== 'lock',
  );
  for (const element of covered) element.inert = true;
  document.body.dataset['locked'] = '';
  // Only now: a dialog below that is not yet inert would take the focus back.
  host().querySelector('input')?.focus();
  return () => {
    for (const element of covered) element.inert = false;
    delete document.body.dataset['locked'];
    if (before instanceof HTMLElement) before.focus();
  };
}

export function Lock({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const unlock = useMutation(api.account.unlock.mutationOptions({ onSuccess: takeState }));
  const { signOut } = useSession();
  const [warned, setWarned] = useState(false);
  useEffect(() => onHeldBack(() => setWarned(true)), []);
  const leave = () => {
    if (!warned && unsavedBehind()) setWarned(true);
    else signOut();
  };
  useLayoutEffect(coverRest, []);
  useLayoutEffect(keepKeys, []);
  return createPortal(
    <div className="lock-screen" role="dialog" aria-modal aria-label={t('account.lock.title')}>
      <EntryCard title={t('account.lock.title')} icon={<LockOutlined />} hint={t('account.lock.hint', { name })}>
        <Form layout="vertical" requiredMark={false} onFinish={(values: { password: string }) => unlock.mutate(values)}>
          <FailureAlert error={unlock.error} />
          <Form.Item name="password" label={t('account.signIn.password')} rules={[{ required: true, message: '' }]}>
            <PasswordInput autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={unlock.isPending}>
            {t('account.lock.submit')}
          </Button>
          {warned && <Alert className="failure" type="warning" showIcon title={t('account.lock.unsaved')} />}
          <Button type="link" danger={warned} block className="entry-second" onClick={leave}>
            {t(warned ? 'account.lock.signOutLosing' : 'account.lock.signOut')}
          </Button>
          <p className="entry-note">{t('account.lock.signOutWarning')}</p>
        </Form>
      </EntryCard>
    </div>,
    host(),
  );
}
