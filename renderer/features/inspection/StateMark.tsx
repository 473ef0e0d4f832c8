// The state of a review or patrol, and a verdict, in icon and words.
import { CheckOutlined, CloseOutlined, MinusOutlined } from '@ant-design/icons';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectionState, Verdict } from '../../../shared/contract/inspection.ts';
import { StateTag, type Tone } from '../../components/StateTag.tsx';
import './inspection.css';

const TONES: Readonly<Record<InspectionState, Tone>> = {
  inProgress: 'accent',
  submitted: 'met',
  withdrawn: 'neutral',
};

export function StateMark({ state }: { readonly state: InspectionState }) {
  const { t } = useTranslation();
  return <StateTag tone={TONES[state]}>{t(`inspection.state.${state}`)}</StateTag>;
}

export const VERDICT_ICONS: Readonly<Record<Verdict, ComponentType<{ readonly 'aria-hidden'?: boolean }>>> = {
  passed: CheckOutlined,
  failed: CloseOutlined,
  notApplicable: MinusOutlined,
};

export function VerdictMark({ verdict }: { readonly verdict: Verdict | null }) {
  const { t } = useTranslation();
  if (verdict === null) return <span className="verdict-none">{t('inspection.unlooked')}</span>;
  const Icon = VERDICT_ICONS[verdict];
  return (
    <span className={`verdict verdict-${verdict}`}>
      <Icon aria-hidden /> {t(`inspection.verdict.${verdict}`)}
    </span>
  );
}
