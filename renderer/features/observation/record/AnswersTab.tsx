// The answers of any revision by stage, read only; against an earlier one each change stands as old → new.
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Flex, Select, Table, Typography, type TableColumnType as ColumnType } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import { STAGES, type Stage } from '../../../../shared/contract/standard.ts';
import { api } from '../../../client.ts';
import { Loaded } from '../../../components/states.tsx';
import { StateTag } from '../../../components/StateTag.tsx';
import { useFormat } from '../../../format.ts';
import { useSpoken } from '../language.ts';
import { AnswerMark } from './AnswerMark.tsx';
import { changesOf, type AnswerLine } from './answerLines.ts';

export function AnswersTab({ record }: { readonly record: ObservationRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shownFirst = record.revision?.number ?? 1;
  const [number, setNumber] = useState(shownFirst);
  const [against, setAgainst] = useState<number | null>(null);
  const [changedOnly, setChangedOnly] = useState(false);
  const revision = (wanted: number) => ({
    ...api.observation.readRevision.queryOptions({ input: { id: record.id, number: wanted } }),
    staleTime: 0,
  });
  const other = useQuery({ ...revision(number), enabled: number !== shownFirst });
  const base = useQuery({ ...revision(against ?? 1), enabled: against !== null });
  if (record.revision === null)
    return <Typography.Text type="secondary">{t('observation.record.notStarted')}</Typography.Text>;
  const shown = number === shownFirst ? record : other.data;
  const options = record.revisions.map((one) => ({
    value: one.number,
    label: t('observation.record.revision', {
      number: one.number,
      state: t(`observation.record.revisionState.${one.state}`),
      time: format.instant(one.submittedAt ?? one.createdAt),
    }),
  }));
  const reason = record.revisions.find((one) => one.number === number)?.reason ?? null;
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        <Select
          aria-label={t('observation.record.chooseRevision')}
          value={number}
          options={options}
          onChange={setNumber}
          popupMatchSelectWidth={false}
        />
        {options.length > 1 && (
          <>
            <Select
              aria-label={t('observation.record.compareWith')}
              placeholder={t('observation.record.compareWith')}
              allowClear
              value={against}
              options={options.filter(({ value }) => value !== number)}
              popupMatchSelectWidth={false}
              onChange={(value: number | undefined) => setAgainst(value ?? null)}
            />
            {against !== null && (
              <Checkbox checked={changedOnly} onChange={(event) => setChangedOnly(event.target.checked)}>
                {t('observation.record.changedOnly')}
              </Checkbox>
            )}
          </>
        )}
        {reason !== null && (
          <Typography.Text type="secondary">{t('observation.record.reason', { reason })}</Typography.Text>
        )}
      </Flex>
      {shown === undefined || (against !== null && base.data === undefined) ? (
        <Loaded query={shown === undefined ? other : base}>{() => null}</Loaded>
      ) : (
        <Answers
          lines={changesOf(shown, against === null ? undefined : base.data)}
          compared={against !== null}
          changedOnly={changedOnly && against !== null}
        />
      )}
    </Flex>
  );
}

interface AnswersProps {
  readonly lines: readonly AnswerLine[];
  readonly compared: boolean;
  readonly changedOnly: boolean;
}

type Row = { readonly stage: Stage; readonly done: number; readonly all: number } | AnswerLine;

const isHeading = (row: Row): row is Exclude<Row, AnswerLine> => 'stage' in row;

/** The lines under a heading for each stage that has some. */
const byStage = (lines: readonly AnswerLine[]): readonly Row[] =>
  STAGES.flatMap((stage) => {
    const own = lines.filter(({ criterion }) => criterion.stage === stage);
    const done = own.filter(({ answer }) => answer !== undefined).length;
    return own.length === 0 ? [] : [{ stage, done, all: own.length }, ...own];
  });

function Answers({ lines, compared, changedOnly }: AnswersProps) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const columns: readonly (Omit<ColumnType<Row>, 'render'> & { readonly show: (line: AnswerLine) => ReactNode })[] = [
    { title: t('observation.record.code'), width: 84, show: ({ criterion }) => criterion.code },
    { title: t('observation.record.criterion'), show: ({ criterion }) => spoken(criterion.text) },
    {
      title: t('observation.record.answer'),
      width: compared ? 260 : 180,
      show: ({ criterion, answer, before, changed }) =>
        changed ? (
          <span>
            <del>
              <AnswerMark criterion={criterion} answer={before} />
            </del>{' '}
            →{' '}
            <ins>
              <AnswerMark criterion={criterion} answer={answer} />
            </ins>
          </span>
        ) : (
          <AnswerMark criterion={criterion} answer={answer} />
        ),
    },
    {
      title: t('observation.detail.note'),
      width: '28%',
      show: ({ note, noteBefore }) =>
        compared && note !== noteBefore ? (
          <span>
            {noteBefore !== '' && <del>{noteBefore}</del>} <ins>{note}</ins>
          </span>
        ) : (
          note
        ),
    },
    {
      title: t('observation.record.marks'),
      width: 96,
      show: ({ redLine }) => (redLine ? <StateTag tone="danger">{t('words.redLine')}</StateTag> : null),
    },
  ];
  return (
    <Table<Row>
      className="answers-tab"
      size="small"
      rowKey={(row) => (isHeading(row) ? row.stage : row.criterion.code)}
      dataSource={[...byStage(changedOnly ? lines.filter(({ changed }) => changed) : lines)]}
      pagination={false}
      rowClassName={(row) => (isHeading(row) ? 'answers-stage' : row.changed ? 'answer-changed' : '')}
      locale={{ emptyText: t('observation.record.noChange') }}
      columns={columns.map(({ show, ...column }, at) => ({
        ...column,
        onCell: (row) => (isHeading(row) ? { colSpan: at === 0 ? columns.length : 0 } : {}),
        render: (_, row) =>
          isHeading(row) ? (
            <h2>
              {t(`words.stage.${row.stage}`)}
              {!changedOnly && (
                <span className="answers-stage-count">
                  {row.done}/{row.all}
                </span>
              )}
            </h2>
          ) : (
            show(row)
          ),
      }))}
    />
  );
}
