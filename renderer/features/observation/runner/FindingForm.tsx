// The problem record of a row of the runner (8.2). Time and place come from the session; everything is saved while it is
// written.
import type { FindingField, FindingFields } from '../../../../shared/contract/observationRecord.ts';
import { ProblemForm } from '../../inspection/ProblemForm.tsx';
import type { SaveState } from './itemState.ts';
import { useRunner } from './runnerContext.ts';

export interface FindingFormProps {
  readonly code: string;
  readonly fields: FindingFields;
  readonly save: SaveState;
  /** Not a failing item: the record may be taken away again. */
  readonly removable: boolean;
  /** Fields that submission still asks for. */
  readonly missing: readonly FindingField[];
}

export function FindingForm({ code, fields, save, removable, missing }: FindingFormProps) {
  const { store } = useRunner();
  return (
    <ProblemForm
      name={code}
      fields={fields}
      save={save}
      missing={missing}
      onChange={(next) => store.editFinding(code, next)}
      onRemove={removable ? () => store.removeFinding(code) : null}
    />
  );
}
