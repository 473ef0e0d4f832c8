// The limit of a case that ends next, its moment and how urgent it is, in words.
import { ClockCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { ComplaintRow } from '../../../shared/contract/complaintRecord.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { LIMIT_TONES } from './complaintTones.ts';
import { useLimitWords } from './useLimitWords.ts';

export interface BindingTagProps extends Pick<ComplaintRow, 'binding'> {
  /** For the narrow cards of the board: one line for the limit and its state, one for the moment. */
  readonly short?: boolean;
}

export function BindingTag({ binding, short = false }: BindingTagProps) {
  const { t } = useTranslation();
  const words = useLimitWords();
  if (!binding) return null;
  if (short)
    return (
      <span className="case-board-limit">
        <StateTag tone={LIMIT_TONES[binding.state]}>
          {[
            binding.limits.map((limit) => t(`complaint.limitShort.${limit}`)).join('/'),
            t(`complaint.stateShort.${binding.state}`),
          ].join(' · ')}
          <br />
          {words.at(binding.endsAt).slice(5)}
        </StateTag>
      </span>
    );
  return (
    <StateTag tone={LIMIT_TONES[binding.state]} icon={<ClockCircleOutlined aria-hidden />}>
      {[
        binding.caseNumber,
        words.names(binding.limits),
        words.at(binding.endsAt).slice(5),
        t(`complaint.limitState.${binding.state}`),
      ]
        .filter(Boolean)
        .join(' ')}
    </StateTag>
  );
}
