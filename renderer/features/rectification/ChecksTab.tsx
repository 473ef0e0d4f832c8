// 检查: the days on which progress is looked at, and what was seen.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RectificationCheck, RectificationRecord } from '../../../shared/contract/rectification.ts';
import { EmptyState } from '../../components/states.tsx';
import { StateTag, type Tone } from '../../components/StateTag.tsx';
import { CheckDialog } from './MoveDialogs.tsx';

const TONES: Readonly<Record<RectificationCheck['progress'], Tone>> = { onTrack: 'met', slow: 'warn', stuck: 'danger' };

export function ChecksTab({ record }: { readonly record: RectificationRecord }) {
  const { t } = useTranslation();
  const [checking, setChecking] = useState(false);
  return (
    <>
      <div className="rect-bar">
        {record.refusals.check === null && (
          <Button type="primary" onClick={() => setChecking(true)}>
            {t('rectification.move.check')}
          </Button>
        )}
        <span>
          {record.checkDays.length === 0
            ? t('rectification.record.noCheckDays')
            : t('rectification.record.checkDays', { days: record.checkDays.join(' · ') })}
        </span>
      </div>
      {record.checks.length === 0 ? (
        <EmptyState title={t('rectification.record.noChecks')} />
      ) : (
        <ul className="rect-list">
          {record.checks.map(({ id, day, progress, note, by }) => (
            <li key={id}>
              <span>{day}</span>
              <StateTag tone={TONES[progress]}>{t(`rectification.progress.${progress}`)}</StateTag>
              <span className="rect-grow rect-words">{note}</span>
              <span className="rect-where">{by}</span>
            </li>
          ))}
        </ul>
      )}
      {checking && <CheckDialog record={record} onClose={() => setChecking(false)} />}
    </>
  );
}
