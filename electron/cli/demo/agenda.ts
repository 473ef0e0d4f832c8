// What happens in the demo beside the observations, in the order of time: each entry may put down more.

export class Agenda {
  /** Sets the demo's clock, never back. */
  private readonly setClock: (to: number) => void;
  private entries: { readonly at: number; readonly act: () => void | Promise<void> }[] = [];

  constructor(setClock: (to: number) => void) {
    this.setClock = setClock;
  }

  put(at: number, act: () => void | Promise<void>): void {
    this.entries.push({ at, act });
  }

  /** Everything due until then, the earliest first. */
  async reach(to: number): Promise<void> {
    for (let next = this.take(to); next; next = this.take(to)) {
      this.setClock(next.at);
      await next.act();
    }
    this.setClock(to);
  }

  private take(to: number) {
    const [next] = this.entries.filter(({ at }) => at <= to).sort((a, b) => a.at - b.at);
    if (next) this.entries = this.entries.filter((entry) => entry !== next);
    return next;
  }
}
