// A console with people and observations in its data folder, ready to be started: what an end-to-end test begins with.
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Settings } from '../../shared/contract/settings.ts';
import { ADMIN, PASSWORD, testConsole } from './console.ts';
import { CONTEXT, observing } from './observing.ts';
import { seedAppeal } from './seedAppeal.ts';
import { seedAssessment } from './seedAssessment.ts';
import { seedCalibration, type SeededCalibrations } from './seedCalibration.ts';
import { seedComplaints, type SeededComplaints } from './seedComplaints.ts';
import { seedImprovement, type SeededImprovement } from './seedImprovement.ts';
import { seedInspections, type SeededInspections } from './seedInspections.ts';
import { seedPlan } from './seedPlan.ts';
import { seedRectifications, type SeededRectifications } from './seedRectifications.ts';
import { seedResponses, type SeededResponses } from './seedResponses.ts';
import { seedSurveys } from './seedSurveys.ts';
import { seedTraining, type SeededTraining } from './seedTraining.ts';

export interface Seeded {
  readonly agentId: string;
  readonly branchId: string;
  /** Of the standard in force. */
  readonly versionId: string;
  /** Observations in each state. */
  readonly submitted: string;
  readonly running: string;
  readonly planned: string;
  readonly surveyId: string;
  readonly calibrations: SeededCalibrations;
  readonly assessmentId: string;
  /** Empty unless wished for. */
  readonly appealId: string;
  readonly planId: string;
  readonly complaints: SeededComplaints;
  readonly inspections: SeededInspections;
  readonly improvement: SeededImprovement;
  readonly responses: SeededResponses;
  readonly rectifications: SeededRectifications;
  readonly training: SeededTraining;
}

export interface Wishes {
  readonly settings?: Partial<Settings>;
  /** Lets the assessor `zhao` open every screen. */
  readonly assessorIsAll?: boolean;
  /** A session of last month with its finalised assessment and an appeal against it. */
  readonly appeal?: boolean;
}

/** Signs in as ADMIN (administrator and manager) or `zhao` (supervisor), both with PASSWORD. */
export async function seedConsole(userData: string, wishes: Wishes = {}): Promise<Seeded> {
  using run = testConsole({ folder: join(userData, 'data'), startsAt: new Date().toISOString() });
  const here = await observing(run);
  const { agentId, assessorId, branchId, submitted, start } = here;
  const done = await submitted(['3.4-1']);
  run.advance(60_000);
  const running = await start();
  const [first, second] = running.standard!.criteria;
  await run.client.observation.answer({
    id: running.id,
    criterion: first!.code,
    answer: { kind: 'scored', value: 1 },
    position: second!.code,
  });
  const day = new Date(run.now() + 86_400_000 * 2).toISOString().slice(0, 10);
  const plan = { agentId, context: { ...CONTEXT, kind: 'claim' as const }, day, assessorId: null };
  const { id: planned } = await run.client.observation.plan(plan);
  const surveyId = await seedSurveys(run, agentId);
  const inspections = await seedInspections(run, agentId);
  const responses = await seedResponses(run, agentId, assessorId);
  const calibrations = await seedCalibration(run, agentId);
  const appealId = wishes.appeal ? await seedAppeal(run, here) : '';
  const assessmentId = await seedAssessment(run, branchId);
  const planId = await seedPlan(run, branchId, assessorId);
  const improvement = await seedImprovement(run, branchId, assessorId);
  const complaints = await seedComplaints(run, agentId);
  const rectifications = await seedRectifications(userData, agentId);
  await run.signInAs('zhao', ['supervisor']);
  const training = await seedTraining(run, agentId);
  await run.signInAs(ADMIN, ['administrator', 'manager']);
  if (wishes.settings) await run.client.settings.set(wishes.settings);
  if (wishes.assessorIsAll) {
    const roles = ['administrator' as const, 'manager' as const, 'supervisor' as const];
    await run.client.users.update({ id: assessorId, name: '赵督导', roles });
  }
  const versionId = running.standard!.versionId;
  return {
    agentId,
    branchId,
    versionId,
    submitted: done.id,
    running: running.id,
    planned,
    surveyId,
    calibrations,
    assessmentId,
    appealId,
    planId,
    complaints,
    inspections,
    improvement,
    responses,
    rectifications,
    training,
  };
}

/** Types name and password on the sign-in screen, in whichever language, and waits for the frame. */
export async function signIn(page: Page, login: string = ADMIN): Promise<void> {
  await page.getByLabel(/^(登录名|Sign-in name)$/).fill(login);
  await page.getByLabel(/^(密码|Password)$/).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
}
