// A password field that says when Caps Lock is on.
import { Input, type InputProps } from 'antd';
import { useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

export function PasswordInput(props: InputProps) {
  const { t } = useTranslation();
  const note = useId();
  const [caps, setCaps] = useState(false);
  const look = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  return (
    <>
      <Input.Password {...props} onKeyDown={look} onKeyUp={look} {...(caps ? { 'aria-describedby': note } : {})} />
      {caps && (
        <div className="caps" id={note} role="status">
          {t('account.signIn.capsLock')}
        </div>
      )}
    </>
  );
}
