// The frame of a sample: records are typed one after another without the mouse, or pasted as a list from a sheet.
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select, Table, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SERVICE_KINDS, type ServiceKind } from '../../../shared/contract/observationRecord.ts';
import type { FrameRow, RecordSample } from '../../../shared/contract/records.ts';
import { client } from '../../client.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { useAct } from '../inspection/useAct.ts';
import { PasteRows } from './PasteRows.tsx';

export function Frame({ sample }: { readonly sample: RecordSample }) {
  const { t } = useTranslation();
  const act = useAct();
  const navigate = useNavigate();
  const [pasting, setPasting] = useState(false);
  const open = sample.writable && sample.state === 'registering';
  return (
    <>
      {open && (
        <>
          <Entry sample={sample} />
          <div className="frame-tools">
            <Button onClick={() => void navigate(`/records/${sample.id}/import`)}>{t('records.import.open')}</Button>
            <Button onClick={() => setPasting(true)}>{t('records.frame.paste')}</Button>
            <span className="inspect-note">{t('records.frame.masked')}</span>
          </div>
        </>
      )}
      <Table<FrameRow>
        size="small"
        rowKey="id"
        dataSource={sample.rows}
        pagination={{ defaultPageSize: 20, showSizeChanger: true, hideOnSinglePage: true }}
        locale={{ emptyText: t('records.frame.empty') }}
        columns={[
          { title: t('records.frame.number'), dataIndex: 'number', width: 72, align: 'right' },
          { title: t('records.frame.reference'), dataIndex: 'reference' },
          { title: t('records.frame.day'), dataIndex: 'day', width: 120 },
          {
            title: t('records.frame.kind'),
            dataIndex: 'kind',
            width: 120,
            render: (kind: ServiceKind) => t(`words.serviceKind.${kind}`),
          },
          { title: t('records.frame.client'), dataIndex: 'client', width: 200 },
          ...(open
            ? [
                {
                  title: t('records.frame.action'),
                  key: 'remove',
                  width: 88,
                  render: (_: unknown, row: FrameRow) => (
                    <Button
                      size="small"
                      type="text"
                      icon={<DeleteOutlined />}
                      aria-label={t('records.frame.remove', { reference: row.reference })}
                      onClick={() => void act(() => client.records.removeRow({ id: sample.id, rowId: row.id }))}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {pasting && <PasteRows sample={sample} onClose={() => setPasting(false)} />}
    </>
  );
}

function Entry({ sample }: { readonly sample: RecordSample }) {
  const { t } = useTranslation();
  const act = useAct();
  const first = useRef<InputRef>(null);
  const [reference, setReference] = useState('');
  const [day, setDay] = useState<string | null>(sample.from);
  const [kind, setKind] = useState<ServiceKind>('other');
  const [customer, setCustomer] = useState('');
  const add = async () => {
    if (reference.trim() === '' || day === null) return;
    const row = { reference: reference.trim(), day, kind, client: customer.trim() };
    const done = await act(() => client.records.addRows({ id: sample.id, rows: [row] }));
    if (!done) return;
    setReference('');
    setCustomer('');
    first.current?.focus();
  };
  return (
    <Form layout="vertical" className="frame-entry" onFinish={() => void add()}>
      <Form.Item label={t('records.frame.reference')} htmlFor="row-reference">
        <Input
          id="row-reference"
          ref={first}
          value={reference}
          maxLength={60}
          onChange={(event) => setReference(event.target.value)}
        />
      </Form.Item>
      <Form.Item label={t('records.frame.day')} htmlFor="row-day">
        <DayInput id="row-day" value={day} onChange={setDay} min={sample.from} max={sample.to} allowClear={false} />
      </Form.Item>
      <Form.Item label={t('records.frame.kind')} htmlFor="row-kind">
        <Select
          id="row-kind"
          value={kind}
          options={SERVICE_KINDS.map((value) => ({ value, label: t(`words.serviceKind.${value}`) }))}
          onChange={setKind}
        />
      </Form.Item>
      <Form.Item label={t('records.frame.client')} htmlFor="row-client">
        <Input id="row-client" value={customer} maxLength={60} onChange={(event) => setCustomer(event.target.value)} />
      </Form.Item>
      <Button htmlType="submit">{t('records.frame.add')}</Button>
    </Form>
  );
}
