// The items of a paper survey, one row each, answered with the keys 1 to 5 or the pointer.
import { useTranslation } from 'react-i18next';
import { LIKERT, type QuestionnaireItem, type SurveyAnswers } from '../../../../shared/contract/survey.ts';
import { useAppearance } from '../../../Appearance.tsx';
import { pointed, strokeOf, type Place } from './entryState.ts';

export const rowElement = (place: number): string => `entry-item-${place}`;

export interface ItemRowsProps {
  readonly items: readonly QuestionnaireItem[];
  readonly answers: SurveyAnswers;
  readonly onAnswers: (answers: SurveyAnswers) => void;
  readonly onMove: (to: Place) => void;
}

export function ItemRows({ items, answers, onAnswers, onMove }: ItemRowsProps) {
  const { t } = useTranslation();
  const { language } = useAppearance();
  const codes = items.map(({ code }) => code);
  return (
    <ol className="entry-items" aria-label={t('survey.entry.items')}>
      {items.map(({ code, text }, at) => {
        const words = language === 'en' ? text.en : text.zh;
        return (
          <li key={code}>
            <div
              id={rowElement(at)}
              className="entry-item"
              role="radiogroup"
              tabIndex={0}
              aria-label={`${code} ${words}`}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
                const stroke = strokeOf(event.key, codes, answers, at);
                if (!stroke) return;
                event.preventDefault();
                if (stroke.answers !== answers) onAnswers(stroke.answers);
                onMove(stroke.to);
              }}
            >
              <span className="entry-code">{code}</span>
              <span className="entry-text">{words}</span>
              <span className="entry-choices">
                {LIKERT.map((value) => (
                  <button
                    key={value}
                    type="button"
                    role="radio"
                    tabIndex={-1}
                    aria-checked={answers[code] === value}
                    aria-label={`${value} ${t(`survey.likert.v${value}`)}`}
                    title={t(`survey.likert.v${value}`)}
                    // The row keeps the keys.
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => {
                      onAnswers(pointed(answers, code, value));
                      onMove(at);
                    }}
                  >
                    {value}
                  </button>
                ))}
              </span>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
