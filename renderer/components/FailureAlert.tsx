// A failed save in words, over the form that failed: <FailureAlert error={mutation.error} />. Nothing while there is no error.
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { failureText } from '../failure.ts';

export function FailureAlert({ error }: { readonly error: unknown }) {
  const { t } = useTranslation();
  if (error === null || error === undefined) return null;
  return <Alert className="failure" type="error" showIcon title={failureText(t, error)} />;
}
