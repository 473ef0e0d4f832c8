// 设置: general, model, working days, users, backup, retention, about. Each part stands under its own address; a part the role may not open is not shown.
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Permission } from '../../../shared/contract/permissions.ts';
import { useAccount } from '../../account.ts';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { CalendarSettings } from '../calendar/CalendarSettings.tsx';
import { RetentionSettings } from '../retention/RetentionSettings.tsx';
import { About } from './About.tsx';
import { BackupSettings } from './BackupSettings.tsx';
import { GeneralSettings } from './GeneralSettings.tsx';
import { ModelSettings } from './model/ModelSettings.tsx';
import { Users } from './Users.tsx';
import './settings.css';

type Part = 'general' | 'model' | 'calendar' | 'users' | 'backup' | 'retention' | 'about';
const PARTS: readonly { readonly key: Part; readonly permission: Permission; readonly content: ReactNode }[] = [
  { key: 'general', permission: 'settings.read', content: <GeneralSettings /> },
  { key: 'model', permission: 'score.read', content: <ModelSettings /> },
  { key: 'calendar', permission: 'settings.read', content: <CalendarSettings /> },
  { key: 'users', permission: 'users.manage', content: <Users /> },
  { key: 'backup', permission: 'backup.manage', content: <BackupSettings /> },
  { key: 'retention', permission: 'complaints.purge', content: <RetentionSettings /> },
  { key: 'about', permission: 'settings.read', content: <About /> },
];

export function SettingsScreen() {
  const { t } = useTranslation();
  const { may } = useAccount();
  const navigate = useNavigate();
  const wanted = useParams()['*'];
  const parts = PARTS.filter((part) => may(part.permission));
  const open = parts.find((part) => part.key === wanted)?.key ?? 'general';
  return (
    <Page fill>
      <PageHeader title={t('settings.title')} />
      <Tabs
        className="tabs-fill"
        activeKey={open}
        destroyOnHidden
        onChange={(key) => void navigate(`/settings/${key}`, { replace: true })}
        items={parts.map(({ key, content }) => ({ key, label: t(`settings.tabs.${key}`), children: content }))}
      />
    </Page>
  );
}
