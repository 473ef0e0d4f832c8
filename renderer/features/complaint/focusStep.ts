// After a move the keyboard goes on at the next step: the heading of the panel in the centre of a case.

export const STEP_HEADING = 'case-step-heading';

const lost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** Moves a focus that was lost with what held it to the step's heading, once what closes is gone. */
export function focusStep(): void {
  const put = (): void => {
    if (lost() && document.querySelector('[role="dialog"][aria-modal="true"]') === null)
      document.getElementById(STEP_HEADING)?.focus();
  };
  requestAnimationFrame(put);
  // A dialog that fades away takes the focus along at its end.
  setTimeout(put, 400);
}
