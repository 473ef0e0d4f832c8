// Where the keyboard goes on in forms and dialogs of a rectification.

const FIELDS = 'input:not(:disabled), textarea:not(:disabled)';
/** Long enough for a dialog to be gone and for its own return of the focus. */
const GONE = 100;

/** To the first field of the form of that id. */
export const focusField = (formId: string): void =>
  document.getElementById(formId)?.querySelector<HTMLElement>(FIELDS)?.focus();

/** To the first field of which the form says that something is wrong, once it is marked. */
export function focusWrong(formId: string): void {
  setTimeout(() => {
    const field = document
      .getElementById(formId)
      ?.querySelector<HTMLElement>(`.ant-form-item-has-error :is(${FIELDS})`);
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  });
}

/** To the heading of the record that is shown, from which the tab key reaches what may be done next. */
function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('h1.page-title');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus();
}

/** Back to what opened a dialog; where the move took that away or barred it, to the heading of the record. */
export function focusBack(opener: Element | null = null): void {
  setTimeout(() => {
    const other = document.activeElement;
    // Something else has taken the focus meanwhile: another dialog, or the person.
    if (other !== null && other !== document.body && other.closest('.ant-modal') !== null) return;
    if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected && !opener.matches(':disabled'))
      opener.focus();
    else focusHeading();
  }, GONE);
}
