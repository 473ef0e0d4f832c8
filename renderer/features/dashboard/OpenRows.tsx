// The button at the head of a chart that opens the rows it was made from.
import { UnorderedListOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';

export function OpenRows({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <Tooltip title={t('dashboard.rows')}>
      <Button
        type="text"
        size="small"
        icon={<UnorderedListOutlined aria-hidden />}
        aria-label={t('dashboard.rows')}
        onClick={onOpen}
      />
    </Tooltip>
  );
}
