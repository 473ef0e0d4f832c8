// The photos of a finding one after another: ← and → go through them, Esc closes.
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingPhoto } from '../../../shared/contract/findings.ts';
import { api } from '../../client.ts';
import { EmptyState, Loaded } from '../../components/states.tsx';
import { useFormat } from '../../format.ts';
import './findings.css';

interface PhotosDialogProps {
  /** The finding. */
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
}

export function PhotosDialog({ id, title, onClose }: PhotosDialogProps) {
  const { t } = useTranslation();
  const photos = useQuery(api.findings.photos.queryOptions({ input: { id } }));
  return (
    <Modal open width={920} title={<span className="photos-title">{title}</span>} footer={null} onCancel={onClose}>
      <Loaded query={photos}>
        {(list) =>
          list.length === 0 ? <EmptyState title={t('findings.photos.none')} /> : <Viewer id={id} photos={list} />
        }
      </Loaded>
    </Modal>
  );
}

function Viewer({ id, photos }: { readonly id: string; readonly photos: readonly FindingPhoto[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [place, setPlace] = useState(0);
  const { id: photoId, caption, width, height, addedAt } = photos[place]!;
  const file = useQuery({ ...api.findings.photo.queryOptions({ input: { id, photoId } }), staleTime: Infinity });
  const go = (by: number) => setPlace((place + by + photos.length) % photos.length);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') go(-1);
    else if (event.key === 'ArrowRight') go(1);
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const words = caption || t('findings.photos.nameless', { number: place + 1 });
  return (
    <figure className="photos-viewer">
      <div className="photos-picture">
        <Loaded query={file}>
          {({ mime, base64 }) => (
            <img src={`data:${mime};base64,${base64}`} width={width} height={height} alt={words} />
          )}
        </Loaded>
      </div>
      <figcaption>
        <Button
          icon={<LeftOutlined aria-hidden />}
          aria-label={t('findings.photos.before')}
          disabled={photos.length < 2}
          onClick={() => go(-1)}
        />
        <Button
          icon={<RightOutlined aria-hidden />}
          aria-label={t('findings.photos.next')}
          disabled={photos.length < 2}
          onClick={() => go(1)}
        />
        <span role="status">{t('findings.photos.place', { place: place + 1, count: photos.length })}</span>
        <span className="photos-words">{words}</span>
        <span className="photos-when">{format.instant(addedAt)}</span>
      </figcaption>
    </figure>
  );
}
