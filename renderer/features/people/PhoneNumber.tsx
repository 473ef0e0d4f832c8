// A telephone number: masked, until someone who manages agents says what they need it for. It is masked again when they leave.
import { EyeOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Form, Modal, Radio, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REVEAL_REASONS, type AgentRecord, type RevealReason } from '../../../shared/contract/people.ts';
import { useAccount } from '../../account.ts';
import { api, queryClient } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';

export function PhoneNumber({ agent }: { readonly agent: AgentRecord }) {
  const { t } = useTranslation();
  const { may } = useAccount();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<RevealReason | null>(null);
  const reveal = useMutation(
    api.agents.revealPhone.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        void queryClient.invalidateQueries({ queryKey: api.agents.get.key({ input: { id: agent.id } }) });
      },
    }),
  );
  if (agent.phoneMasked === null) return <Typography.Text type="secondary">{t('people.none')}</Typography.Text>;
  const shown = reveal.data?.phone;
  return (
    <Flex gap={8} align="center">
      <span>{shown ?? agent.phoneMasked}</span>
      {may('agents.manage') && (
        <Button
          type="link"
          size="small"
          icon={<EyeOutlined />}
          onClick={() => {
            if (shown) reveal.reset();
            else setAsking(true);
          }}
        >
          {shown ? t('people.agent.hide') : t('people.agent.reveal')}
        </Button>
      )}
      <Modal
        open={asking}
        title={t('people.agent.revealTitle')}
        okText={t('people.agent.reveal')}
        cancelText={t('frame.cancel')}
        okButtonProps={{ disabled: reason === null }}
        confirmLoading={reveal.isPending}
        onCancel={() => setAsking(false)}
        onOk={() => reason !== null && reveal.mutate({ id: agent.id, reason })}
      >
        <Typography.Paragraph type="secondary">{t('people.agent.revealHint')}</Typography.Paragraph>
        <FailureAlert error={reveal.error} />
        <Form layout="vertical">
          <Form.Item label={<span id="reveal-reason">{t('people.agent.revealReason')}</span>} required>
            <Radio.Group
              vertical
              aria-labelledby="reveal-reason"
              value={reason}
              options={REVEAL_REASONS.map((value) => ({ value, label: t(`people.revealReason.${value}`) }))}
              onChange={(event) => setReason(event.target.value as RevealReason)}
            />
          </Form.Item>
        </Form>
      </Modal>
    </Flex>
  );
}
