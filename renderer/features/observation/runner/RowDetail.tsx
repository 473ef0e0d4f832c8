// What hangs on a row: its note, its photos, and for a failing one the problem record of 8.2. A finished record of a row
// that is not current folds into one line.
import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Criterion } from '../../../../shared/contract/standard.ts';
import { mayHaveFinding } from '../../../../shared/domain/observation/scale.ts';
import { missingFields, needsEvidence } from '../../../../shared/domain/observation/submission.ts';
import { EvidenceStrip } from '../photo/EvidenceStrip.tsx';
import { observationPhotos } from '../photo/usePhoto.ts';
import { FieldSave } from './FieldSave.tsx';
import { FindingForm } from './FindingForm.tsx';
import { valueOf, type ItemState } from './itemState.ts';
import { useRunner } from './runnerContext.ts';
import { noteId, photoId } from './useDetails.ts';
import './detail.css';

export interface RowDetailProps {
  readonly criterion: Criterion;
  readonly item: ItemState;
  readonly fails: boolean;
  readonly current: boolean;
}

export function RowDetail({ criterion, item, fails, current }: RowDetailProps) {
  const { t } = useTranslation();
  const { store } = useRunner();
  const { code } = criterion;
  const value = valueOf(item);
  const missing = fails ? missingFields(item.finding ?? undefined) : [];
  const needsPhoto = needsEvidence(criterion, value) && item.evidence.length + item.uploads.length === 0;
  const complete = missing.length === 0 && !needsPhoto;
  const recorded = fails || (item.finding !== null && value !== null && mayHaveFinding(value));

  if (!current && complete) {
    const parts = [
      recorded && t('observation.detail.recordDone'),
      item.note !== '' && t('observation.detail.noteShort', { note: item.note }),
      item.evidence.length > 0 && t('observation.detail.photos', { count: item.evidence.length }),
    ].filter((part) => part !== false);
    if (parts.length === 0) return null;
    return (
      <div className="detail detail-folded">
        <CheckCircleOutlined aria-hidden /> <span className="detail-line">{parts.join(' · ')}</span>
      </div>
    );
  }
  return (
    <div className="detail" data-keys="off">
      {fails && !complete && (
        <div className="detail-needs" role="status">
          <ExclamationCircleOutlined aria-hidden />
          {t('observation.detail.needs')}
          {[
            ...missing.map((field) => t(`observation.field.${field}`)),
            ...(needsPhoto ? [t('observation.photo.one')] : []),
          ].join(t('observation.comma'))}
        </div>
      )}
      <div className="detail-note">
        <label htmlFor={noteId(code)}>
          {t('observation.detail.note')} <FieldSave save={item.noteSave} />
        </label>
        <Input.TextArea
          id={noteId(code)}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={2000}
          value={item.note}
          placeholder={t('observation.detail.noteHint')}
          onChange={(event) => store.editNote(code, event.target.value)}
        />
      </div>
      {recorded && item.finding && (
        <FindingForm code={code} fields={item.finding} save={item.findingSave} removable={!fails} missing={missing} />
      )}
      <EvidenceStrip
        read={observationPhotos(store.id)}
        focusId={photoId(code)}
        evidence={item.evidence}
        uploads={item.uploads}
        required={needsPhoto}
        onAdd={(photo) => store.addPhoto(code, photo)}
        onRemove={(evidenceId) => store.removePhoto(code, evidenceId)}
        onCaption={(evidenceId, caption) => store.captionPhoto(code, evidenceId, caption)}
      />
      {!recorded && value !== null && mayHaveFinding(value) && (
        <button type="button" className="detail-link" onClick={() => store.openFinding(code)}>
          {t('observation.detail.addRecord')}
        </button>
      )}
    </div>
  );
}
