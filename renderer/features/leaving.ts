// The one who is asked before the session is ended: a screen that holds what is not on disk yet. Ways inside the console
// go through the router's blocker instead.
type Guard = (go: () => void) => void;

let guard: Guard | undefined;

/** Asks `ask` before the session ends; it calls `go` once nothing is lost or the person wants it so. Returns the undoing. */
export function guardLeaving(ask: Guard): () => void {
  guard = ask;
  return () => {
    if (guard === ask) guard = undefined;
  };
}

/** Does `go` at once, or when the screen that holds something unsaved lets it. */
export function leaveThen(go: () => void): void {
  if (guard) guard(go);
  else go();
}
