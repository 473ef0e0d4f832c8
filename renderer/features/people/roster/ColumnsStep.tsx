// Step 2 of a roster's import: its columns, the branch of those who name none, and from when moves count.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ROSTER_FIELDS,
  type RosterChoice,
  type RosterField,
  type RosterFile,
  type RosterPreview,
} from '../../../../shared/contract/roster.ts';
import { ROSTER_HEADERS } from '../../../../shared/domain/people/rosterHeader.ts';
import { missedStatus } from '../../../../shared/domain/people/statusColumn.ts';
import { api, client } from '../../../client.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { ColumnsStep as Columns } from '../../../components/sheetImport/ColumnsStep.tsx';
import { useTask } from '../../../components/task/useTask.ts';
import { BranchSelect } from '../BranchSelect.tsx';
import { useToday } from '../useToday.ts';

export interface ColumnsStepProps {
  readonly file: RosterFile;
  /** The choice to come back to. */
  readonly before: RosterChoice | null;
  readonly onBack: () => void;
  readonly onPreview: (choice: RosterChoice, preview: RosterPreview) => void;
}

const REQUIRED: readonly RosterField[] = ['number', 'name'];

export function ColumnsStep({ file, before, onBack, onPreview }: ColumnsStepProps) {
  const { t } = useTranslation();
  const branches = useQuery(api.branches.list.queryOptions());
  const [chosenBranch, setBranch] = useState<string | null>(before?.branchId ?? null);
  const today = useToday();
  const [fromDay, setFromDay] = useState(before?.fromDay ?? today);
  const preview = useTask((signal, choice: RosterChoice) => client.roster.preview(choice, { signal }));
  const branchId = chosenBranch ?? branches.data?.find((branch) => branch.parentId === null)?.id ?? null;
  const check = async (columns: Pick<RosterChoice, 'sheet' | 'headerRow' | 'mapping'>) => {
    if (branchId === null) return;
    const choice = { fileId: file.fileId, ...columns, branchId, fromDay };
    const made = await preview.start(choice);
    if (made) onPreview(choice, made);
  };
  return (
    <Columns
      file={file}
      fields={ROSTER_FIELDS}
      required={REQUIRED}
      headers={ROSTER_HEADERS}
      label={(field) => t(`people.field.${field}`)}
      before={before}
      warning={({ sheet, headerRow, mapping }, map, columnLabel) => {
        const missed = missedStatus(sheet, headerRow, mapping);
        return missed === null ? null : (
          <Alert
            type="warning"
            showIcon
            title={t('people.roster.statusMissed', { column: columnLabel(missed.column), word: missed.word })}
            action={
              <Button
                size="small"
                onClick={() => {
                  map('status', missed.column);
                  // The warning goes, and the keyboard with it to what it changed.
                  document.getElementById('import-status')?.focus();
                }}
              >
                {t('people.roster.statusMap')}
              </Button>
            }
          />
        );
      }}
      extra={
        <>
          <Form.Item
            label={t('people.roster.defaultBranch')}
            tooltip={t('people.roster.defaultBranchHint')}
            htmlFor="roster-branch"
          >
            <BranchSelect id="roster-branch" value={branchId} onChange={setBranch} />
          </Form.Item>
          <Form.Item label={t('people.roster.fromDay')} tooltip={t('people.roster.fromDayHint')} htmlFor="roster-day">
            <DayInput
              id="roster-day"
              value={fromDay}
              max={today}
              allowClear={false}
              onChange={(day) => setFromDay(day ?? today)}
            />
          </Form.Item>
        </>
      }
      extraReady={branchId !== null}
      task={preview}
      taskTitle={t('people.roster.comparing')}
      onBack={onBack}
      onCheck={(columns) => void check(columns)}
    />
  );
}
