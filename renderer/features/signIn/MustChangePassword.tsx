// After a first or reset password: one's own must be chosen before anything else opens.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session.ts';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';
import { EntryCard } from './EntryCard.tsx';

export function MustChangePassword() {
  const { t } = useTranslation();
  const { signOut } = useSession();
  return (
    <EntryCard title={t('account.password.title')} hint={t('account.password.mustChange')}>
      <ChangePasswordForm onDone={() => undefined} />
      <Button type="link" block className="entry-second" onClick={() => signOut()}>
        {t('account.lock.signOut')}
      </Button>
    </EntryCard>
  );
}
