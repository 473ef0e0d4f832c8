// One check: code, what is asked, what meets it and what does not, the verdict at a fixed place, the mark once it is on
// disk. A failing one opens its problem record. Drawn again only when its own state or its being current changes.
import { CheckOutlined, FlagFilled, LoadingOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { VERDICTS, type Verdict } from '../../../shared/contract/inspection.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import { mayBeSpared } from '../../../shared/domain/inspection/verdict.ts';
import { missingFields } from '../../../shared/domain/observation/submission.ts';
import { FindingPhotos } from '../inspection/FindingPhotos.tsx';
import { useCell, type InspectionStore } from '../inspection/inspectionStore.ts';
import { ProblemForm } from '../inspection/ProblemForm.tsx';
import { VERDICT_ICONS } from '../inspection/StateMark.tsx';
import { useSpoken } from '../observation/language.ts';

export interface CheckRowProps {
  readonly store: InspectionStore;
  readonly criterion: Criterion;
  readonly agentId: string;
  readonly current: boolean;
  readonly onEnter: () => void;
  readonly onGive: (verdict: Verdict) => void;
}

export function CheckRow({ store, criterion, agentId, current, onEnter, onGive }: CheckRowProps) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const { code } = criterion;
  const place = { agentId, criterion: code };
  const cell = useCell(store, place);
  const fails = cell.verdict === 'failed';
  const missing = fails ? missingFields(cell.finding ?? undefined) : [];
  const open = fails && cell.finding !== null && (current || missing.length > 0);
  const marks = ['check', current && 'check-current', criterion.redLine && 'check-red', fails && 'check-fails'];
  return (
    <div
      className={marks.filter(Boolean).join(' ')}
      role="group"
      aria-labelledby={`check-${code}`}
      aria-current={current ? 'true' : undefined}
      data-check={code}
      tabIndex={-1}
      onFocusCapture={onEnter}
    >
      <div className="check-main">
        <span className="check-code">{code}</span>
        <div className="check-words">
          <div id={`check-${code}`}>
            {criterion.redLine && (
              <span className="check-flag">
                <FlagFilled aria-hidden /> {t('words.redLine')}
              </span>
            )}{' '}
            {spoken(criterion.text)}
          </div>
          <div className="check-anchors">
            {t('inspection.verdict.passed')}: {spoken(criterion.meets)} · {t('inspection.verdict.failed')}:{' '}
            {spoken(criterion.fails)}
          </div>
        </div>
        <div className="check-verdicts" role="radiogroup" aria-labelledby={`check-${code}`}>
          {VERDICTS.map((verdict) => {
            const Icon = VERDICT_ICONS[verdict];
            const picked = cell.verdict === verdict;
            const spared = verdict === 'notApplicable';
            return (
              <button
                key={verdict}
                type="button"
                role="radio"
                aria-checked={picked}
                disabled={spared && !mayBeSpared(criterion)}
                tabIndex={current && (picked || (cell.verdict === null && verdict === 'passed')) ? 0 : -1}
                className={`check-choice check-choice-${verdict}`}
                onClick={() => onGive(verdict)}
              >
                {picked && <Icon aria-hidden />} {t(`inspection.verdict.${verdict}`)}
              </button>
            );
          })}
          <span className="check-tick">
            {cell.save === 'saved' && (
              <CheckOutlined role="img" aria-label={t('observation.save.saved')} className="check-saved" />
            )}
            {cell.save === 'pending' && <LoadingOutlined role="img" aria-label={t('observation.save.saving')} />}
          </span>
        </div>
      </div>
      {open && (
        <div className="check-problem" data-keys="off">
          <ProblemForm
            name={code}
            fields={cell.finding}
            save={cell.findingSave}
            missing={missing}
            onChange={(fields) => store.edit(place, fields)}
            onRemove={null}
          />
          <FindingPhotos store={store} place={place} cell={cell} name={code} />
        </div>
      )}
    </div>
  );
}
