// A training: what was taught and how it was assessed, the scores before and after, history with every correction.
import { EditOutlined } from '@ant-design/icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Descriptions } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { TrainingRecord } from '../../../shared/contract/trainingRows.ts';
import { TRAINING_CHECKS } from '../../../shared/contract/trainingWords.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { Loaded } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { useFormat } from '../../format.ts';
import { EffectTab } from './EffectTab.tsx';
import { TrainingForm } from './TrainingForm.tsx';
import { useSaved } from './useSaved.ts';
import { hoursText, markWords, recordHistory } from './words.ts';

function Data({ row }: { readonly row: TrainingRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const none = t('training.none');
  const items = [
    { key: 'day', label: t('training.field.day'), children: row.day },
    { key: 'hours', label: t('training.field.hours'), children: hoursText(row.hours) },
    { key: 'content', label: t('training.field.content'), children: t(`training.content.${row.content}`) },
    { key: 'form', label: t('training.field.form'), children: t(`training.form.${row.form}`) },
    { key: 'trainer', label: t('training.field.trainer'), children: row.trainer || none },
    {
      key: 'course',
      label: t('training.course'),
      children:
        row.courseId === null ? (
          t('training.form2.noCourse')
        ) : (
          <Link to={`/training/courses/${row.courseId}`}>
            {row.title} · {t('training.version', { version: row.courseVersion ?? 0 })}
          </Link>
        ),
    },
    ...TRAINING_CHECKS.map((check) => ({
      key: check,
      label: t(`training.check.${check}`),
      children: markWords(t, row[check]) || none,
    })),
    {
      key: 'plan',
      label: t('training.record.plan'),
      children: row.planId === null ? none : <Link to="/training/plans">{t('training.record.fromPlan')}</Link>,
    },
    {
      key: 'recorded',
      label: t('training.recordedAt'),
      children: `${format.instant(row.recordedAt)} ${row.recordedBy}`,
    },
    { key: 'note', label: t('training.field.note'), children: row.note || none, span: 2 },
    { key: 'digest', label: t('training.record.digest'), children: <code>{row.digest}</code>, span: 2 },
  ];
  return <Descriptions bordered size="small" column={2} items={items} />;
}

function Record({ row }: { readonly row: TrainingRecord }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const ask = useConfirm();
  const [editing, setEditing] = useState(false);
  const withdraw = useMutation(api.training.withdrawRecord.mutationOptions({ onSuccess: useSaved(() => undefined) }));
  const open = (id: string) => void navigate(`/training/records/${id}`, { replace: true });
  const standing = row.state === 'standing';
  const askReason = async () => {
    const reason = await ask.reason({
      title: t('training.record.withdrawTitle'),
      text: t('training.record.withdrawText'),
      label: t('training.record.withdrawReason'),
      ok: t('training.record.withdraw'),
      danger: true,
    });
    if (reason !== null) withdraw.mutate({ id: row.id, revision: row.revision, reason });
  };
  const link = (id: string) => (
    <Button type="link" size="small" onClick={() => open(id)}>
      {t('training.record.open')}
    </Button>
  );
  return (
    <>
      <RecordFrame
        title={`${row.title} · ${row.agentName}`}
        tag={<StateTag tone={standing ? 'neutral' : 'warn'}>{t(`training.rowState.${row.state}`)}</StateTag>}
        meta={[row.employeeNumber, row.branchName, row.team, row.day].filter(Boolean)}
        actions={
          <>
            <Button onClick={() => void navigate(`/people/${row.agentId}/training`)}>{t('training.file.open')}</Button>
            {standing && may('training.write') && (
              <>
                <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
                  {t('training.record.edit')}
                </Button>
                <Button danger loading={withdraw.isPending} onClick={() => void askReason()}>
                  {t('training.record.withdraw')}
                </Button>
              </>
            )}
          </>
        }
        notice={
          <>
            <FailureAlert error={withdraw.error} />
            {row.withdrawnReason !== null && (
              <Alert
                type="warning"
                showIcon
                title={t('training.record.withdrawnNotice', { reason: row.withdrawnReason })}
                description={row.replacedById !== null && t('training.record.replaced')}
                action={row.replacedById !== null && link(row.replacedById)}
              />
            )}
            {row.replacesId !== null && (
              <Alert type="info" showIcon title={t('training.record.replaces')} action={link(row.replacesId)} />
            )}
          </>
        }
        tabs={[
          { key: 'data', label: t('training.record.data'), children: <Data row={row} /> },
          {
            key: 'effect',
            label: t('training.effect.tab'),
            children: <EffectTab of={{ kind: 'record', id: row.id }} />,
          },
        ]}
        history={recordHistory(t, row.history, row.withdrawnReason)}
      />
      {editing && (
        <TrainingForm row={row} onClose={() => setEditing(false)} onSaved={(id) => id !== row.id && open(id)} />
      )}
    </>
  );
}

export function RecordScreen() {
  const { id = '' } = useParams();
  const record = useQuery({ ...api.training.record.queryOptions({ input: { id } }), staleTime: 0 });
  return <Loaded query={record}>{(row) => <Record key={row.id} row={row} />}</Loaded>;
}
