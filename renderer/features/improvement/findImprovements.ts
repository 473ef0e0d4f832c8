// Finds improvement measures for Ctrl+K by title, number, owner or what is to be done; open ones first.
import { client } from '../../client.ts';
import type { PaletteProvider } from '../palette/providers.ts';

const MOST = 8;

export const findImprovements: PaletteProvider = {
  id: 'improvements',
  permission: 'improvement.read',
  title: (t) => t('improvement.title'),
  search: async (text, { signal }) => {
    const rows = await client.improvement.list(undefined, { signal });
    const wanted = text.toLowerCase();
    return rows
      .filter(
        ({ number, title, ownerName, measure }) =>
          String(number) === wanted || `${title} ${ownerName} ${measure}`.toLowerCase().includes(wanted),
      )
      .slice(0, MOST)
      .map(({ id, title, ownerName, deadline }) => ({
        ...{ id, title, detail: `${ownerName} ${deadline}`, to: `/improvement/${id}` },
      }));
  },
};
