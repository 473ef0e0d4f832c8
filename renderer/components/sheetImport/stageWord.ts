// What the stages of an import are called while they run.
import type { TFunction } from 'i18next';

const STAGES = ['sheets', 'reading', 'comparing', 'writing'] as const;

export function stageWord(t: TFunction, name: string): string {
  const stage = STAGES.find((one) => one === name);
  return stage ? t(`sheetImport.stage.${stage}`) : '';
}
