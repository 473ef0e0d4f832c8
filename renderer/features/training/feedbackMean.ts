// The one figure of a course's feedback in lists: the mean of its three questions.
import type { CourseRow } from '../../../shared/contract/trainingRows.ts';

/** 1..5, null without answers. */
export const feedbackMean = (means: CourseRow['feedback']): number | null =>
  means && (means.useful + means.clear + means.applicable) / 3;
