// 客户反馈: praise, suggestions, complaints and reviews with their person in charge and the answer's day.
import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FEEDBACK_KINDS, FEEDBACK_STATES, type FeedbackRow } from '../../../shared/contract/feedback.ts';
import { PROBLEM_CLASSES } from '../../../shared/contract/vocabulary.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useFormat } from '../../format.ts';
import { useToday } from '../people/useToday.ts';
import { ListBefore } from '../responses/ListBefore.tsx';
import { useDays } from '../responses/useDays.ts';
import { FeedbackForm } from './FeedbackForm.tsx';
import { FeedbackTabs } from './FeedbackTabs.tsx';
import { ANSWER_TONES, answerOf, STATE_TONES } from './feedbackTones.ts';

const ANSWERS = ['waiting', 'inTime', 'late', 'overdue'] as const;

function useColumns(today: string): readonly Column<FeedbackRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo<readonly Column<FeedbackRow>[]>(
    () => [
      { key: 'day', kind: 'day', header: t('feedback.field.day'), value: (r) => r.day, width: 104, pinned: true },
      {
        key: 'kind',
        kind: 'choice',
        header: t('feedback.field.kind'),
        value: (r) => r.kind,
        options: FEEDBACK_KINDS.map((value) => ({ value, label: t(`feedback.kind.${value}`) })),
        width: 96,
        filter: true,
      },
      {
        key: 'class',
        kind: 'choice',
        header: t('feedback.field.class'),
        value: (r) => r.class,
        options: PROBLEM_CLASSES.map((value) => ({ value, label: t(`words.problemClass.${value}`) })),
        width: 104,
        filter: true,
      },
      { key: 'agent', kind: 'text', header: t('feedback.field.agent'), value: (r) => r.agentName, width: 88 },
      {
        key: 'number',
        kind: 'text',
        header: t('feedback.field.agentNumber'),
        value: (r) => r.employeeNumber,
        width: 96,
        hidden: true,
      },
      { key: 'team', kind: 'text', header: t('feedback.field.team'), value: (r) => r.team, width: 96, hidden: true },
      { key: 'client', kind: 'text', header: t('feedback.field.client'), value: (r) => r.client, width: 110 },
      {
        key: 'content',
        kind: 'text',
        header: t('feedback.field.content'),
        value: (r) => r.content,
        width: 140,
        grow: true,
      },
      { key: 'owner', kind: 'text', header: t('feedback.field.owner'), value: (r) => r.ownerName, width: 88 },
      { key: 'dueOn', kind: 'day', header: t('feedback.field.dueOn'), value: (r) => r.dueOn, width: 104 },
      {
        key: 'answer',
        kind: 'choice',
        header: t('feedback.list.answering'),
        value: (r) => answerOf(r, format, today),
        options: ANSWERS.map((value) => ({ value, label: t(`feedback.answerState.${value}`) })),
        cell: (r) => {
          const state = answerOf(r, format, today);
          return <StateTag tone={ANSWER_TONES[state]}>{t(`feedback.answerState.${state}`)}</StateTag>;
        },
        width: 92,
      },
      {
        key: 'state',
        kind: 'choice',
        header: t('feedback.list.status'),
        value: (r) => r.state,
        options: FEEDBACK_STATES.map((value) => ({ value, label: t(`feedback.state.${value}`) })),
        cell: (r) => <StateTag tone={STATE_TONES[r.state]}>{t(`feedback.state.${r.state}`)}</StateTag>,
        width: 96,
        filter: true,
      },
      {
        key: 'commendation',
        kind: 'text',
        header: t('feedback.commendation'),
        value: (r) =>
          r.kind === 'praise' ? t(r.confirmedAt === null ? 'feedback.unconfirmed' : 'feedback.confirmed') : null,
        width: 88,
      },
    ],
    [t, format, today],
  );
}

export function FeedbackScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const [days, setDays] = useDays(0);
  const [withdrawn, setWithdrawn] = useState(false);
  const [adding, setAdding] = useState(false);
  const columns = useColumns(useToday());
  const list = useQuery(api.feedback.list.queryOptions({ input: { ...days, withdrawn } }));
  const rows = list.data?.rows;
  const total = list.data?.total ?? 0;
  return (
    <Page fill>
      <PageHeader
        title={t('feedback.title')}
        detail={<FeedbackTabs open="list" />}
        actions={
          may('feedback.write') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t('feedback.list.add')}
            </Button>
          )
        }
      />
      <DataGrid<FeedbackRow>
        name="feedback"
        title={t('feedback.title')}
        query={{ data: rows, error: list.error, refetch: list.refetch }}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={(row) => void navigate(`/feedback/${row.id}`)}
        rowTone={(row) => (row.state === 'withdrawn' ? 'quiet' : undefined)}
        before={<ListBefore days={days} onChange={setDays} withdrawn={withdrawn} onWithdrawn={setWithdrawn} />}
        empty={{ title: t('feedback.list.empty'), hint: t('feedback.list.emptyHint') }}
        foot={rows && rows.length < total && <span>{t('feedback.list.cut', { shown: rows.length, total })}</span>}
      />
      {adding && (
        <FeedbackForm row={null} onClose={() => setAdding(false)} onSaved={(id) => void navigate(`/feedback/${id}`)} />
      )}
    </Page>
  );
}
