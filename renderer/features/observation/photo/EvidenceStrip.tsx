// The photos of one item: thumbnails with captions, and the ways in: camera, file, paste, drop. Each new photo is shown
// first; it is stored only with the tick that the person in it agreed.
import { CameraOutlined, DeleteOutlined, LoadingOutlined, PictureOutlined } from '@ant-design/icons';
import { Alert, Button, Image, Input } from 'antd';
import { useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../../../shared/contract/observationRecord.ts';
import type { Upload } from '../runner/itemState.ts';
import { CameraDialog } from './CameraDialog.tsx';
import { ConsentDialog } from './ConsentDialog.tsx';
import { reencode, type Photo, type Refusal } from './reencode.ts';
import { usePhoto, type PhotoReader } from './usePhoto.ts';
import './photo.css';

/** What is shown of a stored photo. */
type Shown = Pick<Evidence, 'id' | 'caption'>;

export interface EvidenceStripProps {
  readonly read: PhotoReader;
  /** Id of the control that the key P leads to. */
  readonly focusId: string;
  readonly evidence: readonly Shown[];
  readonly uploads: readonly Upload[];
  /** Submission asks for a photo here. */
  readonly required: boolean;
  readonly onAdd: (photo: Photo & { readonly caption: string }) => void;
  readonly onRemove: (evidenceId: string) => void;
  readonly onCaption: (evidenceId: string, caption: string) => void;
}

export function EvidenceStrip(props: EvidenceStripProps) {
  const { t } = useTranslation();
  const { read, focusId, evidence, uploads, required, onAdd, onRemove, onCaption } = props;
  const picker = useRef<HTMLInputElement>(null);
  const [camera, setCamera] = useState(false);
  const [fresh, setFresh] = useState<readonly Photo[]>([]);
  const [refused, setRefused] = useState<readonly { readonly name: string; readonly why: Refusal }[]>([]);
  const [over, setOver] = useState(false);

  /** The hands go back to where they came from once no dialog is left. */
  const backToStrip = (left: number) => {
    if (left === 0) requestAnimationFrame(() => document.getElementById(focusId)?.focus());
  };

  const take = async (files: readonly File[]) => {
    const refusals: { name: string; why: Refusal }[] = [];
    for (const file of files) {
      const result = await reencode(file);
      if (typeof result === 'string') refusals.push({ name: file.name, why: result });
      else setFresh((before) => [...before, result]);
    }
    setRefused(refusals);
  };
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    void take(files);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };
  return (
    <div
      className={over ? 'evidence evidence-over' : 'evidence'}
      role="group"
      aria-label={t('observation.photo.title')}
      onPaste={paste}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="evidence-tools">
        <Button size="small" id={focusId} icon={<CameraOutlined />} onClick={() => setCamera(true)}>
          {t('observation.photo.camera')}
        </Button>
        <Button size="small" icon={<PictureOutlined />} onClick={() => picker.current?.click()}>
          {t('observation.photo.file')}
        </Button>
        <input
          ref={picker}
          type="file"
          accept="image/*"
          multiple
          hidden
          aria-label={t('observation.photo.file')}
          onChange={(event) => {
            void take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <span className={required ? 'evidence-hint evidence-required' : 'evidence-hint'}>
          {required ? t('observation.photo.required') : t('observation.photo.hint')}
        </span>
      </div>
      {refused.map(({ name, why }) => (
        <Alert
          key={name}
          type="warning"
          showIcon
          closable
          title={`${name}: ${t(`observation.photo.refused.${why}`)}`}
          className="evidence-refused"
        />
      ))}
      {evidence.length + uploads.length > 0 && (
        <ul className="evidence-list">
          {evidence.map((one) => (
            <li key={one.id}>
              <Thumbnail read={read} evidence={one} />
              <Input
                size="small"
                variant="borderless"
                defaultValue={one.caption}
                maxLength={200}
                placeholder={t('observation.photo.caption')}
                aria-label={t('observation.photo.caption')}
                onBlur={(event) => {
                  const caption = event.target.value.trim();
                  if (caption !== one.caption) onCaption(one.id, caption);
                }}
              />
              <Button
                size="small"
                type="text"
                className="evidence-remove"
                icon={<DeleteOutlined />}
                aria-label={t('observation.photo.remove')}
                onClick={() => onRemove(one.id)}
              />
            </li>
          ))}
          {uploads.map((upload) => (
            <li key={upload.key}>
              <span className="evidence-upload">
                <img src={upload.preview} alt={upload.caption} />
                <LoadingOutlined aria-label={t('observation.save.saving')} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {camera && (
        <CameraDialog
          onClose={() => {
            setCamera(false);
            backToStrip(fresh.length);
          }}
          onPhoto={(photo) => setFresh((before) => [...before, photo])}
        />
      )}
      {!camera && fresh[0] && (
        <ConsentDialog
          key={fresh.length}
          photo={fresh[0]}
          more={fresh.length - 1}
          onStore={(caption) => {
            onAdd({ ...fresh[0]!, caption });
            setFresh((before) => before.slice(1));
            backToStrip(fresh.length - 1);
          }}
          onDiscard={() => {
            setFresh((before) => before.slice(1));
            backToStrip(fresh.length - 1);
          }}
        />
      )}
    </div>
  );
}

/** A stored photo, read from the evidence store once. */
export function Thumbnail({ read, evidence }: { readonly read: PhotoReader; readonly evidence: Shown }) {
  const { t } = useTranslation();
  const { src, error } = usePhoto(read, evidence.id);
  if (error) return <span className="evidence-none">{t('observation.photo.unreadable')}</span>;
  if (src === undefined) return <span className="evidence-none" />;
  return (
    <Image
      src={src}
      width={96}
      height={72}
      alt={evidence.caption === '' ? t('observation.photo.one') : evidence.caption}
      preview={{ mask: { blur: false } }}
    />
  );
}
