// Corrects what was said about the service while the observation runs, and records the notice of personal data.
import { Alert, Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import { useFormat } from '../../../format.ts';
import { ContextFields } from '../start/ContextFields.tsx';
import { rememberContext } from '../start/lastContext.ts';
import { useRunner, useRunnerState } from './runnerContext.ts';

export interface ContextDialogProps {
  readonly record: ObservationRecord;
  readonly onClose: () => void;
}

export function ContextDialog({ record, onClose }: ContextDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { store } = useRunner();
  const [context, setContext] = useState(store.state().context);
  const noticeConfirmedAt = useRunnerState((state) => state.noticeConfirmedAt);
  return (
    <Modal
      open
      width={760}
      title={t('observation.runner.editContext')}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      focusable={{ focusTriggerAfterClose: false }}
      onCancel={onClose}
      onOk={() => {
        store.setContext(context);
        rememberContext(context);
        onClose();
      }}
    >
      <p className="context-facts">
        {[record.agent.name, record.agent.employeeNumber, record.agent.branchName, record.agent.team]
          .filter(Boolean)
          .join(' · ')}
        {record.serviceAt !== null && ` · ${format.instant(record.serviceAt)}`}
      </p>
      <Form layout="vertical" component="div">
        <ContextFields value={context} onChange={setContext} />
        {noticeConfirmedAt === null ? (
          <Alert
            type="warning"
            showIcon
            title={t('observation.blocker.noticeMissing')}
            action={
              <Button size="small" onClick={() => store.confirmNotice()}>
                {t('observation.start.noticeGiven')}
              </Button>
            }
          />
        ) : (
          <Alert
            type="success"
            showIcon
            title={t('observation.start.noticeAt', { time: format.instant(noticeConfirmedAt) })}
          />
        )}
      </Form>
    </Modal>
  );
}
