// An observation's state with its marks: late entry, amended or being amended.
import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ObservationState } from '../../../shared/contract/observationRecord.ts';
import { StateTag, type Tone } from '../../components/StateTag.tsx';
import './stateMarks.css';

const TONES: Readonly<Record<ObservationState, Tone>> = {
  planned: 'neutral',
  cancelled: 'neutral',
  inProgress: 'accent',
  submitted: 'met',
  withdrawn: 'neutral',
};

export interface StateMarksProps {
  readonly state: ObservationState;
  readonly lateEntry: boolean;
  readonly amending: boolean;
  /** Number of the revision, null while planned; above 1 it was amended. */
  readonly revision: number | null;
  /** Given where it belongs to a calibration: it is no evidence. */
  readonly calibrationId?: string | null;
}

export function StateMarks({ state, lateEntry, amending, revision, calibrationId }: StateMarksProps) {
  const { t } = useTranslation();
  return (
    <Flex gap={4} align="center" className="state-marks">
      <StateTag tone={TONES[state]}>{t(`observation.state.${state}`)}</StateTag>
      {calibrationId && <StateTag tone="accent">{t('calibration.mark')}</StateTag>}
      {lateEntry && <StateTag tone="warn">{t('observation.lateEntry')}</StateTag>}
      {amending ? (
        <StateTag tone="accent">{t('observation.amending')}</StateTag>
      ) : (
        (revision ?? 1) > 1 && <StateTag>{t('observation.amended')}</StateTag>
      )}
    </Flex>
  );
}
