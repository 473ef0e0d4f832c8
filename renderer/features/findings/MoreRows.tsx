// At the foot of a ledger that is read page by page: how much of it is shown, and the way to the next page.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface MoreRowsProps {
  readonly loaded: number;
  readonly total: number;
  readonly loading: boolean;
  readonly onMore: () => void;
}

/** Nothing where all is shown. */
export function MoreRows({ loaded, total, loading, onMore }: MoreRowsProps) {
  const { t } = useTranslation();
  if (loaded >= total) return null;
  return (
    <>
      <span>{t('findings.loaded', { loaded, total })}</span>
      <Button type="link" size="small" loading={loading} onClick={onMore}>
        {t('findings.more')}
      </Button>
    </>
  );
}
