// The limit of a case that ends next, its moment and how urgent it is, in words.
import { ClockCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { ComplaintRow } from '../../../shared/contract/complaintRecord.ts';
import { StateTag } from '../../components/StateTag.tsx';
import { LIMIT_TONES } from './complaintTones.ts';
import { useLimitWords } from './useLimitWords.ts';

export function BindingTag({ binding }: Pick<ComplaintRow, 'binding'>) {
  const { t } = useTranslation();
  const words = useLimitWords();
  if (!binding) return null;
  return (
    <StateTag tone={LIMIT_TONES[binding.state]} icon={<ClockCircleOutlined aria-hidden />}>
      {`${words.names(binding.limits)} ${words.at(binding.endsAt).slice(5)} ${t(`complaint.limitState.${binding.state}`)}`}
    </StateTag>
  );
}
