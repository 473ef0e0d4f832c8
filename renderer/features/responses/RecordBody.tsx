// What the records of the three kinds share: head, change, withdrawal, what a row replaces or was replaced by.
import { EditOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ResponseRecord } from '../../../shared/contract/responses.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { RecordFrame } from '../../components/record/RecordFrame.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { responseHistory } from './responseHistory.ts';
import { useSaved } from './useSave.ts';
import './responses.css';

export interface RecordBodyProps {
  readonly record: ResponseRecord;
  /** Short facts besides agent and place. */
  readonly about: readonly string[];
  readonly data: ReactNode;
  /** Steps of this kind, left of change and withdrawal. */
  readonly actions?: ReactNode;
  readonly form: (close: () => void, saved: (id: string) => void) => ReactNode;
}

export function RecordBody({ record, about, data, actions, form }: RecordBodyProps) {
  const { kind, row, history } = record;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const ask = useConfirm();
  const [editing, setEditing] = useState(false);
  const withdraw = useMutation(api.responses.withdraw.mutationOptions({ onSuccess: useSaved(() => undefined) }));
  const open = (id: string) => void navigate(`/responses/record/${kind}/${id}`, { replace: true });
  const standing = row.state === 'standing';
  const askReason = async () => {
    const reason = await ask.reason({
      title: t('responses.record.withdrawTitle'),
      text: t('responses.record.withdrawText'),
      label: t('responses.record.withdrawReason'),
      ok: t('responses.record.withdraw'),
      danger: true,
    });
    if (reason !== null) withdraw.mutate({ kind, id: row.id, revision: row.revision, reason });
  };
  const link = (id: string) => (
    <Button type="link" size="small" onClick={() => open(id)}>
      {t('responses.record.open')}
    </Button>
  );
  return (
    <>
      <RecordFrame
        title={`${t(`responses.one.${kind}`)} · ${row.agentName}`}
        tag={<StateTag tone={standing ? 'neutral' : 'warn'}>{t(`responses.rowState.${row.state}`)}</StateTag>}
        meta={[row.employeeNumber, row.branchName, row.team, ...about].filter(Boolean)}
        actions={
          standing &&
          may('responses.write') && (
            <>
              {actions}
              <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
                {t('responses.record.edit')}
              </Button>
              <Button danger loading={withdraw.isPending} onClick={() => void askReason()}>
                {t('responses.record.withdraw')}
              </Button>
            </>
          )
        }
        notice={
          <>
            <FailureAlert error={withdraw.error} />
            {row.withdrawnReason !== null && (
              <Alert
                type="warning"
                showIcon
                title={t('responses.record.withdrawnNotice', { reason: row.withdrawnReason })}
                description={row.replacedById !== null && t('responses.record.replaced')}
                action={row.replacedById !== null && link(row.replacedById)}
              />
            )}
            {row.replacesId !== null && (
              <Alert type="info" showIcon title={t('responses.record.replaces')} action={link(row.replacesId)} />
            )}
          </>
        }
        tabs={[{ key: 'data', label: t('responses.record.data'), children: data }]}
        history={responseHistory(t, history, row.withdrawnReason)}
      />
      {editing &&
        form(
          () => setEditing(false),
          (id) => id !== row.id && open(id),
        )}
    </>
  );
}
