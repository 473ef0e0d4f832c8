// The one who is asked before the session is ended: a screen that holds what is not on disk yet. Ways inside the console
// go through the router's blocker instead. Behind the lock nothing can be saved, so the lock itself says that something waits.
interface Guard {
  /** Calls `go` once nothing is lost or the person wants it so. */
  readonly ask: (go: () => void) => void;
  readonly unsaved: () => boolean;
}

let guard: Guard | undefined;
const heldBack = new Set<() => void>();

/** Asks `given` before the session ends. Returns the undoing. */
export function guardLeaving(given: Guard): () => void {
  guard = given;
  return () => {
    if (guard === given) guard = undefined;
  };
}

/** Does `go` at once, or when the screen that holds something unsaved lets it. */
export function leaveThen(go: () => void): void {
  if (guard) guard.ask(go);
  else go();
}

/** Whether the screen behind the lock holds something that would be lost. */
export const unsavedBehind = (): boolean => guard?.unsaved() ?? false;

/** Says to the lock that a way out was held back for what is unsaved behind it. */
export const holdBack = (): void => heldBack.forEach((said) => said());

/** Calls `said` whenever a way out was held back. Returns the undoing. */
export function onHeldBack(said: () => void): () => void {
  heldBack.add(said);
  return () => heldBack.delete(said);
}
