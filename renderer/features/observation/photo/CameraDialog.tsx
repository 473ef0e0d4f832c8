// Takes one photo with the camera, picture only: sound is never asked for. The camera is off as soon as this closes.
import { Alert, Button, Modal, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { encode, type Photo } from './reencode.ts';

export interface CameraDialogProps {
  readonly onPhoto: (photo: Photo) => void;
  readonly onClose: () => void;
}

type Trouble = 'none' | 'refused' | 'absent';

export function CameraDialog({ onPhoto, onClose }: CameraDialogProps) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const [ready, setReady] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>('none');
  useEffect(() => {
    let stream: MediaStream | undefined;
    let left = false;
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 } }, audio: false })
      .then((given) => {
        stream = given;
        if (left) stop();
        else if (video.current) video.current.srcObject = given;
      })
      .catch((error: unknown) => {
        setTrouble(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'absent');
      });
    return () => {
      left = true;
      stop();
    };
  }, []);
  useEffect(() => {
    if (ready) trigger.current?.focus();
  }, [ready]);
  const shoot = () => {
    const source = video.current;
    if (!source || !ready) return;
    void encode(source, source.videoWidth, source.videoHeight).then((photo) => {
      onPhoto(photo);
      onClose();
    });
  };
  return (
    <Modal
      open
      width={720}
      title={t('observation.photo.camera')}
      onCancel={onClose}
      footer={
        <Button type="primary" ref={trigger} disabled={!ready} onClick={shoot}>
          {t('observation.photo.shoot')}
        </Button>
      }
    >
      {trouble === 'none' ? (
        <div className="camera">
          {!ready && <Spin description={t('observation.photo.starting')} />}
          <video
            ref={video}
            autoPlay
            muted
            playsInline
            aria-label={t('observation.photo.camera')}
            onLoadedData={() => setReady(true)}
          />
        </div>
      ) : (
        <Alert type="warning" showIcon title={t(`observation.photo.camera_${trouble}`)} />
      )}
    </Modal>
  );
}
