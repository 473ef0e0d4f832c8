// A day as a letter writes it: 2026年10月12日, 12 October 2026.
import { useTranslation } from 'react-i18next';

const formalDay = (language: string, day: string): string =>
  new Intl.DateTimeFormat(language.startsWith('zh') ? 'zh-CN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

export function useFormalDay(): (day: string) => string {
  const { i18n } = useTranslation();
  return (day) => formalDay(i18n.language, day);
}
