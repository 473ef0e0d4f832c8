// The runner's dialogs, one at a time; closing any of them gives the hands back to the current row.
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import { ContextDialog } from './ContextDialog.tsx';
import { KeysList } from './KeysList.tsx';
import { answerAndGo } from './moves.ts';
import { NotApplicableDialog } from './NotApplicableDialog.tsx';
import { RedLineQuote } from './RedLineQuote.tsx';
import { useRunner, type RunnerDialog } from './runnerContext.ts';
import { focusRow } from './useRunnerKeys.ts';
import './dialogs.css';

export interface RunnerDialogsProps {
  readonly record: ObservationRecord;
  readonly dialog: RunnerDialog | null;
  readonly onClose: () => void;
}

export function RunnerDialogs({ record, dialog, onClose }: RunnerDialogsProps) {
  const { t } = useTranslation();
  const { store } = useRunner();
  const back = () => focusRow(store.state().cursor);
  // antd would give the focus back to the row that had it before, which is no longer the current one.
  const common = { open: true, afterClose: back, focusable: { focusTriggerAfterClose: false } } as const;
  if (dialog === null) return null;
  const close = () => {
    onClose();
    requestAnimationFrame(back);
  };
  switch (dialog.kind) {
    case 'keys':
      return (
        <Modal {...common} title={t('observation.keys.title')} footer={null} width={880} onCancel={close}>
          <KeysList />
        </Modal>
      );
    case 'context':
      return <ContextDialog record={record} onClose={close} />;
    case 'notApplicable':
      return (
        <NotApplicableDialog
          code={dialog.code}
          onClose={close}
          onPick={(reason, words) => {
            answerAndGo(store, dialog.code, { kind: 'notApplicable', reason, words }, dialog.next);
            close();
          }}
        />
      );
    case 'redLineInfo':
      return (
        <Modal {...common} title={t('observation.redLine.info')} footer={null} onCancel={close}>
          <RedLineQuote record={record} code={dialog.code} />
        </Modal>
      );
    case 'redLine':
      return (
        <Modal
          {...common}
          title={t('observation.redLine.confirmTitle')}
          okText={t('observation.redLine.confirm')}
          cancelText={t('frame.cancel')}
          // Enter also moves on between items: it must not record a red line that nobody has read.
          okButtonProps={{ danger: true }}
          cancelButtonProps={{ autoFocus: true }}
          onCancel={close}
          onOk={() => {
            answerAndGo(store, dialog.code, dialog.answer, dialog.next, true);
            close();
          }}
        >
          <RedLineQuote record={record} code={dialog.code} asking />
        </Modal>
      );
  }
}
