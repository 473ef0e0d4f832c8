// One tap answers. The places are the same in every row: met first, not met last, not applicable beside them, the tick
// at the end. Nothing is chosen beforehand; icon and words, never colour alone.
import { CheckOutlined, ExclamationCircleOutlined, LoadingOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Criterion } from '../../../../shared/contract/standard.ts';
import { CHOICES, type Choice } from '../../../../shared/domain/observation/scale.ts';
import { answerTone, TONE_ICONS } from '../answerTone.ts';
import type { ItemState } from './itemState.ts';
import { useRunner, useRunnerState } from './runnerContext.ts';

const NOT_APPLICABLE_KEYS = { first: '0', second: 'X' } as const;

export interface AnswerControlProps {
  readonly criterion: Criterion;
  readonly item: ItemState;
  readonly current: boolean;
}

export function AnswerControl({ criterion, item, current }: AnswerControlProps) {
  const { t } = useTranslation();
  const { give, open, store } = useRunner();
  const { code, scale } = criterion;
  const choices = CHOICES[scale];
  const { answer } = item;
  const chosen = answer?.kind === 'scored' ? choices.findIndex(({ value }) => value === answer.value) : -1;
  const spared = answer?.kind === 'notApplicable';
  const label = (choice: Choice): string =>
    choice.word === null ? t('observation.runner.points', { points: choice.key }) : t(`words.answer.${choice.word}`);
  return (
    <div className="answer">
      <div className={`answer-scale answer-${scale}`} role="radiogroup" aria-labelledby={`text-${code}`}>
        {choices.map((choice, at) => {
          const picked = at === chosen;
          const tone = answerTone(scale, choice.value);
          const Icon = choice.word === null ? null : TONE_ICONS[tone];
          return (
            <button
              key={choice.key}
              type="button"
              role="radio"
              aria-checked={picked}
              aria-label={label(choice)}
              aria-keyshortcuts={choice.key}
              tabIndex={current && (picked || (chosen < 0 && at === 0)) ? 0 : -1}
              className={`answer-choice answer-choice-${tone}`}
              onClick={() => give(code, { kind: 'scored', value: choice.value }, false)}
            >
              {picked && Icon && <Icon aria-hidden />}
              <span>{choice.word === null ? choice.key : t(`words.answer.${choice.word}`)}</span>
              {choice.word === null && choice.value === 0 && <small>{t('observation.runner.lowest')}</small>}
              {choice.word === null && choice.value === 1 && <small>{t('observation.runner.best')}</small>}
              {current && choice.word !== null && !picked && <kbd aria-hidden>{choice.key}</kbd>}
            </button>
          );
        })}
      </div>
      {criterion.notApplicableAllowed ? (
        <button
          type="button"
          className="answer-choice answer-spared"
          aria-pressed={spared}
          aria-keyshortcuts="0 X"
          tabIndex={current ? 0 : -1}
          title={
            spared
              ? t(`observation.notApplicable.${answer.reason}`)
              : t('observation.runner.notApplicableKeys', NOT_APPLICABLE_KEYS)
          }
          onClick={() => open({ kind: 'notApplicable', code, next: false })}
        >
          <span>{t('observation.runner.notApplicableShort')}</span>
          {current && !spared && <kbd aria-hidden>{NOT_APPLICABLE_KEYS.first}</kbd>}
        </button>
      ) : (
        <span className="answer-spared-none" />
      )}
      <Tick item={item} onRetry={store.retry} />
    </div>
  );
}

function Tick({ item, onRetry }: { readonly item: ItemState; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const failed = useRunnerState((state) => state.failure !== null);
  if (item.answerSave === 'none') return <span className="answer-tick" />;
  if (item.answerSave === 'saved')
    return (
      <span className="answer-tick answer-tick-saved" role="img" aria-label={t('observation.save.saved')}>
        <CheckOutlined aria-hidden />
      </span>
    );
  return failed ? (
    <button
      type="button"
      className="answer-tick answer-tick-failed"
      onClick={onRetry}
      title={t('observation.save.retryOne')}
      aria-label={t('observation.save.retryOne')}
    >
      <ExclamationCircleOutlined aria-hidden />
    </button>
  ) : (
    <span className="answer-tick" role="img" aria-label={t('observation.save.saving')}>
      <LoadingOutlined aria-hidden />
    </span>
  );
}
