// A request's content with its two clocks, and the steps that record what happened now.
import { Button, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RequestOutcome, RequestRow } from '../../../shared/contract/responses.ts';
import { MARKS } from '../../../shared/domain/responses/marks.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { useFormat } from '../../format.ts';
import { useNow } from '../observation/runner/useNow.ts';
import { clockOf, MarkTag } from './MarkTag.tsx';
import { requestFields } from './RequestForm.tsx';
import { useSaveRequest } from './useSave.ts';

export function RequestData({ row }: { readonly row: RequestRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const none = t('responses.none');
  const at = (instant: string | null) => (instant === null ? none : format.instant(instant));
  const items = [
    { key: 'client', label: t('responses.field.client'), children: row.client || none },
    { key: 'kind', label: t('responses.field.kind'), children: t(`responses.requestKind.${row.kind}`) },
    {
      key: 'channel',
      label: t('responses.field.channel'),
      children: row.channel === null ? none : t(`responses.channel.${row.channel}`),
    },
    { key: 'number', label: t('responses.field.number'), children: row.number || none },
    { key: 'askedAt', label: t('responses.field.askedAt'), children: at(row.askedAt) },
    { key: 'repliedAt', label: t('responses.field.repliedAt'), children: at(row.repliedAt) },
    { key: 'solvedAt', label: t('responses.field.solvedAt'), children: at(row.solvedAt) },
    {
      key: 'outcome',
      label: t('responses.field.outcome'),
      children: row.outcome === null ? none : t(`responses.outcome.${row.outcome}`),
    },
    ...MARKS.map((mark) => ({
      key: mark,
      label: t(`responses.mark.${mark}`),
      children: (
        <span className="response-clock">
          <MarkTag mark={mark} row={row} now={now} />
          <span className="response-clock-time">
            {t('responses.limitAt', { at: at(new Date(clockOf(mark, row, now).limitAt).toISOString()) })}
          </span>
        </span>
      ),
    })),
    { key: 'content', label: t('responses.field.content'), children: row.content || none, span: 2 },
    { key: 'digest', label: t('responses.record.digest'), children: <code>{row.digest}</code>, span: 2 },
  ];
  return <Descriptions bordered size="small" column={2} items={items} />;
}

export function RequestActions({ row }: { readonly row: RequestRow }) {
  const { t } = useTranslation();
  const save = useSaveRequest(() => undefined);
  const fields = requestFields(row);
  const { id, revision, repliedAt } = row;
  const now = () => new Date().toISOString();
  const solve = (outcome: RequestOutcome) => {
    const at = now();
    save.mutate({
      id,
      revision,
      reason: null,
      fields: { ...fields, repliedAt: repliedAt ?? at, solvedAt: at, outcome },
    });
  };
  return (
    <>
      <FailureAlert error={save.error} />
      {repliedAt === null && (
        <Button
          type="primary"
          loading={save.isPending}
          onClick={() => save.mutate({ id, revision, reason: null, fields: { ...fields, repliedAt: now() } })}
        >
          {t('responses.record.reply')}
        </Button>
      )}
      {row.solvedAt === null && (
        <>
          <Button loading={save.isPending} onClick={() => solve('solved')}>
            {t('responses.record.solved')}
          </Button>
          <Button loading={save.isPending} onClick={() => solve('nextStep')}>
            {t('responses.record.nextStep')}
          </Button>
        </>
      )}
    </>
  );
}
