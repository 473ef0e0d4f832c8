// The order in which writes reach the disk: one at a time, as they were made. A write that fails stays at the head and
// nothing behind it is lost; the tick of each appears only when its own write has answered (4.2).

export interface SaveJob {
  /** Jobs of the same key that wait are replaced by the latest: autosaved texts. Empty: never replaced. */
  readonly key: string;
  readonly run: () => Promise<void>;
}

export interface QueueState {
  /** Writes not yet on disk, the one under way included. */
  readonly waiting: number;
  /** Why the head failed; null while all goes well. */
  readonly failure: unknown;
}

export interface SaveQueue<Job extends SaveJob> {
  readonly push: (job: Job) => void;
  /** What is not yet on disk, in the order in which it was entered. */
  readonly jobs: () => readonly Job[];
  /** Runs the failed head again. */
  readonly retry: () => void;
  /** Gives up the failed head and goes on with the next. */
  readonly drop: () => void;
  readonly state: () => QueueState;
  /** Resolves when nothing waits, or at the first failure. */
  readonly settled: () => Promise<QueueState>;
}

export function createSaveQueue<Job extends SaveJob = SaveJob>(onChange: (state: QueueState) => void): SaveQueue<Job> {
  const jobs: Job[] = [];
  let running = false;
  let failure: unknown = null;
  let waiters: ((state: QueueState) => void)[] = [];

  const state = (): QueueState => ({ waiting: jobs.length, failure });
  const changed = () => {
    const now = state();
    onChange(now);
    if (running || (jobs.length > 0 && failure === null)) return;
    const told = waiters;
    waiters = [];
    for (const tell of told) tell(now);
  };

  const work = async (): Promise<void> => {
    if (running) return;
    running = true;
    for (let head = jobs[0]; head !== undefined && failure === null; head = jobs[0]) {
      try {
        await head.run();
        jobs.shift();
      } catch (error) {
        failure = error;
      }
      if (jobs.length > 0 && failure === null) onChange(state());
    }
    running = false;
    changed();
  };
  const start = () => {
    failure = null;
    void work();
  };

  return {
    jobs: () => [...jobs],
    push: (job) => {
      // The head may be under way with its older text, so only what stands behind it can be replaced.
      const at = job.key === '' ? -1 : jobs.findIndex((other, index) => index > 0 && other.key === job.key);
      if (at < 0) jobs.push(job);
      else jobs[at] = job;
      onChange(state());
      start();
    },
    retry: start,
    drop: () => {
      if (failure === null || running) return;
      jobs.shift();
      start();
    },
    state,
    settled: () =>
      jobs.length === 0 || (failure !== null && !running)
        ? Promise.resolve(state())
        : new Promise((resolve) => waiters.push(resolve)),
  };
}
