// The rule of a field that must be filled in, with its label in the words.
import type { FormRule } from 'antd';
import { useTranslation } from 'react-i18next';

export function useRequired(): (label: string) => FormRule[] {
  const { t } = useTranslation();
  return (label) => [
    { required: true, message: t('complaintCase.required', { label }) },
    {
      // Blanks alone say nothing, and main would refuse them.
      validator: (_, value: unknown) =>
        typeof value === 'string' && value !== '' && value.trim() === ''
          ? Promise.reject(new Error(t('complaintCase.required', { label })))
          : Promise.resolve(),
    },
  ];
}
