// Takes a list pasted from a sheet: reference, day, kind, client. Lines that cannot be taken are named and left out.
import { useMutation } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SERVICE_KINDS } from '../../../shared/contract/observationRecord.ts';
import type { RecordSample } from '../../../shared/contract/records.ts';
import { readPaste } from '../../../shared/domain/records/paste.ts';
import { client } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { refreshInspections } from '../inspection/useAct.ts';

const SHOWN = 50;

export interface PasteRowsProps {
  readonly sample: RecordSample;
  readonly onClose: () => void;
}

export function PasteRows({ sample, onClose }: PasteRowsProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const lines = useMemo(
    () => readPaste(text, (word) => SERVICE_KINDS.find((kind) => t(`words.serviceKind.${kind}`) === word) ?? null),
    [text, t],
  );
  const rows = lines.flatMap(({ row }) => (row === null ? [] : [row]));
  const bad = lines.filter(({ problem }) => problem !== null);
  const run = useMutation({
    mutationFn: () => client.records.addRows({ id: sample.id, rows }),
    onSuccess: async () => {
      await refreshInspections();
      onClose();
    },
  });
  return (
    <Modal
      open
      width={720}
      title={t('records.paste.title')}
      okText={t('records.paste.ok', { count: rows.length })}
      cancelText={t('frame.cancel')}
      okButtonProps={{ disabled: rows.length === 0, loading: run.isPending }}
      onOk={() => run.mutate()}
      onCancel={onClose}
    >
      <label htmlFor="paste-text">{t('records.paste.hint')}</label>
      <Input.TextArea
        id="paste-text"
        autoFocus
        rows={10}
        value={text}
        placeholder={t('records.paste.example')}
        onChange={(event) => setText(event.target.value)}
      />
      {bad.length > 0 && (
        <ul className="paste-problems">
          {bad.slice(0, SHOWN).map(({ line, problem }) => (
            <li key={line}>{t(`records.paste.problem.${problem ?? 'reference'}`, { line })}</li>
          ))}
        </ul>
      )}
      <FailureAlert error={run.error} />
    </Modal>
  );
}
