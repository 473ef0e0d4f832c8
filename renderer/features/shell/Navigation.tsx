// The menu in the order of a supervisor's day. Shows the screens that exist and that the person may open; narrow shows icons.
import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useAccount } from '../../account.ts';
import { addressOf, NAV_GROUPS } from '../screens/screen.ts';
import { SCREENS } from '../screens/screens.ts';

export interface NavigationProps {
  readonly narrow: boolean;
  readonly onToggle: () => void;
}

export function Navigation({ narrow, onToggle }: NavigationProps) {
  const { t } = useTranslation();
  const { may } = useAccount();
  const groups = NAV_GROUPS.map((group) => ({
    group,
    screens: SCREENS.flatMap((screen) =>
      screen.nav?.group === group && may(screen.permission) ? [{ screen, nav: screen.nav }] : [],
    ),
  })).filter(({ screens }) => screens.length > 0);
  const toggle = narrow ? t('frame.expand') : t('frame.collapse');
  return (
    <nav className="nav" aria-label={t('frame.navigation')}>
      <div className="nav-head">
        {!narrow && <div className="nav-product">{t('frame.product')}</div>}
        <Button
          className="nav-toggle"
          type="text"
          icon={narrow ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          aria-label={toggle}
          aria-expanded={!narrow}
          onClick={onToggle}
        />
      </div>
      <div className="nav-groups">
        {groups.map(({ group, screens }) => (
          <div className="nav-group" key={group}>
            <div className="nav-group-title" id={`nav-${group}`}>
              {narrow ? (
                <span className="visually-hidden">{t(`frame.group.${group}`)}</span>
              ) : (
                t(`frame.group.${group}`)
              )}
            </div>
            <ul aria-labelledby={`nav-${group}`}>
              {screens.map(({ screen, nav: { key, icon: Icon } }) => (
                <li key={key}>
                  <Tooltip title={narrow ? t(`frame.nav.${key}`) : ''} placement="right">
                    <NavLink className="nav-link" to={addressOf(screen)} end={screen.path === ''}>
                      {/* Its own name is an English word beside the label. */}
                      <Icon aria-hidden role="presentation" />
                      <span className={narrow ? 'visually-hidden' : ''}>{t(`frame.nav.${key}`)}</span>
                    </NavLink>
                  </Tooltip>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}
