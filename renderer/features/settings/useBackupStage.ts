// Words for the stages of a backup and of a restore.
import { useTranslation } from 'react-i18next';

const STAGES = ['database', 'evidence', 'verify'] as const;
type Stage = (typeof STAGES)[number];

export function useBackupStage(): (stage: string) => string {
  const { t } = useTranslation();
  return (stage) => {
    const known = STAGES.find((one): one is Stage => one === stage);
    return known ? t(`settings.backup.stage.${known}`) : '';
  };
}
