// The bar over the screen: the door to find and do, the branch, the person's menu.
import { SearchOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../components/Kbd.tsx';
import { BranchName } from './BranchName.tsx';
import { UserMenu } from './UserMenu.tsx';

export function TopBar({ onFind }: { readonly onFind: () => void }) {
  const { t } = useTranslation();
  return (
    <header className="top">
      <button type="button" className="top-find" onClick={onFind} aria-keyshortcuts="Control+K">
        <SearchOutlined />
        <span>{t('frame.palette.open')}</span>
        <span className="top-keys" aria-hidden>
          <Kbd>Ctrl</Kbd> <Kbd>K</Kbd>
        </span>
      </button>
      <div className="top-right">
        <BranchName />
        <UserMenu />
      </div>
    </header>
  );
}
