// The two pages of 校准: the calibrations, and the assessors over a period.
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccount } from '../../account.ts';

const ADDRESS = { list: '/calibration', consistency: '/calibration/assessors' } as const;

export function CalibrationTabs({ open }: { readonly open: keyof typeof ADDRESS }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  if (!may('score.read')) return null;
  return (
    <Segmented
      aria-label={t('calibration.title')}
      value={open}
      options={(['list', 'consistency'] as const).map((value) => ({ value, label: t(`calibration.tabs.${value}`) }))}
      onChange={(value) => void navigate(ADDRESS[value])}
    />
  );
}
