// Would catch: evidence that links to an address no screen stands at, so that a number of the score opens an empty page.
import { matchPath } from 'react-router';
import { expect, test } from 'vitest';
import { RECORD_ADDRESSES } from '../../../renderer/features/assessment/recordAddress.ts';
import { SCREENS } from '../../../renderer/features/screens/screens.ts';

test.each(Object.entries(RECORD_ADDRESSES))('%s is opened by a screen', (_, address) => {
  const open = SCREENS.filter(({ path }) => matchPath(`/${path}`, `${address}/0192f0c1`) !== null);
  expect(open).toHaveLength(1);
});
