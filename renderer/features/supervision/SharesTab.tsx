// The shares of the departments as numbered sets; a manager sets another one from a day on, with a reason, together 100%.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Modal } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEPARTMENTS, type Shares, type ShareSet } from '../../../shared/contract/supervision.ts';
import { sharesOn, sumsToWhole } from '../../../shared/domain/supervision/shares.ts';
import { useAccount } from '../../account.ts';
import { api, client, queryClient } from '../../client.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { focusFirst } from '../people/focusFirst.ts';
import { useToday } from '../people/useToday.ts';
import { useDepartment } from './useDepartment.ts';

function useColumns(): readonly Column<ShareSet>[] {
  const { t } = useTranslation();
  const nameOf = useDepartment();
  return useMemo(
    (): readonly Column<ShareSet>[] => [
      { kind: 'integer', key: 'number', header: t('supervision.shares.number'), width: 72, value: (row) => row.number },
      { kind: 'day', key: 'fromDay', header: t('supervision.shares.fromDay'), width: 116, value: (row) => row.fromDay },
      ...DEPARTMENTS.map((name): Column<ShareSet> => ({
        ...{ kind: 'decimal', key: name, header: nameOf(name), width: 136, digits: 1 },
        value: ({ values }) => values[name],
        cell: ({ values }) => `${values[name].toFixed(1)}%`,
      })),
      {
        ...{ kind: 'text', key: 'reason', header: t('supervision.shares.reason'), width: 160, grow: true },
        value: ({ number, reason }) => (number === 0 ? t('supervision.shares.handbook') : reason),
      },
      { kind: 'text', key: 'setBy', header: t('supervision.shares.setBy'), width: 96, value: (row) => row.setBy },
      { kind: 'instant', key: 'setAt', header: t('supervision.shares.setAt'), width: 140, value: (row) => row.setAt },
    ],
    [t, nameOf],
  );
}

interface Values extends Shares {
  readonly fromDay: string;
  readonly reason: string;
}

const sumOf = (shares: Partial<Shares>): string =>
  DEPARTMENTS.reduce((sum, name) => sum + (shares[name] ?? 0), 0).toFixed(1);

function SetShares({ current, onClose }: { readonly current: Shares; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const nameOf = useDepartment();
  const formId = useId();
  const introOf = useIntro();
  const today = useToday();
  const [form] = Form.useForm<Values>();
  const values = Form.useWatch([], form) as Partial<Values> | undefined;
  const save = useMutation({
    mutationFn: async ({ fromDay, reason, ...shares }: Values) => {
      await client.supervision.setShares({ values: shares, fromDay, reason });
      await queryClient.invalidateQueries({ queryKey: api.supervision.key() });
      onClose();
    },
  });
  const shown = { ...current, ...values };
  const whole = sumsToWhole(shown);
  const required = [{ required: true, message: t('supervision.shares.required') }];
  return (
    <Modal
      open
      title={t('supervision.shares.set')}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={save.isPending}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId, disabled: !whole }}
    >
      <FailureAlert error={save.error} />
      <p className="supervision-note">{introOf(current)}</p>
      <Form<Values>
        id={formId}
        form={form}
        layout="vertical"
        className="supervision-form"
        initialValues={{ ...current, fromDay: today }}
        onFinish={(given) => save.mutate(given)}
      >
        {DEPARTMENTS.map((name) => (
          <Form.Item key={name} name={name} label={nameOf(name)} rules={required}>
            <InputNumber min={0} max={100} step={0.1} precision={1} suffix="%" />
          </Form.Item>
        ))}
        <p role="status" className={whole ? 'supervision-sum' : 'supervision-sum supervision-late'}>
          {t('supervision.shares.sum', { sum: sumOf(shown) })}
          {!whole && ` · ${t('supervision.shares.sumWrong')}`}
        </p>
        <Form.Item name="fromDay" label={t('supervision.shares.fromDay')} rules={required}>
          <DayInput allowClear={false} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t('supervision.shares.reason')}
          rules={[{ required: true, whitespace: true, message: t('supervision.shares.required') }]}
          className="supervision-wide"
        >
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

/** The shares in force in words, as the reader would say them. */
function useIntro(): (shares: Shares) => string {
  const { t } = useTranslation();
  const nameOf = useDepartment();
  return (shares) =>
    t('supervision.shares.intro', {
      shares: DEPARTMENTS.map((name) =>
        t('supervision.shares.one', { name: nameOf(name), share: `${shares[name].toFixed(1)}%` }),
      ).join(t('supervision.shares.comma')),
    });
}

export function SharesTab() {
  const { t } = useTranslation();
  const { may } = useAccount();
  const today = useToday();
  const [open, setOpen] = useState(false);
  const introOf = useIntro();
  const query = useQuery({ ...api.supervision.shares.queryOptions(), staleTime: 0 });
  return (
    <>
      <DataGrid<ShareSet>
        name="supervisionShares"
        title={t('supervision.tab.shares')}
        query={query}
        columns={useColumns()}
        rowId={({ number }) => String(number)}
        before={
          may('improvement.decide') && (
            <Button type="primary" disabled={!query.data} onClick={() => setOpen(true)}>
              {t('supervision.shares.set')}
            </Button>
          )
        }
        foot={query.data && <span>{introOf(sharesOn(query.data, today).values)}</span>}
        empty={{ title: t('supervision.shares.handbook') }}
      />
      {open && query.data && <SetShares current={sharesOn(query.data, today).values} onClose={() => setOpen(false)} />}
    </>
  );
}
