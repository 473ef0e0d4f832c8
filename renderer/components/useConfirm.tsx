// Dialogs that ask before something is done. Resolves to true, or to the reason, or to null when refused.
//   const ask = useConfirm();
//   if (await ask.confirm({ title, text, ok: t('…'), danger: true })) …
//   const reason = await ask.reason({ title, text, label, ok });   // null: refused; never empty
import { App, Form, Input } from 'antd';
import { useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface ConfirmOptions {
  readonly title: string;
  readonly text?: ReactNode;
  /** The verb on the button. */
  readonly ok: string;
  readonly danger?: boolean;
}

export interface ReasonOptions extends ConfirmOptions {
  /** What is asked for. */
  readonly label: string;
  readonly maxLength?: number;
}

export interface Ask {
  readonly confirm: (options: ConfirmOptions) => Promise<boolean>;
  readonly reason: (options: ReasonOptions) => Promise<string | null>;
}

export function useConfirm(): Ask {
  const { modal } = App.useApp();
  const { t } = useTranslation();
  const typed = useRef('');
  return useMemo<Ask>(
    () => ({
      confirm: ({ title, text, ok, danger = false }) =>
        new Promise((resolve) => {
          modal.confirm({
            title,
            content: text,
            okText: ok,
            cancelText: t('frame.cancel'),
            okButtonProps: { danger },
            onOk: () => resolve(true),
            onCancel: () => resolve(false),
          });
        }),
      reason: ({ title, text, ok, danger = false, label, maxLength = 500 }) =>
        new Promise((resolve) => {
          typed.current = '';
          const dialog = modal.confirm({
            title,
            content: (
              <Form layout="vertical">
                {text}
                <Form.Item label={label} htmlFor="confirm-reason" required>
                  <Input.TextArea
                    id="confirm-reason"
                    autoFocus
                    rows={3}
                    maxLength={maxLength}
                    onChange={(event) => {
                      typed.current = event.target.value.trim();
                      dialog.update({ okButtonProps: { danger, disabled: typed.current === '' } });
                    }}
                  />
                </Form.Item>
              </Form>
            ),
            okText: ok,
            cancelText: t('frame.cancel'),
            okButtonProps: { danger, disabled: true },
            onOk: () => resolve(typed.current),
            onCancel: () => resolve(null),
          });
        }),
    }),
    [modal, t],
  );
}
