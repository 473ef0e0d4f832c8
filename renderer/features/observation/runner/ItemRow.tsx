// One criterion: code, text, anchors, its answer at a fixed place, the tick once it is on disk. A failing one opens its
// note, problem record and photos in place. Drawn again only when its own item or its being current changes.
import { FlagFilled, HistoryOutlined, WarningFilled } from '@ant-design/icons';
import { memo, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Criterion } from '../../../../shared/contract/standard.ts';
import type { Tongue } from '../language.ts';
import { AnswerControl } from './AnswerControl.tsx';
import { failsNow, hasContent } from './itemState.ts';
import { RowDetail } from './RowDetail.tsx';
import { RowTools } from './RowTools.tsx';
import { useRunner, useRunnerState } from './runnerContext.ts';

export interface ItemRowProps {
  readonly criterion: Criterion;
  readonly anchors: boolean;
  readonly repeated: number;
  readonly opened: boolean;
  readonly tongue: Tongue;
}

export const ItemRow = memo(function ItemRow({ criterion, anchors, repeated, opened, tongue }: ItemRowProps) {
  const { t } = useTranslation();
  const { store } = useRunner();
  const { code } = criterion;
  const item = useRunnerState((state) => state.items.get(code)!);
  const current = useRunnerState((state) => state.cursor === code);
  const enter = useCallback(() => {
    if (store.state().cursor !== code) store.moveTo(code, false);
  }, [store, code]);
  const fails = failsNow(criterion, item);
  const detailed = opened || fails || hasContent(item);
  const marks = ['item', current && 'item-current', criterion.redLine && 'item-red', fails && 'item-fails'];
  return (
    <div
      className={marks.filter(Boolean).join(' ')}
      role="group"
      aria-labelledby={`text-${code}`}
      aria-current={current ? 'true' : undefined}
      data-item={code}
      tabIndex={-1}
      onFocusCapture={enter}
      onMouseDown={enter}
    >
      <div className="item-main">
        <div className="item-code">
          <span>{code}</span>
          {!criterion.required && <span className="item-optional">{t('observation.runner.optional')}</span>}
        </div>
        <div className="item-words">
          <div className="item-text" id={`text-${code}`}>
            {criterion.redLine && (
              <span className="item-flag item-flag-red">
                <FlagFilled aria-hidden /> {t('words.redLine')}
              </span>
            )}
            {criterion.text[tongue]}
          </div>
          {anchors && (
            <dl className="item-anchors">
              <div>
                <dt>{t('words.answer.met')}</dt>
                <dd>{criterion.meets[tongue]}</dd>
              </div>
              <div>
                <dt>{t('words.answer.notMet')}</dt>
                <dd>{criterion.fails[tongue]}</dd>
              </div>
            </dl>
          )}
          {(repeated > 1 || item.redLine !== null) && (
            <div className="item-marks">
              {repeated > 1 && (
                <span className="item-flag item-flag-repeated">
                  <HistoryOutlined aria-hidden /> {t('observation.runner.repeated', { times: repeated })}
                </span>
              )}
              {item.redLine !== null && (
                <span className="item-flag item-flag-red">
                  <WarningFilled aria-hidden /> {t(`observation.redLine.state.${item.redLine.state}`)}
                </span>
              )}
            </div>
          )}
        </div>
        <AnswerControl criterion={criterion} item={item} current={current} />
      </div>
      {detailed ? (
        <RowDetail criterion={criterion} item={item} fails={fails} current={current} />
      ) : (
        current && <RowTools code={code} redLine={criterion.redLine} />
      )}
    </div>
  );
});
