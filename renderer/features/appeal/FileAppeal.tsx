// Files an appeal against one item of an agent's finalised result.
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FILING_WORKING_DAYS } from '../../../shared/domain/appeal/limits.ts';
import type { AppealItem } from '../../../shared/contract/appeal.ts';
import { api, client, queryClient } from '../../client.ts';
import { EmptyState, Loaded } from '../../components/states.tsx';
import { failureText } from '../../failure.ts';
import { useFormat } from '../../format.ts';
import { useSpoken } from '../observation/language.ts';
import { useItemValue } from './useItemValue.ts';

export interface FileAppealProps {
  readonly resultId: string;
  readonly agentId: string;
  readonly name: string;
  readonly onClose: () => void;
}

const keyOf = ({ kind, evidenceId, criterion }: AppealItem): string => `${kind} ${evidenceId} ${criterion}`;

export function FileAppeal({ resultId, agentId, name, onClose }: FileAppealProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const spoken = useSpoken();
  const valueText = useItemValue();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const found = useQuery({ ...api.appeal.items.queryOptions({ input: { resultId, agentId } }), staleTime: 0 });
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const item = found.data?.items.find((one) => keyOf(one) === chosen);
  const words = reason.trim();
  const file = async () => {
    if (!item) return;
    const { kind, evidenceId, criterion } = item;
    try {
      const { id } = await client.appeal.file({
        ...{ resultId, agentId, reason: words },
        item: { kind, evidenceId, criterion },
      });
      await queryClient.invalidateQueries({ queryKey: api.appeal.key() });
      onClose();
      void navigate(`/appeals/${id}`);
    } catch (error) {
      void message.error(failureText(t, error));
    }
  };
  return (
    <Modal
      open
      width={720}
      title={t('appeal.items.title', { name })}
      okText={t('appeal.items.save')}
      cancelText={t('frame.cancel')}
      okButtonProps={{ disabled: !found.data?.open || item === undefined || words === '' }}
      onCancel={onClose}
      onOk={() => void file()}
    >
      <Loaded query={found}>
        {({ lastDay, open, items }) => (
          <>
            <Alert
              type={open ? 'info' : 'warning'}
              showIcon
              title={
                open
                  ? t('appeal.items.open', { day: lastDay, days: FILING_WORKING_DAYS })
                  : t('appeal.items.closed', { day: lastDay })
              }
              description={t('appeal.items.intro')}
            />
            {items.length === 0 ? (
              <EmptyState title={t('appeal.items.empty')} hint={t('appeal.items.emptyHint')} />
            ) : (
              <Form layout="vertical" disabled={!open}>
                <Form.Item label={t('appeal.items.choose')} htmlFor="appeal-item" required>
                  <Select<string>
                    id="appeal-item"
                    value={chosen}
                    onChange={setChosen}
                    showSearch={{ optionFilterProp: 'label' }}
                    options={items.map((one) => ({
                      value: keyOf(one),
                      disabled: one.appealed !== null,
                      label: [
                        format.day(one.at),
                        t(`appeal.kind.${one.kind}`),
                        one.criterion,
                        valueText(one.kind, one.value),
                        ...(one.appealed === null
                          ? []
                          : [t('appeal.items.appealed', { state: t(`appeal.state.${one.appealed}`) })]),
                        spoken(one.text),
                      ].join(' · '),
                    }))}
                  />
                </Form.Item>
                {item && (
                  <p>
                    {t('appeal.record.assessors')}: {item.assessors.join(' · ')}
                  </p>
                )}
                <Form.Item label={t('appeal.items.reason')} htmlFor="appeal-reason" required>
                  <Input.TextArea
                    id="appeal-reason"
                    rows={4}
                    maxLength={1000}
                    placeholder={t('appeal.items.reasonHint')}
                    value={reason}
                    onChange={({ target }) => setReason(target.value)}
                  />
                </Form.Item>
              </Form>
            )}
          </>
        )}
      </Loaded>
    </Modal>
  );
}
