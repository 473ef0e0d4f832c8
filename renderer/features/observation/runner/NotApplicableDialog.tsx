// Why an item does not apply: a digit picks the reason; "other" wants words.
import { Button, Input, Modal } from 'antd';
import { useLayoutEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOT_APPLICABLE_REASONS, type NotApplicableReason } from '../../../../shared/contract/observationRecord.ts';
import { Kbd } from '../../../components/Kbd.tsx';

export interface NotApplicableDialogProps {
  readonly code: string;
  readonly onPick: (reason: NotApplicableReason, words: string) => void;
  readonly onClose: () => void;
}

export function NotApplicableDialog({ code, onPick, onClose }: NotApplicableDialogProps) {
  const { t } = useTranslation();
  const [other, setOther] = useState(false);
  const [words, setWords] = useState('');
  const pick = (reason: NotApplicableReason) => {
    if (reason === 'other') setOther(true);
    else onPick(reason, '');
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (other || event.isComposing || event.key === 'Process' || event.ctrlKey || event.altKey || event.metaKey) return;
    const reason = NOT_APPLICABLE_REASONS[Number(event.key) - 1];
    if (!reason) return;
    event.preventDefault();
    pick(reason);
  });
  // With its first picture: a key pressed at once is not lost.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
  return (
    <Modal
      open
      width={440}
      title={t('observation.notApplicableTitle', { code })}
      onCancel={onClose}
      focusable={{ focusTriggerAfterClose: false }}
      footer={
        other ? (
          <Button type="primary" disabled={words.trim() === ''} onClick={() => onPick('other', words.trim())}>
            {t('frame.confirm')}
          </Button>
        ) : null
      }
    >
      {other ? (
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={200}
          value={words}
          aria-label={t('observation.notApplicable.other')}
          placeholder={t('observation.notApplicable.other')}
          onChange={(event) => setWords(event.target.value)}
        />
      ) : (
        <div className="reasons" role="group" aria-label={t('observation.notApplicableTitle', { code })}>
          {NOT_APPLICABLE_REASONS.map((reason, at) => (
            <Button
              key={reason}
              block
              autoFocus={at === 0}
              aria-keyshortcuts={String(at + 1)}
              onClick={() => pick(reason)}
            >
              <Kbd>{at + 1}</Kbd> {t(`observation.notApplicable.${reason}`)}
            </Button>
          ))}
        </div>
      )}
    </Modal>
  );
}
