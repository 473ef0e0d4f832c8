// A dialog opens with the keyboard in its first field, not on its closing cross.

/** For a modal's `afterOpenChange`: moves the focus into the form of that id. */
export const focusFirst =
  (formId: string) =>
  (open: boolean): void => {
    if (open) document.getElementById(formId)?.querySelector<HTMLElement>('input:not(:disabled)')?.focus();
  };
