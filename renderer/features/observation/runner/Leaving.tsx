// Keeps what was entered when the runner is left (4.2): first everything is sent, and what cannot be saved is named
// before anyone goes. Holds for ways inside the console, for signing out and for closing the window.
import { Button, Modal } from 'antd';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { useAccount } from '../../../account.ts';
import { failureText } from '../../../failure.ts';
import { guardLeaving, holdBack } from '../../leaving.ts';
import { useRunner, useRunnerState } from './runnerContext.ts';
import { focusRow } from './useRunnerKeys.ts';

/** Milliseconds after which a write under way is worth a word. */
const SLOW = 1500;
const NAMED = 8;

export function Leaving() {
  const { t } = useTranslation();
  const { store } = useRunner();
  const { state: account } = useAccount();
  const failure = useRunnerState((state) => state.failure);
  // Drawn again with every write that reaches the disk, so that the list below is true.
  useRunnerState((state) => state.waiting);
  const blocker = useBlocker(useCallback(() => store.anyUnsaved(), [store]));
  /** The end of the session or of the window, held back; a function, so it stands in an object. */
  const [held, setHeld] = useState<{ readonly go: () => void } | null>(null);
  const [shown, setShown] = useState(false);
  const [sending, setSending] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const closing = useRef(false);
  const asked = blocker.state === 'blocked' || held !== null;

  const go = useEffectEvent(() => {
    setShown(false);
    setHeld(null);
    if (blocker.state === 'blocked') blocker.proceed();
    else held?.go();
  });
  useEffect(() => {
    if (!asked) return undefined;
    let live = true;
    const end = () => {
      live = false;
    };
    const goOnce = () => {
      if (!live || store.anyUnsaved()) return;
      end();
      go();
    };
    // The write may also be tried again by itself while the dialog stands.
    const release = store.subscribe(goOnce);
    const timer = setTimeout(() => setShown(true), SLOW);
    void store.sendAll().then(({ failure: still }) => {
      if (!live) return;
      setSending(false);
      if (still === null) goOnce();
      else setShown(true);
    });
    return () => {
      end();
      release();
      clearTimeout(timer);
    };
  }, [asked, attempt, store]);

  const hold = useEffectEvent((then: () => void) => {
    // Behind the lock nothing can be saved: it has said so, and the person has chosen.
    if (account.locked || !store.anyUnsaved()) then();
    else setHeld({ go: then });
  });
  const close = useEffectEvent((event: BeforeUnloadEvent) => {
    if (closing.current || !store.anyUnsaved()) return;
    event.preventDefault();
    if (account.locked) {
      holdBack();
      return;
    }
    setHeld({
      go: () => {
        closing.current = true;
        window.close();
      },
    });
  });
  useEffect(() => {
    const onClose = (event: BeforeUnloadEvent) => close(event);
    const release = guardLeaving({ ask: (then) => hold(then), unsaved: () => store.anyUnsaved() });
    window.addEventListener('beforeunload', onClose);
    return () => {
      release();
      window.removeEventListener('beforeunload', onClose);
    };
  }, [store]);

  const stay = () => {
    setShown(false);
    setSending(false);
    setHeld(null);
    if (blocker.state === 'blocked') blocker.reset();
    requestAnimationFrame(() => focusRow(store.state().cursor));
  };
  const drop = () => {
    setShown(false);
    setHeld(null);
    if (blocker.state === 'blocked') blocker.proceed();
    else held?.go();
  };
  const again = () => {
    setSending(true);
    setAttempt(attempt + 1);
  };
  if (!asked || !shown) return null;
  const parts = store.unsaved();
  return (
    <Modal
      open
      width={480}
      title={t('observation.save.leave.title')}
      onCancel={stay}
      focusable={{ focusTriggerAfterClose: false }}
      footer={[
        <Button key="drop" danger onClick={drop}>
          {t('observation.save.leave.drop')}
        </Button>,
        <Button key="stay" onClick={stay}>
          {t('observation.save.leave.stay')}
        </Button>,
        <Button key="again" type="primary" autoFocus loading={sending} onClick={again}>
          {t('observation.save.leave.again')}
        </Button>,
      ]}
    >
      <p>{failure === null ? t('observation.save.leave.slow') : t('observation.save.leave.failed')}</p>
      {failure !== null && <p>{failureText(t, failure)}</p>}
      <ul>
        {parts.slice(0, NAMED).map(({ part, code }) => {
          const words = t(`observation.save.leave.part.${part}`);
          return (
            <li key={`${part}:${code ?? ''}`}>
              {code === undefined ? words : t('observation.save.leave.of', { code, part: words })}
            </li>
          );
        })}
        {parts.length > NAMED && <li>{t('observation.save.leave.more', { count: parts.length - NAMED })}</li>}
      </ul>
    </Modal>
  );
}
