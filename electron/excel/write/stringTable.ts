// The workbook's table of shared strings while it is written: each different text once, and what texts lost on the way.
import { cellRef } from '../read/cells.ts';
import type { TextWarning } from './cellInput.ts';
import { cleanText } from './cellText.ts';

export class StringTable {
  /** Texts added, in order; the first has the id `base`. */
  readonly added: string[] = [];
  readonly warnings: TextWarning[] = [];
  /** How often a text was used. */
  uses = 0;
  private readonly base: number;
  private readonly ids = new Map<string, number>();

  /** `base` texts stand in the skeleton's table already. */
  constructor(base: number) {
    this.base = base;
  }

  /** One lookup per column: texts repeat within a column far more than across. */
  column(sheet: string, column: number): (text: string, row: number) => number {
    const known = new Map<string, number>();
    return (text, row) => {
      this.uses++;
      const found = known.get(text);
      if (found !== undefined) return found;
      const clean = cleanText(text);
      for (const loss of clean.losses) this.warnings.push({ sheet, cell: cellRef(column, row), loss });
      const id = this.id(clean.text);
      // A text that lost something is looked at every time, so that each of its cells is reported.
      if (clean.losses.length === 0) known.set(text, id);
      return id;
    };
  }

  private id(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const id = this.base + this.added.length;
    this.added.push(text);
    this.ids.set(text, id);
    return id;
  }
}
