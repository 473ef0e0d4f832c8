// A photo is stored only when the person in it agreed: shown once more, with its caption and the tick.
import { Checkbox, Input, Modal, type CheckboxRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from './reencode.ts';

export interface ConsentDialogProps {
  readonly photo: Photo;
  /** How many more wait behind it. */
  readonly more: number;
  readonly onStore: (caption: string) => void;
  readonly onDiscard: () => void;
}

export function ConsentDialog({ photo, more, onStore, onDiscard }: ConsentDialogProps) {
  const { t } = useTranslation();
  const box = useRef<CheckboxRef>(null);
  const [agreed, setAgreed] = useState(false);
  const [caption, setCaption] = useState('');
  const store = () => {
    if (agreed) onStore(caption.trim());
  };
  return (
    <Modal
      open
      width={520}
      title={t('observation.photo.check')}
      okText={t('observation.photo.store')}
      cancelText={t('observation.photo.discard')}
      okButtonProps={{ disabled: !agreed }}
      onOk={store}
      // The dialog would put the hands on its cross, where Space throws the photo away.
      afterOpenChange={(open) => {
        if (open) box.current?.focus();
      }}
      onCancel={onDiscard}
    >
      <img className="photo-check" src={photo.preview} alt={t('observation.photo.one')} />
      <Checkbox ref={box} checked={agreed} onChange={(event) => setAgreed(event.target.checked)}>
        {t('observation.photo.consent')}
      </Checkbox>
      <Input
        className="photo-caption"
        value={caption}
        maxLength={200}
        placeholder={t('observation.photo.caption')}
        aria-label={t('observation.photo.caption')}
        onChange={(event) => setCaption(event.target.value)}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) store();
        }}
      />
      {more > 0 && <p className="photo-more">{t('observation.photo.more', { count: more })}</p>}
    </Modal>
  );
}
