// One improvement measure: what it is against, who does it until when, its figure before and after, and the verdict.
import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ImprovementRecord } from '../../../shared/contract/improvement.ts';
import { isEditable, isReschedulable } from '../../../shared/domain/improvement/states.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { Loaded } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { TaskProgress } from '../../components/task/TaskProgress.tsx';
import { useFormat } from '../../format.ts';
import { periodName } from '../../periodName.ts';
import { actionWords } from '../audit/auditWords.ts';
import { useSpoken } from '../observation/language.ts';
import { useToday } from '../people/useToday.ts';
import { TrainingOfSource } from '../training/TrainingOfSource.tsx';
import { ImprovementForm } from './ImprovementForm.tsx';
import { MeasuredTab } from './MeasuredTab.tsx';
import { RescheduleDialog } from './RescheduleDialog.tsx';
import { StandardLink } from './StandardLink.tsx';
import { IMPROVEMENT_TONES, isLate } from './tones.ts';
import { useFigure } from './useFigure.ts';
import { useMoves } from './useMoves.ts';
import { useProblemName } from './useProblemName.ts';
import './improvement.css';

export function ImprovementScreen() {
  const { id = '' } = useParams();
  const record = useQuery({ ...api.improvement.get.queryOptions({ input: { id } }), staleTime: 0 });
  return <Loaded query={record}>{(one) => <Improvement key={one.id} record={one} />}</Loaded>;
}

function Facts({ record }: { readonly record: ImprovementRecord }) {
  const { t } = useTranslation();
  const { nameOf, valueOf } = useFigure();
  const problemName = useProblemName();
  const spoken = useSpoken();
  const { problem, criterion, figure } = record;
  const item = (key: string, label: string, children: string | null) =>
    children === null ? [] : [{ key, label, children: <span className="improvement-words">{children}</span> }];
  return (
    <Descriptions
      bordered
      size="small"
      column={1}
      items={[
        ...item(
          'problem',
          t('improvement.column.problem'),
          problem === null
            ? t('improvement.form.noProblem')
            : t('improvement.form.problemText', {
                ...{ period: periodName(t, problem.period), name: problemName(problem) },
                ...{ records: problem.records, agents: problem.agents },
              }),
        ),
        ...(criterion
          ? item('criterion', t('improvement.form.criterion'), `${criterion.code} ${spoken(criterion.text)}`)
          : []),
        ...item('cause', t('improvement.record.cause'), record.cause),
        ...item('measure', t('improvement.record.measure'), record.measure),
        ...item(
          'figure',
          t('improvement.column.figure'),
          `${nameOf(figure)} · ${t('improvement.record.target')} ${valueOf(figure, record.target)}`,
        ),
        ...(record.kind === 'standard'
          ? [
              {
                key: 'standard',
                label: t('improvement.record.standard'),
                children: <StandardLink record={record} />,
              },
            ]
          : []),
        ...(record.kind === 'training'
          ? [
              {
                key: 'plans',
                label: t('training.tabs.plans'),
                children: (
                  <TrainingOfSource
                    reason="improvement"
                    sourceId={record.id}
                    criteria={figure.kind === 'failing' ? [figure.criterion] : []}
                  />
                ),
              },
            ]
          : []),
        ...item('result', t('improvement.record.result'), record.result),
        ...item('end', t('improvement.record.endReason'), record.endReason),
      ]}
    />
  );
}

function Improvement({ record }: { readonly record: ImprovementRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { may } = useAccount();
  const { make, task } = useMoves();
  const [open, setOpen] = useState<'edit' | 'reschedule' | null>(null);
  const { state, kind, moves } = record;
  const writes = may('improvement.write');
  return (
    <>
      <RecordFrame
        title={record.title}
        tag={<StateTag tone={IMPROVEMENT_TONES[state]}>{t(`improvement.state.${state}`)}</StateTag>}
        meta={[
          `${t('improvement.number', { number: record.number })} ${t(`improvement.kind.${kind}`)}`,
          record.branchName,
          record.ownerName,
          t(isLate(record, useToday()) ? 'improvement.board.overdue' : 'improvement.board.due', {
            day: record.deadline,
          }),
          t('improvement.record.proposed', { who: record.proposedBy, time: format.instant(record.proposedAt) }),
          ...(record.startedAt === null
            ? []
            : [t('improvement.record.started', { time: format.instant(record.startedAt) })]),
          ...(record.doneAt === null ? [] : [t('improvement.record.done', { time: format.instant(record.doneAt) })]),
          ...(record.endedAt === null
            ? []
            : [t('improvement.record.ended', { who: record.endedBy ?? '', time: format.instant(record.endedAt) })]),
        ]}
        actions={
          <>
            {writes && isEditable(state) && (
              <Button onClick={() => setOpen('edit')}>{t('improvement.record.edit')}</Button>
            )}
            {writes && isReschedulable(state) && (
              <Button onClick={() => setOpen('reschedule')}>{t('improvement.record.reschedule')}</Button>
            )}
            {moves.map((move) => (
              <Button
                key={move}
                danger={move === 'drop'}
                type={move === 'drop' || move === 'resume' ? 'default' : 'primary'}
                disabled={task.state.kind === 'running'}
                onClick={() => void make(record, move)}
              >
                {t(`improvement.move.${move}`)}
              </Button>
            ))}
          </>
        }
        notice={
          <TaskProgress
            task={task}
            title={t('improvement.record.measuring')}
            stage={() => t('improvement.record.measuringStage')}
          />
        }
        tabs={[
          { key: 'facts', label: t('improvement.record.facts'), children: <Facts record={record} /> },
          { key: 'measured', label: t('improvement.record.measured'), children: <MeasuredTab record={record} /> },
        ]}
        history={record.history.map((entry) => ({
          key: entry.seq,
          what: actionWords(t, entry.action),
          who: entry.actor ?? '',
          at: entry.at,
        }))}
      />
      {open === 'edit' && <ImprovementForm start={{ row: record }} onClose={() => setOpen(null)} />}
      {open === 'reschedule' && <RescheduleDialog row={record} onClose={() => setOpen(null)} />}
    </>
  );
}
