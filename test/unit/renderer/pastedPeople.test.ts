// Would catch: a list from a sheet that lands in one box, a blank line that becomes an anonymous complainant.
import { expect, it } from 'vitest';
import { pastedPeople } from '../../../renderer/features/complaint/pastedPeople.ts';

it('makes one complainant of each line of a pasted table, and leaves a single name alone', () => {
  expect(pastedPeople('孙女士')).toBeNull();
  expect(pastedPeople('孙女士\t13912345678')).toEqual([{ name: '孙女士', contact: '13912345678' }]);
  expect(pastedPeople('孙女士\t13912345678\r\n\r\n钱先生\r\n')).toEqual([
    { name: '孙女士', contact: '13912345678' },
    { name: '钱先生', contact: '' },
  ]);
  expect(pastedPeople(`${'长'.repeat(100)}\n乙`)?.[0]?.name).toHaveLength(80);
});
