// Words for the stages of a removal and of deleting old copies; the backup that comes first has its own.
import { useTranslation } from 'react-i18next';

const STAGES = ['removing', 'erasing', 'files', 'copies', 'database', 'evidence', 'verify'] as const;
type Stage = (typeof STAGES)[number];

export function usePurgeStage(): (stage: string) => string {
  const { t } = useTranslation();
  return (stage) => {
    const known = STAGES.find((one): one is Stage => one === stage);
    return known ? t(`retention.stage.${known}`) : '';
  };
}
