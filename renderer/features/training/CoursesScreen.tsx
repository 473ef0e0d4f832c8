// Courses (7.1, 7.4) with how often they were taught and what agents said of them.
import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CourseRow } from '../../../shared/contract/trainingRows.ts';
import { TRAINING_CONTENTS, TRAINING_FORMS } from '../../../shared/contract/trainingWords.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { CourseForm } from './CourseForm.tsx';
import { TrainingHeader } from './TrainingHeader.tsx';
import { feedbackMean } from './feedbackMean.ts';

function useColumns(): readonly Column<CourseRow>[] {
  const { t } = useTranslation();
  return useMemo<readonly Column<CourseRow>[]>(
    () => [
      {
        ...{ key: 'title', kind: 'text', header: t('training.courses.title'), value: (r) => r.title, width: 200 },
        ...{ pinned: true, grow: true },
      },
      {
        ...{ key: 'content', kind: 'choice', header: t('training.field.content'), value: (r) => r.content, width: 168 },
        options: TRAINING_CONTENTS.map((value) => ({ value, label: t(`training.content.${value}`) })),
        filter: true,
      },
      {
        ...{ key: 'form', kind: 'choice', header: t('training.field.form'), value: (r) => r.form, width: 96 },
        options: TRAINING_FORMS.map((value) => ({ value, label: t(`training.form.${value}`) })),
        filter: true,
      },
      { key: 'hours', kind: 'decimal', header: t('training.courses.hours'), value: (r) => r.hours, width: 80 },
      { key: 'trainer', kind: 'text', header: t('training.field.trainer'), value: (r) => r.trainer, width: 96 },
      { key: 'material', kind: 'text', header: t('training.courses.material'), value: (r) => r.material, width: 140 },
      { key: 'version', kind: 'integer', header: t('training.courses.version'), value: (r) => r.version, width: 72 },
      {
        ...{
          key: 'state',
          kind: 'choice',
          header: t('training.state'),
          value: (r) => r.state,
          width: 88,
          filter: true,
        },
        options: (['active', 'retired'] as const).map((value) => ({
          value,
          label: t(`training.courses.states.${value}`),
        })),
      },
      { key: 'records', kind: 'integer', header: t('training.courses.records'), value: (r) => r.records, width: 88 },
      {
        key: 'agents',
        kind: 'integer',
        header: t('training.courses.agents'),
        value: (r) => r.agents,
        width: 88,
        hidden: true,
      },
      {
        ...{ key: 'feedback', kind: 'decimal', header: t('training.courses.feedback'), width: 96 },
        value: (r) => feedbackMean(r.feedback),
      },
      {
        ...{ key: 'answers', kind: 'integer', header: t('training.courses.answers'), width: 88 },
        value: (r) => r.feedback?.count ?? 0,
      },
      {
        ...{ key: 'changedAt', kind: 'instant', header: t('training.courses.changedAt'), value: (r) => r.changedAt },
        ...{ width: 140, hidden: true },
      },
    ],
    [t],
  );
}

export function CoursesScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const [adding, setAdding] = useState(false);
  const columns = useColumns();
  const list = useQuery({ ...api.training.courses.queryOptions(), staleTime: 0 });
  const add = () => setAdding(true);
  return (
    <Page fill>
      <TrainingHeader
        open="courses"
        actions={
          may('training.write') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={add}>
              {t('training.courses.add')}
            </Button>
          )
        }
      />
      <DataGrid<CourseRow>
        name="training.courses"
        title={t('training.tabs.courses')}
        query={list}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={(row) => void navigate(`/training/courses/${row.id}`)}
        rowTone={(row) => (row.state === 'retired' ? 'quiet' : undefined)}
        empty={{ title: t('training.courses.empty'), hint: t('training.courses.emptyHint') }}
      />
      {adding && (
        <CourseForm
          course={null}
          onClose={() => setAdding(false)}
          onSaved={(id) => void navigate(`/training/courses/${id}`)}
        />
      )}
    </Page>
  );
}
