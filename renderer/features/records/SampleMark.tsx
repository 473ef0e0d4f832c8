// The state of a sample in words.
import { useTranslation } from 'react-i18next';
import type { SampleState } from '../../../shared/contract/records.ts';
import { StateTag } from '../../components/StateTag.tsx';

export function SampleMark({ state }: { readonly state: SampleState }) {
  const { t } = useTranslation();
  const tone = state === 'drawn' ? 'met' : state === 'registering' ? 'accent' : 'neutral';
  return <StateTag tone={tone}>{t(`records.state.${state}`)}</StateTag>;
}
