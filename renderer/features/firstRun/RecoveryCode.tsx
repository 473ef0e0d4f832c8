// The recovery code, shown once: large, to copy or print, and to be confirmed before going on.
import { CopyOutlined, PrinterOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Flex } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../components/copyText.ts';

export interface RecoveryCodeProps {
  readonly code: string;
  readonly login: string;
  /** The button that goes on. */
  readonly done: string;
  readonly onDone: () => void;
  readonly busy?: boolean;
}

export function RecoveryCode({ code, login, done, onDone, busy = false }: RecoveryCodeProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [keptSafe, setKeptSafe] = useState(false);
  // The form that was sent is gone, and the focus with it: reading goes on at what to do with the code.
  const hint = useRef<HTMLParagraphElement>(null);
  useEffect(() => hint.current?.focus(), []);
  const copy = async () => {
    if (await copyText(code)) void message.success(t('frame.copied'));
    else void message.warning(t('frame.copyFailed'));
  };
  return (
    <>
      <p className="entry-hint" ref={hint} tabIndex={-1}>
        {t('account.firstRun.codeHint')}
      </p>
      <div className="code-sheet">
        <div className="code-sheet-head">
          {t('account.firstRun.sheetTitle')} · {t('account.signIn.login')} {login}
        </div>
        <output className="code" aria-label={t('account.firstRun.codeLabel')}>
          {code}
        </output>
      </div>
      <Flex gap={8} className="code-actions">
        <Button icon={<CopyOutlined />} onClick={() => void copy()}>
          {t('frame.copy')}
        </Button>
        <Button
          icon={<PrinterOutlined />}
          onClick={() => {
            window.print();
          }}
        >
          {t('frame.print')}
        </Button>
      </Flex>
      <Checkbox className="code-kept" checked={keptSafe} onChange={(event) => setKeptSafe(event.target.checked)}>
        {t('account.firstRun.codeKept')}
      </Checkbox>
      <Button type="primary" block disabled={!keptSafe} loading={busy} onClick={onDone}>
        {done}
      </Button>
    </>
  );
}
