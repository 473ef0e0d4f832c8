// Says that a write of a review or patrol failed and keeps it: tried again by itself where that can help, by hand at once,
// or given up.
import { Alert, Button, Flex } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../account.ts';
import { failureCode, failureText } from '../../failure.ts';
import { useInspection, type InspectionStore } from './inspectionStore.ts';

const AGAIN = 4000;
/** The same write would fail in the same way: only a person can go on. */
const LASTING: readonly (string | undefined)[] = ['INVALID', 'FORBIDDEN', 'CONFLICT', 'NOT_FOUND', 'BAD_REQUEST'];

export function SaveBanner({ store }: { readonly store: InspectionStore }) {
  const { t } = useTranslation();
  const { state: account } = useAccount();
  const failure = useInspection(store, (page) => page.failure);
  const waiting = useInspection(store, (page) => page.waiting);
  const lasting = LASTING.includes(failureCode(failure));
  useEffect(() => {
    if (failure === null || lasting || account.locked) return undefined;
    const timer = setTimeout(store.retry, AGAIN);
    return () => clearTimeout(timer);
  }, [failure, lasting, account.locked, store]);
  if (failure === null) return null;
  return (
    <Alert
      banner
      type="error"
      title={`${t('observation.save.failed', { count: waiting })} ${failureText(t, failure)}`}
      action={
        <Flex gap={8}>
          <Button size="small" type="primary" onClick={store.retry}>
            {t('frame.retry')}
          </Button>
          {lasting && (
            <Button size="small" onClick={() => void store.giveUp()}>
              {t('observation.save.giveUp')}
            </Button>
          )}
        </Flex>
      }
    />
  );
}
