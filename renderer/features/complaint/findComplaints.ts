// Complaints in Ctrl+K: by number, the agent's name or number, or words of the matter.
import { client } from '../../client.ts';
import type { PaletteProvider } from '../palette/providers.ts';

const MOST = 8;
/** Signs of a line's detail. */
const DETAIL = 40;
/** Signs that the search takes. */
const LONGEST = 60;

export const findComplaints: PaletteProvider = {
  id: 'complaints',
  permission: 'complaints.read',
  title: (t) => t('complaint.title'),
  search: async (text, { signal }) => {
    const wanted = { text: text.slice(0, LONGEST), joined: true, most: MOST };
    const { rows } = await client.complaint.list(wanted, { signal });
    return rows.map(({ id, number, agentName, content }) => ({
      ...{ id, title: number, to: `/complaints/${id}` },
      detail: [agentName, content.slice(0, DETAIL)].filter(Boolean).join(' · '),
    }));
  },
};
