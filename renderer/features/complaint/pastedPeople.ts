// A list of complainants as a sheet or a message hands it over: one line each, name and contact in columns.
import type { Registration } from './registration.ts';

/** What the boxes hold at most. */
const [NAME, CONTACT] = [80, 120];

/** One line of the text each, blank ones left out; null for a single name, which goes into its box as ever. */
export function pastedPeople(text: string): Registration['people'] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2 && !text.includes('\t')) return null;
  return lines.map((line) => {
    const [name = '', ...contact] = line.split('\t').map((cell) => cell.trim());
    return { name: name.slice(0, NAME), contact: contact.filter(Boolean).join(' ').slice(0, CONTACT) };
  });
}
