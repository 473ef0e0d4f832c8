// A course: its content, what agents said, scores before and after it, who took it, its versions.
import { EditOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Descriptions } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import {
  FEEDBACK_ITEMS,
  type CourseRecord,
  type CourseRow,
  type TrainingRow,
} from '../../../shared/contract/trainingRows.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { Loaded } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { score, useFormat } from '../../format.ts';
import { CourseForm } from './CourseForm.tsx';
import { EffectTab } from './EffectTab.tsx';
import { FeedbackTab } from './FeedbackTab.tsx';
import { useRecordColumns } from './useRecordColumns.tsx';
import { useSaved } from './useSaved.ts';
import { courseHistory, hoursText } from './words.ts';
import './training.css';

function Data({ course }: { readonly course: CourseRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const none = t('training.none');
  const items = [
    { key: 'content', label: t('training.field.content'), children: t(`training.content.${course.content}`) },
    { key: 'form', label: t('training.field.form'), children: t(`training.form.${course.form}`) },
    { key: 'hours', label: t('training.courses.hours'), children: hoursText(course.hours) },
    { key: 'trainer', label: t('training.field.trainer'), children: course.trainer || none },
    { key: 'material', label: t('training.courses.material'), children: course.material || none },
    { key: 'changed', label: t('training.courses.changedAt'), children: format.instant(course.changedAt) },
    {
      key: 'records',
      label: t('training.courses.records'),
      children: `${course.records} · ${t('training.courses.agents')} ${course.agents}`,
    },
    { key: 'feedback', label: t('training.courses.feedback'), children: <Means means={course.feedback} /> },
    { key: 'note', label: t('training.field.note'), children: course.note || none, span: 2 },
  ];
  return <Descriptions bordered size="small" column={2} items={items} />;
}

export function Means({ means }: { readonly means: CourseRow['feedback'] }) {
  const { t } = useTranslation();
  if (means === null) return t('training.none');
  return (
    <>
      {FEEDBACK_ITEMS.map((item) => `${t(`training.feedback.${item}`)} ${score(means[item])}`).join(' · ')} (n ={' '}
      {means.count})
    </>
  );
}

function Versions({ course }: { readonly course: CourseRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="panel">
      <table className="training-table">
        <thead>
          <tr>
            <th scope="col">{t('training.courses.version')}</th>
            <th scope="col">{t('training.courses.changedAt')}</th>
            <th scope="col">{t('training.courses.madeBy')}</th>
            <th scope="col">{t('training.courses.title')}</th>
            <th scope="col">{t('training.courses.hours')}</th>
            <th scope="col">{t('training.courses.material')}</th>
            <th scope="col">{t('training.courses.reason')}</th>
            <th scope="col">{t('training.courses.feedback')}</th>
            <th scope="col">{t('training.courses.digest')}</th>
          </tr>
        </thead>
        <tbody>
          {course.versions.map((version) => (
            <tr key={version.number}>
              <th scope="row">{version.number}</th>
              <td>{format.instant(version.madeAt)}</td>
              <td>{version.madeBy}</td>
              <td>{version.title}</td>
              <td>{hoursText(version.hours)}</td>
              <td>{version.material}</td>
              <td>{version.reason}</td>
              <td>
                <Means means={version.feedback} />
              </td>
              <td>
                <code>{version.digest.slice(0, 12)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Records({ courseId }: { readonly courseId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useRecordColumns('course');
  const input = { from: null, to: null, agentId: null, courseId, withdrawn: false };
  const list = useQuery({ ...api.training.records.queryOptions({ input }), staleTime: 0 });
  return (
    <DataGrid<TrainingRow>
      name="training.ofCourse"
      title={t('training.tabs.records')}
      query={{ data: list.data?.rows, error: list.error, refetch: list.refetch }}
      columns={columns}
      rowId={(row) => row.id}
      height="480px"
      onOpen={(row) => void navigate(`/training/records/${row.id}`)}
      empty={{ title: t('training.courses.noRecords'), hint: t('training.courses.noRecordsHint') }}
      foot={
        list.data &&
        list.data.rows.length < list.data.total && (
          <span>{t('training.list.cut', { shown: list.data.rows.length, total: list.data.total })}</span>
        )
      }
    />
  );
}

function Record({ course }: { readonly course: CourseRecord }) {
  const { t } = useTranslation();
  const { may } = useAccount();
  const ask = useConfirm();
  const [editing, setEditing] = useState(false);
  const retire = useMutation(api.training.retireCourse.mutationOptions({ onSuccess: useSaved(() => undefined) }));
  const { id } = course;
  const active = course.state === 'active';
  const askReason = async () => {
    const reason = await ask.reason({
      title: active ? t('training.courses.retireTitle') : t('training.courses.resumeTitle'),
      ...(active ? { text: t('training.courses.retireText') } : {}),
      label: t('training.courses.retireReason'),
      ok: active ? t('training.courses.retire') : t('training.courses.resume'),
    });
    if (reason !== null) retire.mutate({ id, retired: active, reason });
  };
  return (
    <>
      <RecordFrame
        title={course.title}
        tag={<StateTag tone={active ? 'met' : 'neutral'}>{t(`training.courses.states.${course.state}`)}</StateTag>}
        meta={[t('training.version', { version: course.version }), t(`training.content.${course.content}`)]}
        actions={
          may('training.write') && (
            <>
              {active && (
                <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
                  {t('training.courses.edit')}
                </Button>
              )}
              <Button loading={retire.isPending} onClick={() => void askReason()}>
                {active ? t('training.courses.retire') : t('training.courses.resume')}
              </Button>
            </>
          )
        }
        notice={<FailureAlert error={retire.error} />}
        tabs={[
          { key: 'data', label: t('training.courses.data'), children: <Data course={course} /> },
          { key: 'feedback', label: t('training.feedback.tab'), children: <FeedbackTab course={course} /> },
          { key: 'effect', label: t('training.effect.tab'), children: <EffectTab of={{ kind: 'course', id }} /> },
          { key: 'records', label: t('training.tabs.records'), children: <Records courseId={id} /> },
          { key: 'versions', label: t('training.courses.versions'), children: <Versions course={course} /> },
        ]}
        history={courseHistory(t, course.history)}
      />
      {editing && <CourseForm course={course} onClose={() => setEditing(false)} />}
    </>
  );
}

export function CourseScreen() {
  const { id = '' } = useParams();
  const course = useQuery({ ...api.training.course.queryOptions({ input: { id } }), staleTime: 0 });
  return <Loaded query={course}>{(data) => <Record key={data.id} course={data} />}</Loaded>;
}
