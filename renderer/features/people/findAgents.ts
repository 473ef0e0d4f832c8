// Agents in Ctrl+K: by name, number, pinyin or initials.
import { client } from '../../client.ts';
import type { PaletteProvider } from '../palette/providers.ts';

export const findAgents: PaletteProvider = {
  id: 'agents',
  permission: 'agents.read',
  title: (t) => t('people.title'),
  search: async (text, { signal }) => {
    const hits = await client.agents.search({ text, limit: 8 }, { signal });
    return hits.map(({ id, name, number, branchName, team }) => ({
      ...{ id, title: name, to: `/people/${id}` },
      detail: [number, branchName, team].filter(Boolean).join(' · '),
    }));
  },
};
