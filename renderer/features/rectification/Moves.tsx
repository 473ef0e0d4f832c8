// What may be done with a rectification now. A move that its state does not allow is not shown; one that is barred says why.
import { Button, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RectificationMove, RectificationRecord } from '../../../shared/contract/rectification.ts';
import { useAccount } from '../../account.ts';
import { failureText } from '../../failure.ts';
import { ExtensionDialog, VerifyDialog } from './MoveDialogs.tsx';
import { useClosing } from './useClosing.ts';
import { useMoves } from './useMoves.tsx';

/** Why a move is refused, in words; undefined where it may be made or is not shown at all. */
function useRefusalText(): (reason: string | null) => string | undefined {
  const { t } = useTranslation();
  return (reason) => (reason === null ? undefined : failureText(t, { code: 'CONFLICT', data: { reason, params: {} } }));
}

export function Moves({ record }: { readonly record: RectificationRecord }) {
  const { t } = useTranslation();
  const { may } = useAccount();
  const moves = useMoves(record);
  const refusalText = useRefusalText();
  const { lacks } = useClosing(record);
  const [dialog, setDialog] = useState<'extension' | 'verify' | null>(null);
  if (!may('findings.write')) return null;
  const button = (move: RectificationMove, run: () => unknown, primary = false): ReactNode => {
    const refusal = record.refusals[move];
    if (refusal === 'rectificationMoveRefused') return null;
    // What is missing to the closing is named as a whole, not one by one.
    const why = move === 'close' && lacks !== null ? lacks : refusalText(refusal);
    return (
      <Tooltip key={move} title={why}>
        <Button type={primary ? 'primary' : 'default'} disabled={refusal !== null} onClick={() => void run()}>
          {t(`rectification.move.${move}`)}
        </Button>
      </Tooltip>
    );
  };
  return (
    <>
      {button('withdraw', moves.ask('withdraw'))}
      {button('askExtension', () => setDialog('extension'))}
      {button('start', moves.start, true)}
      {button('submit', moves.ask('submit'), true)}
      {button('sendBack', moves.ask('sendBack'))}
      {button('verify', () => setDialog('verify'), true)}
      {button('close', moves.ask('close'), true)}
      {moves.dialog}
      {dialog === 'extension' && <ExtensionDialog record={record} onClose={() => setDialog(null)} />}
      {dialog === 'verify' && <VerifyDialog record={record} onClose={() => setDialog(null)} />}
    </>
  );
}
