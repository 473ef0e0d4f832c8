// The state of a sample in words.
import { useTranslation } from 'react-i18next';
import type { SampleState } from '../../../shared/contract/records.ts';
import { StateTag, type Tone } from '../../components/StateTag.tsx';

const TONES: Readonly<Record<SampleState, Tone>> = {
  registering: 'accent',
  drawn: 'accent',
  done: 'met',
  cancelled: 'neutral',
};

export function SampleMark({ state }: { readonly state: SampleState }) {
  const { t } = useTranslation();
  const tone = TONES[state];
  return <StateTag tone={tone}>{t(`records.state.${state}`)}</StateTag>;
}
