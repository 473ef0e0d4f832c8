// The commands and screens that Ctrl+K offers without asking the main process.
import type { TFunction } from 'i18next';
import type { Permission } from '../../../shared/contract/permissions.ts';
import type { Appearance } from '../../Appearance.tsx';
import type { Session } from '../session.ts';
import { addressOf } from '../screens/screen.ts';
import { SCREENS } from '../screens/screens.ts';
import { ACTIONS, PARTS } from './actions.ts';

export interface Entry {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly detail?: string;
  readonly run: (navigate: (to: string) => void) => void;
}

/** All of them that the person may use; the palette narrows them by what is typed. */
export function ownEntries(
  t: TFunction,
  may: (permission: Permission) => boolean,
  session: Session,
  appearance: Appearance,
): readonly Entry[] {
  const screens = SCREENS.flatMap((screen): Entry[] =>
    screen.nav && may(screen.permission)
      ? [
          {
            id: `screen.${screen.path}`,
            group: t('frame.palette.groupScreens'),
            title: t(`frame.nav.${screen.nav.key}`),
            run: (navigate) => navigate(addressOf(screen)),
          },
        ]
      : [],
  );
  const other = appearance.language === 'en' ? 'zh-CN' : 'en';
  const shade = appearance.dark ? 'light' : 'dark';
  const command = (id: string, title: string, run: () => void): Entry => ({
    id,
    group: t('frame.palette.groupCommands'),
    title,
    run,
  });
  const reached = (group: string, list: typeof ACTIONS): Entry[] =>
    list
      .filter(({ permission }) => may(permission))
      .map(({ to, title }) => ({ id: `reach.${to}`, group, title: title(t), run: (navigate) => navigate(to) }));
  return [
    ...screens,
    ...reached(t('frame.palette.groupCommands'), ACTIONS),
    ...reached(t('frame.palette.groupScreens'), PARTS),
    command('lock', t('frame.user.lock'), session.lock),
    command('signOut', t('frame.user.signOut'), session.signOut),
    command('language', `${t('frame.user.language')}: ${t(`words.language.${other}`)}`, () =>
      appearance.setLanguage(other),
    ),
    command('theme', `${t('frame.user.theme')}: ${t(`words.theme.${shade}`)}`, () => appearance.setTheme(shade)),
  ];
}
