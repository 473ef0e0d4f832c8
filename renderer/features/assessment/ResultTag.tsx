// The state of an assessment or of a result in words.
import { LockFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { AssessmentState, ResultState } from '../../../shared/contract/assessment.ts';
import { StateTag, type Tone } from '../../components/StateTag.tsx';

const TONES: Readonly<Record<AssessmentState | ResultState, Tone>> = {
  collecting: 'neutral',
  computed: 'accent',
  inReview: 'accent',
  finalised: 'met',
  superseded: 'neutral',
};

export function ResultTag({ state }: { readonly state: AssessmentState | ResultState }) {
  const { t } = useTranslation();
  return (
    <StateTag tone={TONES[state]} icon={state === 'finalised' ? <LockFilled /> : undefined}>
      {t(`assessment.state.${state}`)}
    </StateTag>
  );
}
