// Begins a sample: whose service records, and of which days. The last whole month stands there already.
import { useMutation } from '@tanstack/react-query';
import { Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addDays, dayOf, shiftPeriod, periodOf } from '../../../shared/domain/time.ts';
import { client } from '../../client.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { useFormat } from '../../format.ts';
import { refreshInspections } from '../inspection/useAct.ts';
import { AgentPicker, type ChosenAgent } from '../observation/start/AgentPicker.tsx';
import '../observation/fields.css';

export function BeginSample({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { timeZone } = useFormat();
  const [today] = useState(() => dayOf(Date.now(), timeZone));
  const [month] = useState(() => shiftPeriod('month', periodOf('month', today).start, -1));
  const [agent, setAgent] = useState<ChosenAgent | null>(null);
  const [from, setFrom] = useState<string | null>(month.start);
  const [to, setTo] = useState<string | null>(addDays(month.end, -1));
  const ready = agent !== null && from !== null && to !== null;
  const run = useMutation({
    mutationFn: () => client.records.begin({ agentId: agent?.id ?? '', from: from ?? '', to: to ?? '' }),
    onSuccess: async ({ id }) => {
      await refreshInspections();
      void navigate(`/records/${id}`);
    },
  });
  return (
    <Modal
      open
      title={t('records.begin.title')}
      okText={t('records.begin.ok')}
      cancelText={t('frame.cancel')}
      okButtonProps={{ disabled: !ready, loading: run.isPending }}
      onOk={() => run.mutate()}
      onCancel={onClose}
    >
      <Form layout="vertical" component="div">
        <Form.Item label={t('records.begin.agent')} htmlFor="begin-agent" required>
          <AgentPicker id="begin-agent" value={agent} onChange={setAgent} />
        </Form.Item>
        <div className="start-pair">
          <Form.Item label={t('records.column.from')} htmlFor="begin-from" required>
            <DayInput id="begin-from" value={from} onChange={setFrom} max={today} allowClear={false} />
          </Form.Item>
          <Form.Item label={t('records.column.to')} htmlFor="begin-to" required>
            <DayInput id="begin-to" value={to} onChange={setTo} max={today} allowClear={false} />
          </Form.Item>
        </div>
        <p className="start-needs">{t('records.begin.hint')}</p>
        <FailureAlert error={run.error} />
      </Form>
    </Modal>
  );
}
