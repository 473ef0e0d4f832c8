// Satisfaction surveys of an agent, enough to be shown in the statistics, and one with a client and a comment.
import { LIKERT, type SurveyAnswers } from '../../shared/contract/survey.ts';
import { dayOf } from '../../shared/domain/time.ts';
import type { TestConsole } from './console.ts';

/** Enters them as the person at the console, today; returns the id of the one with words. */
export async function seedSurveys(run: TestConsole, agentId: string): Promise<string> {
  const { survey } = run.client;
  const { version, items } = await survey.questionnaire({ id: null });
  const day = dayOf(run.now(), 'Asia/Shanghai');
  const base = { agentId, day, questionnaireId: version.id, comment: '', client: '' };
  for (let paper = 0; paper < 6; paper += 1) {
    const answers = Object.fromEntries(
      items.map(({ code }, at) => [code, LIKERT[(at * 3 + paper * 2) % LIKERT.length]!]),
    ) as SurveyAnswers;
    await survey.enter({ ...base, answers });
    run.advance(1000);
  }
  const { id } = await survey.enter({
    ...base,
    answers: { A1: 5, C1: 3 },
    comment: '讲解很清楚，就是等得久了一点。',
    client: '王小明 13812345678',
  });
  return id;
}
