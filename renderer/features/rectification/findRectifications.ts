// Finds rectifications for Ctrl+K by title, agent, number or owner; those that run first.
import { client } from '../../client.ts';
import type { PaletteProvider } from '../palette/providers.ts';

const LONGEST = 60;

export const findRectifications: PaletteProvider = {
  id: 'rectifications',
  permission: 'findings.read',
  title: (t) => t('findings.tab.ledger'),
  search: async (text, { signal }) => {
    const rows = await client.rectification.find({ text: text.slice(0, LONGEST) }, { signal });
    return rows.map(({ id, title, agentName, deadline }) => ({
      ...{ id, title, detail: `${agentName} ${deadline}` },
      to: `/rectifications/${id}`,
    }));
  },
};
