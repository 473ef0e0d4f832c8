// Builds the hash router from the table of screens, with only what the person may open: the rest is not found.
import { createHashRouter, type RouteObject } from 'react-router';
import type { Permission } from '../../../shared/contract/permissions.ts';
import { LoadingState } from '../../components/states.tsx';
import type { Screen } from '../screens/screen.ts';
import { SCREENS } from '../screens/screens.ts';
import { NotFound, ScreenError } from './ScreenError.tsx';
import { Shell } from './Shell.tsx';

/** What the frame reads of the open screen through `useMatches`. */
export interface ScreenHandle {
  readonly parent?: string;
  readonly goesUp?: boolean;
  readonly fullWindow?: boolean;
}

const asRoute = (screen: Screen): RouteObject => {
  const handle: ScreenHandle = {
    ...(screen.parent === undefined ? {} : { parent: screen.parent }),
    goesUp: screen.goesUp ?? false,
    fullWindow: screen.fullWindow ?? false,
  };
  const lazy = async () => ({ Component: await screen.load() });
  return screen.path === '' ? { index: true, handle, lazy } : { path: screen.path, handle, lazy };
};

export const makeRouter = (may: (permission: Permission) => boolean) =>
  createHashRouter([
    {
      element: <Shell />,
      HydrateFallback: LoadingState,
      ErrorBoundary: ScreenError,
      children: [
        {
          // Inside the shell: when one screen fails, navigation stays.
          ErrorBoundary: ScreenError,
          children: [
            ...SCREENS.filter((screen) => may(screen.permission)).map(asRoute),
            { path: '*', Component: NotFound, handle: { parent: '/' } },
          ],
        },
      ],
    },
  ]);
