// One decision on reward or penalty about one agent or many, with its reason; the person signed in decides (handbook 4.5).
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DecisionKind, PENALTIES, REWARDS, type ResultRow } from '../../../shared/contract/assessment.ts';
import { isReward, offeredDecisions } from '../../../shared/domain/assessment/decisions.ts';
import { api, queryClient } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { focusFirst } from '../people/focusFirst.ts';

export interface DecisionDialogProps {
  readonly resultId: string;
  readonly about: readonly ResultRow[];
  readonly onClose: () => void;
}

const NAMED = 6;

export function DecisionDialog({ resultId, about, onClose }: DecisionDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const formId = useId();
  const offered = DecisionKind.options.filter((kind) => about.some((row) => offeredDecisions(row).includes(kind)));
  const [kind, setKind] = useState<DecisionKind | null>(null);
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const fitting = kind === null ? [] : about.filter((row) => offeredDecisions(row).includes(kind));
  const left = kind === null ? 0 : about.length - fitting.length;
  const decide = useMutation(
    api.assessment.decide.mutationOptions({
      onSuccess: async () => {
        void message.success(t('assessment.bulk.decided', { count: fitting.length }));
        onClose();
        await queryClient.invalidateQueries({ queryKey: api.assessment.key() });
      },
    }),
  );
  const names = about.slice(0, NAMED).map((row) => row.name);
  return (
    <Modal
      open
      title={t('assessment.decision.title', { count: about.length })}
      okText={t('assessment.decision.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={decide.isPending}
      okButtonProps={{ disabled: kind === null || fitting.length === 0 || reason.trim() === '' }}
      onOk={() => {
        if (kind === null) return;
        decide.mutate({ resultId, agentIds: fitting.map(({ agentId }) => agentId), kind, name, reason });
      }}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
    >
      <p className="assessment-quiet">
        {names.join(t('observation.comma'))}
        {about.length > NAMED ? '…' : ''}
      </p>
      <FailureAlert error={decide.error} />
      {offered.length === 0 ? (
        <Alert type="info" showIcon title={t('assessment.decision.nobody')} />
      ) : (
        <Form id={formId} layout="vertical">
          {(
            [
              ['rewards', REWARDS],
              ['penalties', PENALTIES],
            ] as const
          ).map(([side, kinds]) => (
            <Form.Item key={side} label={t(`assessment.decision.${side}`)} className="assessment-side">
              <Radio.Group
                aria-label={t(`assessment.decision.${side}`)}
                optionType="button"
                value={kind}
                options={kinds.map((value) => ({
                  value,
                  label: t(`assessment.decision.kinds.${value}`),
                  disabled: !offered.includes(value),
                }))}
                onChange={(event) => setKind(event.target.value as DecisionKind)}
              />
            </Form.Item>
          ))}
          {left > 0 && <Alert type="info" showIcon title={t('assessment.decision.left', { count: left })} />}
          {kind !== null && isReward(kind) && (
            <Form.Item
              label={t('assessment.decision.name')}
              htmlFor="assessment-name"
              required={kind === 'title'}
              extra={t('assessment.decision.nameHint')}
            >
              <Input
                id="assessment-name"
                maxLength={60}
                value={name}
                autoComplete="off"
                onChange={(event) => setName(event.target.value)}
              />
            </Form.Item>
          )}
          <Form.Item
            label={t('assessment.decision.reason')}
            htmlFor="assessment-reason"
            required
            extra={t('assessment.decision.reasonHint')}
          >
            <Input.TextArea
              id="assessment-reason"
              rows={3}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
}
