// Whether a text field's content is on disk.
import { CheckOutlined, LoadingOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { SaveState } from './itemState.ts';

export function FieldSave({ save }: { readonly save: SaveState }) {
  const { t } = useTranslation();
  if (save === 'none') return null;
  return (
    <span className="field-save">
      {save === 'saved' ? <CheckOutlined aria-hidden /> : <LoadingOutlined aria-hidden />}{' '}
      {save === 'saved' ? t('observation.save.saved') : t('observation.save.saving')}
    </span>
  );
}
