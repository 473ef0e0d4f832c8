// The person's menu: language, appearance, password, lock, sign out.
import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Theme } from '../../../shared/contract/account.ts';
import { LANGUAGES } from '../../../shared/contract/vocabulary.ts';
import { useAccount } from '../../account.ts';
import { useAppearance } from '../../Appearance.tsx';
import { useSession } from '../session.ts';
import { PasswordDialog } from '../signIn/PasswordDialog.tsx';

export function UserMenu() {
  const { t } = useTranslation();
  const { actor } = useAccount();
  const { language, theme, setLanguage, setTheme } = useAppearance();
  const { lock, signOut } = useSession();
  const [changing, setChanging] = useState(false);
  const menu: MenuProps = {
    selectable: true,
    selectedKeys: [`language.${language}`, `theme.${theme}`],
    items: [
      {
        type: 'group',
        label: t('frame.user.language'),
        children: LANGUAGES.map((one) => ({
          key: `language.${one}`,
          label: t(`words.language.${one}`),
          onClick: () => setLanguage(one),
        })),
      },
      {
        type: 'group',
        label: t('frame.user.theme'),
        children: Theme.options.map((one) => ({
          key: `theme.${one}`,
          label: t(`words.theme.${one}`),
          onClick: () => setTheme(one),
        })),
      },
      { type: 'divider' },
      { key: 'password', label: t('frame.user.changePassword'), onClick: () => setChanging(true) },
      { key: 'lock', label: t('frame.user.lock'), onClick: lock },
      { key: 'signOut', label: t('frame.user.signOut'), onClick: signOut },
    ],
  };
  return (
    <>
      <Dropdown
        menu={menu}
        trigger={['click']}
        placement="bottomRight"
        // Inside the top bar, so that it belongs to a landmark.
        getPopupContainer={(trigger) => trigger.parentElement ?? document.body}
      >
        <Button type="text" aria-label={t('frame.user.menu', { name: actor.name })} aria-haspopup="menu">
          {actor.name}
          <DownOutlined className="top-caret" />
        </Button>
      </Dropdown>
      <PasswordDialog open={changing} onClose={() => setChanging(false)} />
    </>
  );
}
