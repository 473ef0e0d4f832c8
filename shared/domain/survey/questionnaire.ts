// What a questionnaire must be before it is published: both languages, codes of their own, every dimension asked (4.2).
import { DIMENSIONS } from '../../contract/vocabulary.ts';
import type {
  QuestionnaireContent,
  QuestionnaireItem,
  QuestionnaireProblem,
  SurveyAnswers,
} from '../../contract/survey.ts';
import { canonicalJson } from '../scoring/model.ts';

const isBlank = ({ zh, en }: { readonly zh: string; readonly en: string }): boolean =>
  zh.trim() === '' || en.trim() === '';

/** What keeps it from being published; empty when nothing does. */
export function checkQuestionnaire({ title, items }: QuestionnaireContent): QuestionnaireProblem[] {
  const problems: QuestionnaireProblem[] = [];
  if (isBlank(title)) problems.push({ problem: 'titleMissing', subject: '' });
  if (items.length === 0) return [...problems, { problem: 'noItems', subject: '' }];
  const codes = new Set<string>();
  for (const { code, text } of items) {
    const folded = code.toLowerCase();
    if (codes.has(folded)) problems.push({ problem: 'codeTwice', subject: code });
    codes.add(folded);
    if (isBlank(text)) problems.push({ problem: 'textMissing', subject: code });
  }
  for (const dimension of DIMENSIONS)
    if (!items.some((item) => item.dimension === dimension))
      problems.push({ problem: 'dimensionMissing', subject: dimension });
  return problems;
}

/** The text whose SHA-256 is a version's digest: title and items in their order, nothing of its life. */
export const canonicalQuestionnaire = ({ title, items }: QuestionnaireContent): string =>
  canonicalJson({ title, items: items.map(({ code, dimension, text }) => ({ code, dimension, text })) });

/**
 * Why the answers cannot be a survey of these items, or null: an unknown item, or none answered at all. Missing answers
 * are allowed and are never 0 (scoring model, section 1).
 */
export function answersRefusal(
  items: readonly Pick<QuestionnaireItem, 'code'>[],
  answers: SurveyAnswers,
): { readonly reason: 'surveyItemUnknown' | 'surveyEmpty'; readonly code: string } | null {
  const given = Object.keys(answers);
  const unknown = given.find((code) => !items.some((item) => item.code === code));
  if (unknown !== undefined) return { reason: 'surveyItemUnknown', code: unknown };
  return given.length === 0 ? { reason: 'surveyEmpty', code: '' } : null;
}
