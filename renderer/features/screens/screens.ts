// The one table of screens: address, permission, place in the navigation, in the order of the menu. A screen adds one entry to
// its group's file and nothing else. A screen file exports a component named `Screen…`; it is a chunk of its own, loaded when
// first opened.
import { assessScreens } from './assessScreens.tsx';
import { baseScreens } from './baseScreens.tsx';
import { evidenceScreens } from './evidenceScreens.tsx';
import { loopScreens } from './loopScreens.tsx';
import type { Screen } from './screen.ts';
import { workScreens } from './workScreens.tsx';

export const SCREENS: readonly Screen[] = [
  ...workScreens,
  ...evidenceScreens,
  ...loopScreens,
  ...assessScreens,
  ...baseScreens,
];
