// At the foot of a ledger that is read page by page: how much of it is shown, and the way to the next page
// or, one after another, to all of them: an export holds what is shown.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface MoreRowsProps {
  readonly loaded: number;
  readonly total: number;
  readonly loading: boolean;
  /** Reads the next page; whether there is another after it. */
  readonly onMore: () => Promise<{ readonly hasNextPage: boolean; readonly isError: boolean }>;
}

/** Nothing where all is shown. */
export function MoreRows({ loaded, total, loading, onMore }: MoreRowsProps) {
  const { t } = useTranslation();
  if (loaded >= total) return null;
  const all = async () => {
    for (let page = await onMore(); page.hasNextPage && !page.isError; page = await onMore());
  };
  return (
    <>
      <span>{t('findings.loaded', { loaded, total })}</span>
      <Button type="link" size="small" loading={loading} onClick={() => void onMore()}>
        {t('findings.more')}
      </Button>
      <Button type="link" size="small" disabled={loading} onClick={() => void all()}>
        {t('findings.all')}
      </Button>
    </>
  );
}
