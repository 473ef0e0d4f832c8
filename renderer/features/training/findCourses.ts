// Courses in Ctrl+K: by title or trainer.
import { client } from '../../client.ts';
import type { PaletteProvider } from '../palette/providers.ts';

const MOST = 8;

export const findCourses: PaletteProvider = {
  id: 'courses',
  permission: 'training.read',
  title: (t) => t('training.find'),
  search: async (text, { signal }) => {
    const wanted = text.toLowerCase();
    const courses = await client.training.courses(undefined, { signal });
    return courses
      .filter(({ title, trainer }) => `${title} ${trainer}`.toLowerCase().includes(wanted))
      .slice(0, MOST)
      .map(({ id, title, trainer }) => ({ id, title, detail: trainer, to: `/training/courses/${id}` }));
  },
};
