// A return visit's content, and the step that records it as made today.
import { Button, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '../../../shared/contract/responses.ts';
import { visitStateOf } from '../../../shared/domain/responses/marks.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useToday } from '../people/useToday.ts';
import { VISIT_TONES } from './clockWords.ts';
import { useSaveVisit } from './useSave.ts';
import { visitFields } from './VisitForm.tsx';

export function VisitData({ row }: { readonly row: VisitRow }) {
  const { t } = useTranslation();
  const state = visitStateOf(row.dueOn, row.madeOn, useToday());
  const none = t('responses.none');
  const items = [
    { key: 'dueOn', label: t('responses.field.dueOn'), children: row.dueOn },
    { key: 'madeOn', label: t('responses.field.madeOn'), children: row.madeOn ?? none },
    {
      key: 'state',
      label: t('responses.state'),
      children: <StateTag tone={VISIT_TONES[state]}>{t(`responses.visitState.${state}`)}</StateTag>,
    },
    { key: 'client', label: t('responses.field.client'), children: row.client || none },
    {
      key: 'channel',
      label: t('responses.field.channel'),
      children: row.channel === null ? none : t(`responses.channel.${row.channel}`),
    },
    { key: 'number', label: t('responses.field.number'), children: row.number || none },
    { key: 'note', label: t('responses.field.note'), children: row.note || none, span: 2 },
    { key: 'digest', label: t('responses.record.digest'), children: <code>{row.digest}</code>, span: 2 },
  ];
  return <Descriptions bordered size="small" column={2} items={items} />;
}

export function VisitActions({ row }: { readonly row: VisitRow }) {
  const { t } = useTranslation();
  const today = useToday();
  const save = useSaveVisit(() => undefined);
  if (row.madeOn !== null) return null;
  const { id, revision } = row;
  return (
    <>
      <FailureAlert error={save.error} />
      <Button
        type="primary"
        loading={save.isPending}
        onClick={() => save.mutate({ id, revision, reason: null, fields: { ...visitFields(row), madeOn: today } })}
      >
        {t('responses.record.made')}
      </Button>
    </>
  );
}
