// Step 2: which sheet, which header row, which column holds what; what was recognised stands there already.
import { Alert, Button, Flex, Form, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HEAD_ROWS, type SheetHead } from '../../../shared/contract/sheet.ts';
import { columnName } from '../../../shared/domain/sheet/cell.ts';
import type { HeaderReader, LearnedHeaders, Mapping } from '../../../shared/domain/sheet/header.ts';
import { TaskProgress } from '../task/TaskProgress.tsx';
import type { TaskState } from '../task/useTask.ts';
import { Sample } from './Sample.tsx';
import { stageWord } from './stageWord.ts';

/** What the person settled in this step. */
export interface ColumnsChoice<Field extends string> {
  readonly sheet: string;
  readonly headerRow: number;
  readonly mapping: Mapping<Field>;
}

/** The columns as they stand, settled or not. */
export interface ColumnsNow<Field extends string> {
  readonly sheet: SheetHead;
  readonly headerRow: number | null;
  readonly mapping: Mapping<Field>;
}

export interface ColumnsStepProps<Field extends string> {
  readonly file: { readonly sheets: readonly SheetHead[]; readonly learned: LearnedHeaders<Field> };
  readonly fields: readonly Field[];
  readonly required: readonly Field[];
  readonly headers: HeaderReader<Field>;
  readonly label: (field: Field) => string;
  /** The choice to come back to. */
  readonly before: ColumnsChoice<Field> | null;
  /** What this import warns of with these columns; `map` gives a field its column. */
  readonly warning?: (
    now: ColumnsNow<Field>,
    map: (field: Field, column: number) => void,
    columnLabel: (column: number) => string,
  ) => ReactNode;
  /** Questions of this import besides the columns, as form items. */
  readonly extra?: ReactNode;
  /** Whether those are answered. */
  readonly extraReady?: boolean;
  /** The making of the preview. */
  readonly task: { readonly state: TaskState<unknown>; readonly stop: () => void; readonly reset: () => void };
  readonly taskTitle: string;
  readonly onBack: () => void;
  readonly onCheck: (choice: ColumnsChoice<Field>) => void;
}

export function ColumnsStep<Field extends string>(props: ColumnsStepProps<Field>) {
  const { file, fields, required, headers, label, before, extra, extraReady = true, task } = props;
  const { t } = useTranslation();
  const guess = (sheet: SheetHead | undefined, row: number | null): Mapping<Field> =>
    headers.mapHeaders(row === null ? [] : (sheet?.head[row - 1] ?? []), file.learned);
  const said = (sheet: SheetHead) => headers.mappedFields(guess(sheet, sheet.headerRow));
  // Without a choice, the sheet whose header says most.
  const first =
    file.sheets.find((sheet) => sheet.name === before?.sheet) ?? file.sheets.toSorted((a, b) => said(b) - said(a))[0];
  const [sheet, setSheet] = useState(first);
  const [headerRow, setHeaderRow] = useState(before?.headerRow ?? first?.headerRow ?? null);
  const [mapping, setMapping] = useState(() => before?.mapping ?? guess(first, first?.headerRow ?? null));

  const names = sheet && headerRow !== null ? (sheet.head[headerRow - 1] ?? []) : [];
  const width = Math.max(0, ...(sheet?.head.map((row) => row.length) ?? []));
  const used = fields.map((field) => mapping[field]).filter((column) => column !== null);
  const isTwice = (column: number | null) => column !== null && used.filter((one) => one === column).length > 1;
  const ready =
    sheet &&
    headerRow !== null &&
    extraReady &&
    required.every((field) => mapping[field] !== null) &&
    !used.some(isTwice);

  const chooseHeader = (from: SheetHead, row: number | null) => {
    setSheet(from);
    setHeaderRow(row);
    setMapping(guess(from, row));
    task.reset();
  };
  const columns = Array.from({ length: width }, (_, index) => {
    const [column, header] = [columnName(index + 1), names[index] ?? ''];
    const text = header === '' ? t('sheetImport.columnBare', { column }) : t('sheetImport.column', { column, header });
    return { value: index + 1, label: text };
  });
  const columnLabel = (column: number) => columns[column - 1]?.label ?? columnName(column);
  const map = (field: Field, column: number | null) => setMapping({ ...mapping, [field]: column });
  const labelOf = (column: number) => {
    const field = fields.find((one) => mapping[one] === column);
    return field === undefined ? undefined : label(field);
  };

  return (
    <>
      <div className="import-columns">
        <section className="panel import-choice" aria-label={t('sheetImport.step.columns')}>
          <Form size="small" layout="horizontal" labelCol={{ flex: '136px' }} labelAlign="left" labelWrap colon={false}>
            <Form.Item label={t('sheetImport.sheet')} htmlFor="import-sheet">
              <Select
                id="import-sheet"
                value={sheet?.name ?? null}
                options={file.sheets.map(({ name }) => ({ value: name, label: name }))}
                onChange={(name) => {
                  const chosen = file.sheets.find((one) => one.name === name);
                  if (chosen) chooseHeader(chosen, chosen.headerRow);
                }}
              />
            </Form.Item>
            <Form.Item label={t('sheetImport.headerRow')} htmlFor="import-header">
              <Select
                id="import-header"
                value={headerRow}
                options={Array.from({ length: Math.min(HEAD_ROWS, sheet?.head.length ?? 0) }, (_, index) => ({
                  value: index + 1,
                  label: t('sheetImport.headerRowOption', { row: index + 1 }),
                }))}
                onChange={(row) => sheet && chooseHeader(sheet, row)}
              />
            </Form.Item>
            {extra}
            <h2 className="panel-title">{t('sheetImport.columnsTitle')}</h2>
            {fields.map((field) => {
              const isRequired = required.includes(field);
              const missing = isRequired && mapping[field] === null;
              const trouble = missing
                ? t('sheetImport.required')
                : isTwice(mapping[field])
                  ? t('sheetImport.twice')
                  : null;
              return (
                <Form.Item
                  key={field}
                  label={label(field)}
                  htmlFor={`import-${field}`}
                  required={isRequired}
                  {...(trouble === null ? {} : { validateStatus: 'error' as const, help: trouble })}
                >
                  <Select<number>
                    id={`import-${field}`}
                    allowClear
                    placeholder={t('sheetImport.notInFile')}
                    value={mapping[field]}
                    options={columns}
                    onChange={(column: number | undefined) => map(field, column ?? null)}
                  />
                </Form.Item>
              );
            })}
          </Form>
        </section>
        <section className="panel import-sample">
          <h2>{t('sheetImport.sample')}</h2>
          {headerRow === null && <Alert type="warning" showIcon title={t('sheetImport.noHeader')} />}
          {sheet && props.warning?.({ sheet, headerRow, mapping }, map, columnLabel)}
          {sheet && <Sample sheet={sheet} headerRow={headerRow} labelOf={labelOf} width={width} />}
        </section>
      </div>
      <TaskProgress task={task} title={props.taskTitle} stage={(name) => stageWord(t, name)} />
      <Flex gap={8}>
        <Button onClick={props.onBack}>{t('sheetImport.pickAnother')}</Button>
        <Button
          type="primary"
          disabled={!ready || task.state.kind === 'running'}
          onClick={() => ready && props.onCheck({ sheet: sheet.name, headerRow, mapping })}
        >
          {t('sheetImport.toPreview')}
        </Button>
      </Flex>
    </>
  );
}
