// Finds rectifications for Ctrl+K by title, agent, number or owner; those that run first.
import { client } from '../../client.ts';
import type { PaletteProvider } from '../palette/providers.ts';

const MOST = 8;

export const findRectifications: PaletteProvider = {
  id: 'rectifications',
  permission: 'findings.read',
  title: (t) => t('findings.tab.ledger'),
  search: async (text, { signal }) => {
    const rows = await client.rectification.list(undefined, { signal });
    const wanted = text.toLowerCase();
    return rows
      .filter(({ title, agentName, employeeNumber, owner }) =>
        [title, agentName, employeeNumber, owner.name].some((one) => one.toLowerCase().includes(wanted)),
      )
      .slice(0, MOST)
      .map((row) => ({
        ...{ id: row.id, title: row.title, detail: `${row.agentName} ${row.deadline}` },
        to: `/rectifications/${row.id}`,
      }));
  },
};
