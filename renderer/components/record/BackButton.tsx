// The visible half of Esc: back to where the record was opened from.
import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useBack } from './useBack.ts';

export function BackButton() {
  const { t } = useTranslation();
  const back = useBack();
  return <Button type="text" icon={<ArrowLeftOutlined />} aria-label={t('frame.back')} onClick={back} />;
}
