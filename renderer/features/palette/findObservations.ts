// Finds observations for Ctrl+K by agent, number or place; newest first.
import { client } from '../../client.ts';
import type { PaletteProvider } from './providers.ts';

const MOST = 8;

export const findObservations: PaletteProvider = {
  id: 'observations',
  permission: 'observation.read',
  title: (t) => t('frame.nav.observations'),
  search: async (text, { signal }) => {
    const { rows } = await client.observation.list({ text: text.slice(0, 60), limit: MOST }, { signal });
    return rows.map((row) => ({
      id: row.id,
      title: `${row.agentName} ${row.serviceDay ?? row.plannedOn ?? ''}`,
      detail: row.place,
      to: `/observations/${row.id}`,
    }));
  },
};
