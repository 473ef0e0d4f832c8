// The console's frame around every screen: navigation left, bar on top, the screen; Esc goes back, Ctrl+K finds.
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useMatches, useNavigation } from 'react-router';
import { kept } from '../../components/kept.ts';
import { useReopenRunning } from '../observation/running.ts';
import { Palette } from '../palette/Palette.tsx';
import { Navigation } from './Navigation.tsx';
import type { ScreenHandle } from './router.tsx';
import { TopBar } from './TopBar.tsx';
import { useFrameKeys } from './useFrameKeys.ts';
import './shell.css';

const navigation = kept<'wide' | 'narrow'>('navigation', 'wide');

/**
 * Whether the next screen is still being read. Until it stands the one that is left hears no key: what hands that are ahead type
 * must not change a record they believe they have left.
 */
function useLeaving(): boolean {
  const leaving = useNavigation().state === 'loading';
  useEffect(() => {
    if (!leaving) return;
    const swallow = (event: KeyboardEvent) => event.stopImmediatePropagation();
    window.addEventListener('keydown', swallow, true);
    return () => window.removeEventListener('keydown', swallow, true);
  }, [leaving]);
  return leaving;
}

export function Shell() {
  const { t } = useTranslation();
  const [width, setWidth] = useState(navigation.read);
  const [finding, setFinding] = useState(false);
  useFrameKeys(() => setFinding(true));
  useReopenRunning();
  const leaving = useLeaving();
  const handle = useMatches().at(-1)?.handle as ScreenHandle | undefined;
  const palette = <Palette open={finding} onClose={() => setFinding(false)} />;
  if (handle?.fullWindow)
    return (
      <main className="shell-full" id="main" tabIndex={-1} inert={leaving}>
        <Outlet />
        {palette}
      </main>
    );
  return (
    <div className={`shell shell-${width}`}>
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          // The hash is the router's: the focus is moved by hand.
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        {t('frame.skip')}
      </a>
      <Navigation
        narrow={width === 'narrow'}
        onToggle={() => {
          const next = width === 'narrow' ? 'wide' : 'narrow';
          navigation.write(next);
          setWidth(next);
        }}
      />
      <TopBar onFind={() => setFinding(true)} />
      <main className="shell-main" id="main" tabIndex={-1} inert={leaving}>
        <Outlet />
      </main>
      {palette}
    </div>
  );
}
