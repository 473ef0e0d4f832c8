// Step 2: which sheet, which header row, which column holds what; what was recognised stands there already.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  HEAD_ROWS,
  ROSTER_FIELDS,
  type RosterChoice,
  type RosterFile,
  type RosterMapping,
  type RosterPreview,
  type RosterSheet,
} from '../../../../shared/contract/roster.ts';
import { columnName } from '../../../../shared/domain/people/rosterCell.ts';
import { mapHeaders, mappedFields } from '../../../../shared/domain/people/rosterHeader.ts';
import { api, client } from '../../../client.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { TaskProgress } from '../../../components/task/TaskProgress.tsx';
import { useTask } from '../../../components/task/useTask.ts';
import { BranchSelect } from '../BranchSelect.tsx';
import { Sample } from './Sample.tsx';
import { stageWord } from './stageWord.ts';
import { useToday } from '../useToday.ts';

export interface ColumnsStepProps {
  readonly file: RosterFile;
  /** The choice to come back to. */
  readonly before: RosterChoice | null;
  readonly onBack: () => void;
  readonly onPreview: (choice: RosterChoice, preview: RosterPreview) => void;
}

/** The sheet whose header says most. */
const likeliest = (file: RosterFile): RosterSheet | undefined =>
  file.sheets.toSorted(
    (a, b) => mappedFields(guess(file, b, b.headerRow)) - mappedFields(guess(file, a, a.headerRow)),
  )[0];

const guess = (file: RosterFile, sheet: RosterSheet, headerRow: number | null): RosterMapping =>
  mapHeaders(headerRow === null ? [] : (sheet.head[headerRow - 1] ?? []), file.learned);

export function ColumnsStep({ file, before, onBack, onPreview }: ColumnsStepProps) {
  const { t } = useTranslation();
  const branches = useQuery(api.branches.list.queryOptions());
  const first = file.sheets.find((sheet) => sheet.name === before?.sheet) ?? likeliest(file);
  const [sheet, setSheet] = useState(first);
  const [headerRow, setHeaderRow] = useState(before?.headerRow ?? first?.headerRow ?? null);
  const [mapping, setMapping] = useState(() => before?.mapping ?? guess(file, first!, first?.headerRow ?? null));
  const [chosenBranch, setBranch] = useState<string | null>(before?.branchId ?? null);
  const today = useToday();
  const [fromDay, setFromDay] = useState(before?.fromDay ?? today);
  const preview = useTask((signal, choice: RosterChoice) => client.roster.preview(choice, { signal }));

  const branchId = chosenBranch ?? branches.data?.find((branch) => branch.parentId === null)?.id ?? null;
  const headers = sheet && headerRow !== null ? (sheet.head[headerRow - 1] ?? []) : [];
  const width = Math.max(0, ...(sheet?.head.map((row) => row.length) ?? []));
  const used = ROSTER_FIELDS.map((field) => mapping[field]).filter((column) => column !== null);
  const isTwice = (column: number | null) => column !== null && used.filter((one) => one === column).length > 1;
  const ready =
    sheet &&
    headerRow !== null &&
    branchId !== null &&
    mapping.number !== null &&
    mapping.name !== null &&
    !used.some(isTwice);

  const chooseHeader = (from: RosterSheet, row: number | null) => {
    setSheet(from);
    setHeaderRow(row);
    setMapping(guess(file, from, row));
    preview.reset();
  };
  const check = async () => {
    if (!ready) return;
    const choice = { fileId: file.fileId, sheet: sheet.name, headerRow, mapping, branchId, fromDay };
    const made = await preview.start(choice);
    if (made) onPreview(choice, made);
  };
  const columns = Array.from({ length: width }, (_, index) => {
    const [column, header] = [columnName(index + 1), headers[index] ?? ''];
    const label =
      header === '' ? t('people.roster.columnBare', { column }) : t('people.roster.column', { column, header });
    return { value: index + 1, label };
  });

  return (
    <>
      <div className="roster-columns">
        <section className="panel roster-choice" aria-label={t('people.roster.step.columns')}>
          <Form size="small" layout="horizontal" labelCol={{ flex: '136px' }} labelAlign="left" labelWrap colon={false}>
            <Form.Item label={t('people.roster.sheet')} htmlFor="roster-sheet">
              <Select
                id="roster-sheet"
                value={sheet?.name ?? null}
                options={file.sheets.map(({ name }) => ({ value: name, label: name }))}
                onChange={(name) => {
                  const chosen = file.sheets.find((one) => one.name === name);
                  if (chosen) chooseHeader(chosen, chosen.headerRow);
                }}
              />
            </Form.Item>
            <Form.Item label={t('people.roster.headerRow')} htmlFor="roster-header">
              <Select
                id="roster-header"
                value={headerRow}
                options={Array.from({ length: Math.min(HEAD_ROWS, sheet?.head.length ?? 0) }, (_, index) => ({
                  value: index + 1,
                  label: t('people.roster.headerRowOption', { row: index + 1 }),
                }))}
                onChange={(row) => sheet && chooseHeader(sheet, row)}
              />
            </Form.Item>
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
            <h2 className="panel-title">{t('people.roster.columnsTitle')}</h2>
            {ROSTER_FIELDS.map((field) => {
              const missing = (field === 'number' || field === 'name') && mapping[field] === null;
              const trouble = missing
                ? t('people.roster.required')
                : isTwice(mapping[field])
                  ? t('people.roster.twice')
                  : null;
              return (
                <Form.Item
                  key={field}
                  label={t(`people.field.${field}`)}
                  htmlFor={`roster-${field}`}
                  required={field === 'number' || field === 'name'}
                  {...(trouble === null ? {} : { validateStatus: 'error' as const, help: trouble })}
                >
                  <Select<number>
                    id={`roster-${field}`}
                    allowClear
                    placeholder={t('people.roster.notInFile')}
                    value={mapping[field]}
                    options={columns}
                    onChange={(column: number | undefined) => setMapping({ ...mapping, [field]: column ?? null })}
                  />
                </Form.Item>
              );
            })}
          </Form>
        </section>
        <section className="panel roster-sample">
          <h2>{t('people.roster.sample')}</h2>
          {headerRow === null && <Alert type="warning" showIcon title={t('people.roster.noHeader')} />}
          {sheet && <Sample sheet={sheet} headerRow={headerRow} mapping={mapping} width={width} />}
        </section>
      </div>
      <TaskProgress task={preview} title={t('people.roster.comparing')} stage={(name) => stageWord(t, name)} />
      <Flex gap={8}>
        <Button onClick={onBack}>{t('people.roster.pickAnother')}</Button>
        <Button type="primary" disabled={!ready || preview.state.kind === 'running'} onClick={() => void check()}>
          {t('people.roster.toPreview')}
        </Button>
      </Flex>
    </>
  );
}
