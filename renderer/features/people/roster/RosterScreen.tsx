// Import of a roster in four steps, all of it or nothing.
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RosterChoice, RosterCounts, RosterFile, RosterPreview } from '../../../../shared/contract/roster.ts';
import { DoneStep } from '../../../components/sheetImport/DoneStep.tsx';
import { ImportFrame } from '../../../components/sheetImport/ImportFrame.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { FileStep } from './FileStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';

export function RosterScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <ImportFrame<RosterFile, RosterChoice, RosterPreview, RosterCounts>
      title={t('people.roster.title')}
      file={(onFile) => <FileStep onFile={onFile} />}
      columns={(step) => <ColumnsStep {...step} />}
      preview={(step) => <PreviewStep {...step} />}
      done={({ counts: { new: added, changed, unchanged, rejected }, onAgain }) => (
        <DoneStep
          title={t('people.roster.applied', { added, changed, unchanged, rejected })}
          rejected={rejected}
          toList={{ label: t('people.roster.toList'), go: () => void navigate('/people') }}
          onAgain={onAgain}
        />
      )}
    />
  );
}
