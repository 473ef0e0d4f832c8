// Branch and period in one line above a page that looks at both; they stand in the address.
import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PeriodKind } from '../../../shared/contract/score.ts';
import { periodName } from '../../periodName.ts';
import type { ReportPlace } from './useReportChoice.ts';
import './placeBar.css';

export function PlaceBar({ place }: { readonly place: ReportPlace }) {
  const { t } = useTranslation();
  const { branches = [], branch, kind, periods, period, choose } = place;
  return (
    <div className="place-bar">
      <Select<string>
        aria-label={t('report.choice.branch')}
        className="place-bar-branch"
        value={branch?.id ?? null}
        showSearch={{ optionFilterProp: 'label' }}
        options={branches.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        onChange={(id) => choose({ branch: id })}
      />
      <Segmented<PeriodKind>
        aria-label={t('report.choice.kind')}
        value={kind}
        options={PeriodKind.options.map((value) => ({ value, label: t(`report.kind.${value}`) }))}
        onChange={(value) => choose({ kind: value })}
      />
      <Select<string>
        aria-label={t('report.choice.period')}
        className="place-bar-period"
        value={period?.start ?? null}
        loading={periods.data === undefined}
        options={periods.data?.map((one) => ({ value: one.start, label: periodName(t, one) })) ?? []}
        onChange={(start) => choose({ start })}
      />
    </div>
  );
}
