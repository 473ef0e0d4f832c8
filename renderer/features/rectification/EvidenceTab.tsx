// 证据: photos and PDF files. A picture is drawn anew without its metadata before it is kept.
import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Image, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  FILE_BYTES,
  type RectificationFile,
  type RectificationRecord,
} from '../../../shared/contract/rectification.ts';
import { api, client } from '../../client.ts';
import { EmptyState } from '../../components/states.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { failureText } from '../../failure.ts';
import { bytes, useFormat } from '../../format.ts';
import { useWork } from '../findings/useWork.ts';
import { reencode } from '../observation/photo/reencode.ts';
import { focusBack } from './focus.ts';
import { MoveDialog, useNeeded } from './MoveDialog.tsx';

const ADD = 'rectification-add-file';

interface Read {
  readonly name: string;
  readonly base64: string;
}

const isPdf = ({ type, name }: File): boolean => type === 'application/pdf' || /\.pdf$/i.test(name);
const MEGABYTES = FILE_BYTES / 1024 / 1024;

const bareName = (file: File): string => file.name.replace(/\.[^.]+$/, '').slice(0, 120);

const asBase64 = async (file: File): Promise<string> => {
  const data = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < data.length; at += 0x8000) text += String.fromCharCode(...data.subarray(at, at + 0x8000));
  return btoa(text);
};

interface FileValues {
  readonly name: string;
  readonly caption?: string;
  readonly consent: boolean;
}

function StoreDialog({
  id,
  read,
  onClose,
}: {
  readonly id: string;
  readonly read: Read;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const name = t('rectification.record.fileName');
  return (
    <MoveDialog<FileValues>
      title={t('rectification.record.addFile')}
      ok={t('rectification.record.store')}
      initial={{ name: read.name, consent: false }}
      onClose={onClose}
      run={({ caption = '', ...values }) =>
        client.rectification.addFile({ ...values, id, caption: caption.trim(), base64: read.base64 })
      }
    >
      <Form.Item name="name" label={name} rules={needed(name)}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item name="caption" label={t('rectification.record.caption')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="consent"
        valuePropName="checked"
        rules={[
          {
            validator: (_, agreed) =>
              agreed === true ? Promise.resolve() : Promise.reject(new Error(t('rectification.record.consentNeeded'))),
          },
        ]}
      >
        <Checkbox>{t('rectification.record.consent')}</Checkbox>
      </Form.Item>
    </MoveDialog>
  );
}

function Thumb({ id, file }: { readonly id: string; readonly file: RectificationFile }) {
  const { data } = useQuery({
    ...api.rectification.file.queryOptions({ input: { id, fileId: file.id } }),
    ...{ staleTime: Infinity, enabled: file.type === 'image/jpeg' },
  });
  return data ? (
    <Image width={96} height={72} src={`data:${data.type};base64,${data.base64}`} alt={file.caption || file.name} />
  ) : null;
}

export function EvidenceTab({ record }: { readonly record: RectificationRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const ask = useConfirm();
  const work = useWork();
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<Read | null>(null);
  const { id, files } = record;
  const take = async (file: File) => {
    const { name } = file;
    const tooLarge = t('rectification.record.fileTooLarge', { name, megabytes: MEGABYTES });
    if (isPdf(file)) {
      if (file.size > FILE_BYTES) {
        void message.error(tooLarge);
        return;
      }
      setRead({ name: bareName(file), base64: await asBase64(file) });
      return;
    }
    const photo = await reencode(file);
    if (photo === 'notPicture') void message.error(t('rectification.record.fileKind', { name }));
    else if (photo === 'tooLarge') void message.error(tooLarge);
    else if (typeof photo === 'string') void message.error(t(`observation.photo.refused.${photo}`));
    else setRead({ name: bareName(file), base64: photo.base64 });
  };
  const save = async (fileId: string) => {
    try {
      const { path } = await client.rectification.saveFile({ id, fileId });
      if (path !== null) void message.success(t('rectification.record.savedTo', { path }));
    } catch (error) {
      void message.error(failureText(t, error));
    }
  };
  const remove = async (fileId: string) => {
    const [title, ok] = [t('rectification.record.removeTitle'), t('rectification.record.remove')];
    if (!(await ask.confirm({ title, ok, danger: true }))) return;
    if (await work(() => client.rectification.removeFile({ id, fileId }), t('rectification.record.done')))
      focusBack(document.getElementById(ADD));
  };
  return (
    <>
      {record.refusals.addEvidence === null && (
        <div className="rect-bar">
          <Button id={ADD} type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => input.current?.click()}>
            {t('rectification.record.addFile')}
          </Button>
          <input
            ref={input}
            hidden
            type="file"
            accept="image/*,application/pdf"
            aria-label={t('rectification.record.addFile')}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) void take(file);
            }}
          />
        </div>
      )}
      {files.length === 0 ? (
        <EmptyState
          title={t('rectification.record.noFiles')}
          hint={
            record.state === 'planned' ? t('rectification.record.filesFrom') : t('rectification.record.noFilesHint')
          }
        />
      ) : (
        <ul className="rect-list">
          {files.map((file) => (
            <li key={file.id}>
              <Thumb id={id} file={file} />
              <span className="rect-grow">
                {file.name} {file.caption}
                <span className="rect-where">
                  {t('rectification.record.added', { who: file.addedBy, time: format.instant(file.addedAt) })} ·{' '}
                  {bytes(file.bytes)}
                </span>
              </span>
              <Button size="small" onClick={() => void save(file.id)}>
                {t('rectification.record.saveFile')}
              </Button>
              {record.refusals.removeEvidence === null && (
                <Button size="small" onClick={() => void remove(file.id)}>
                  {t('rectification.record.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {read !== null && <StoreDialog id={id} read={read} onClose={() => setRead(null)} />}
    </>
  );
}
