// Dialogs of a rectification: more time, verification, a check, and the moves that ask for one text.
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RectificationRecord } from '../../../shared/contract/rectification.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { client } from '../../client.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { useToday } from '../people/useToday.ts';
import { MoveDialog, useNeeded } from './MoveDialog.tsx';

interface MoveDialogProps {
  readonly record: RectificationRecord;
  readonly onClose: () => void;
}

interface ExtensionValues {
  readonly to: string;
  readonly reason: string;
}

const LATER = 7;

export function ExtensionDialog({ record: { id, deadline }, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const today = useToday();
  const first = deadline < today ? today : addDays(deadline, 1);
  const [to, reason] = [t('rectification.ask.extensionTo'), t('rectification.ask.reason')];
  return (
    <MoveDialog<ExtensionValues>
      title={t('rectification.ask.extensionTitle')}
      text={t('rectification.ask.extensionText')}
      ok={t('rectification.move.askExtension')}
      keep={`${id}.extension`}
      initial={{ to: addDays(deadline < today ? today : deadline, LATER) }}
      onClose={onClose}
      run={(values) => client.rectification.askExtension({ id, to: values.to, reason: values.reason.trim() })}
    >
      <Form.Item name="to" label={to} rules={needed(to)}>
        <DayInput min={first} allowClear={false} />
      </Form.Item>
      <Form.Item name="reason" label={reason} rules={needed(reason)}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </MoveDialog>
  );
}

interface VerifyValues {
  readonly fact?: string;
  readonly reference?: string;
}

export function VerifyDialog({ record: { id, files }, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const [fact, reference] = [t('rectification.record.fact'), t('rectification.record.reference')];
  const rules = (label: string) => (files.length > 0 ? [] : needed(label));
  return (
    <MoveDialog<VerifyValues>
      title={t('rectification.ask.verifyTitle')}
      text={t('rectification.ask.verifyText')}
      ok={t('rectification.move.verify')}
      keep={`${id}.verify`}
      initial={{}}
      onClose={onClose}
      run={(values) =>
        client.rectification.verify({
          ...{ id, fact: (values.fact ?? '').trim(), reference: (values.reference ?? '').trim() },
        })
      }
    >
      <Form.Item name="reference" label={reference} rules={rules(reference)}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="fact" label={fact} rules={rules(fact)}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </MoveDialog>
  );
}

const PROGRESS = ['onTrack', 'slow', 'stuck'] as const;

interface CheckValues {
  readonly day: string;
  readonly progress: (typeof PROGRESS)[number];
  readonly note: string;
}

export function CheckDialog({ record: { id, plannedOn }, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const today = useToday();
  const [day, note] = [t('rectification.ask.checkDay'), t('rectification.ask.checkNote')];
  return (
    <MoveDialog<CheckValues>
      title={t('rectification.ask.checkTitle')}
      ok={t('frame.save')}
      keep={`${id}.check`}
      initial={{ day: today, progress: 'onTrack' }}
      onClose={onClose}
      run={(values) => client.rectification.check({ ...values, id, note: values.note.trim() })}
    >
      <Form.Item name="day" label={day} rules={needed(day)}>
        <DayInput min={plannedOn} max={today} allowClear={false} />
      </Form.Item>
      <Form.Item name="progress" label={t('rectification.ask.checkProgress')}>
        <Select options={PROGRESS.map((value) => ({ value, label: t(`rectification.progress.${value}`) }))} />
      </Form.Item>
      <Form.Item name="note" label={note} rules={needed(note)}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </MoveDialog>
  );
}

interface WordsProps extends Pick<MoveDialogProps, 'onClose'> {
  /** Under which name what is typed is kept. */
  readonly keep: string;
  readonly title: string;
  readonly text?: string;
  readonly ok: string;
  readonly label: string;
  readonly most: number;
  readonly run: (words: string) => Promise<unknown>;
}

/** Asks for one text: what was done, a reason, the next steps. */
export function WordsDialog({ label, most, run, ...frame }: WordsProps) {
  const needed = useNeeded();
  return (
    <MoveDialog<{ readonly words: string }> {...frame} initial={{}} run={({ words }) => run(words.trim())}>
      <Form.Item name="words" label={label} rules={needed(label)}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={most} />
      </Form.Item>
    </MoveDialog>
  );
}
