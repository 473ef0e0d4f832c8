// What a person is typing into a step or dialog of a case, kept until it is recorded. It is the person's own: nobody reads another's.
import { z } from 'zod';
import { route } from './route.ts';
import { Id, Instant } from './vocabulary.ts';

/** Characters of one draft as JSON at most: every box of the longest form filled twice over. */
const STEP_DRAFT_SIGNS = 80_000;

/** Which form: a step's or a dialog's name, with its part where it has some, as `verdict.audit`. */
const Form = z.object({ id: Id, round: z.int().min(1), form: z.string().regex(/^[A-Za-z.]{1,40}$/) });

/** As the form has it; half of it may be missing. */
const Fields = z
  .record(z.string().max(40), z.unknown())
  .refine((fields) => JSON.stringify(fields).length <= STEP_DRAFT_SIGNS);

export const stepDrafts = {
  stepDraft: route('complaints.write')
    .input(Form)
    .output(z.object({ fields: z.record(z.string(), z.unknown()), savedAt: Instant }).nullable()),
  /** Takes the place of the one before. */
  saveStepDraft: route('complaints.write')
    .input(Form.extend({ fields: Fields }))
    .output(z.object({})),
  /** Once it is recorded or let go; nothing happens where none is kept. */
  dropStepDraft: route('complaints.write').input(Form).output(z.object({})),
};
