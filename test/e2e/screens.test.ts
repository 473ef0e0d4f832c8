// Every screen of the table of screens, in both languages and shades, at both sizes: pictures in test-results/screens.
// Would catch: a screen that fails, that cannot be used without eyes or mouse, that scrolls sideways, that shows a key
// instead of a text, that complains in the console.
import { AxeBuilder } from '@axe-core/playwright';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCREENS } from '../../renderer/features/screens/screens.ts';
import { zhCN } from '../../shared/i18n/zh-CN/index.ts';
import { leaves } from '../architecture/rules/texts.ts';
import { goTo, openPalette } from '../support/going.ts';
import { launch, root, type Running } from '../support/launch.ts';
import { seedConsole, signIn, type Seeded } from '../support/seededConsole.ts';
import { tempDir } from '../support/tempDir.ts';

const SMALL = { width: 1366, height: 768 };
const LARGE = { width: 1920, height: 1080 };
// The small one last: the checks look at it. Languages differ in words alone and shades in colours alone, so what axe
// looks for is looked for once.
const PASSES = [
  { language: 'zh-CN', theme: 'light', sizes: [LARGE, SMALL], rules: 'all' },
  { language: 'en', theme: 'light', sizes: [LARGE, SMALL], rules: 'none' },
  { language: 'zh-CN', theme: 'dark', sizes: [SMALL], rules: 'contrast' },
] as const;
type Rules = (typeof PASSES)[number]['rules'];

/** Where a path with a parameter is looked at. A new one needs a line here. */
const WITH_PARAMETER: Readonly<Record<string, (seeded: Seeded) => readonly string[]>> = {
  'observations/:id': ({ submitted, running, planned }) =>
    [submitted, running, planned].map((id) => `observations/${id}`),
  'observations/:id/run': ({ running }) => [`observations/${running}/run`],
  'observations/:id/review': ({ running }) => [`observations/${running}/review`],
  'calibration/:id': ({ calibrations: { ended, open } }) =>
    [`${ended}?tab=agreement`, `${ended}?tab=criteria`, open].map((address) => `calibration/${address}`),
  'plan/:id': ({ planId }) => ['list', 'calendar', 'coverage', 'basis'].map((tab) => `plan/${planId}?tab=${tab}`),
  'people/:id': ({ agentId }) => [`people/${agentId}`, `people/${agentId}?tab=rectification`],
  'surveys/:id': ({ surveyId }) => [`surveys/${surveyId}`],
  'patrol/:id': ({ inspections }) => [`patrol/${inspections.patrolled}`],
  'patrol/:id/run': ({ inspections }) => [`patrol/${inspections.patrolling}/run`],
  'records/:id': ({ inspections: { registering, drawn } }) => [registering, drawn].map((id) => `records/${id}`),
  'records/:id/import': ({ inspections }) => [`records/${inspections.registering}/import`],
  'records/reviews/:id': ({ inspections: { reviewed } }) =>
    ['checks', 'findings', 'redLines'].map((tab) => `records/reviews/${reviewed}?tab=${tab}`),
  'records/reviews/:id/run': ({ inspections }) => [`records/reviews/${inspections.reviewing}/run`],
  'assessments/:id': ({ assessmentId }) =>
    ['ranking', 'differences', 'history'].map((tab) => `assessments/${assessmentId}?tab=${tab}`),
  'responses/record/:kind/:id': ({ responses: { requestId, visitId, figureId } }) => [
    `responses/record/request/${requestId}`,
    `responses/record/visit/${visitId}`,
    `responses/record/figure/${figureId}`,
  ],
  'responses/import/:kind': () => ['responses/import/request'],
  'feedback/:id': ({ responses: { feedbackId } }) => [`feedback/${feedbackId}`],
  'findings/:id': ({ rectifications: { findingId } }) => [`findings/${findingId}`],
  'rectifications/:id': ({ rectifications: { closed, verified, submitted, overdue, planned } }) => [
    ...[planned, overdue, submitted, verified].map((id) => `rectifications/${id}`),
    ...['plan', 'checks', 'evidence', 'effect', 'told', 'history'].map((tab) => `rectifications/${closed}?tab=${tab}`),
  ],
  'rectifications/:id/report': ({ rectifications: { closed } }) => [`rectifications/${closed}/report`],
  'appeals/:id': ({ appealId }) => [`appeals/${appealId}`],
  'complaints/:id': ({ complaints: { byState, sentBack, paused, joined, withdrawn } }) => [
    ...[...Object.values(byState), paused, joined, withdrawn].map((id) => `complaints/${id}`),
    ...['rounds', 'after', 'history'].map((tab) => `complaints/${sentBack}?tab=${tab}`),
  ],
  'complaints/:id/letter': ({ complaints }) => [`complaints/${complaints.byState.archived}/letter?round=1`],
  'training/courses/:id': ({ training: { courseId } }) =>
    ['data', 'feedback', 'effect', 'records', 'versions'].map((tab) => `training/courses/${courseId}?tab=${tab}`),
  'training/records/:id': ({ training: { recordId, withdrawnId } }) =>
    [`${recordId}?tab=data`, `${recordId}?tab=effect`, withdrawnId].map((address) => `training/records/${address}`),
  'people/:id/training': ({ agentId }) => [`people/${agentId}/training`],
  'improvement/:id': ({ improvement: { measures } }) =>
    measures.flatMap((id) => ['facts', 'measured'].map((tab) => `improvement/${id}?tab=${tab}`)),
  'improvement/reports/:id': ({ improvement: { reportId } }) =>
    ['draft', 'issues'].map((tab) => `improvement/reports/${reportId}?tab=${tab}`),
  'improvement/reports/:id/print': ({ improvement: { reportId } }) => [`improvement/reports/${reportId}/print?issue=1`],
  'people/:id/copy': ({ agentId }) => [`people/${agentId}/copy?kind=month`],
  'standard/:id/print': ({ versionId }) => [`standard/${versionId}/print`],
  'settings/*': () =>
    ['general', 'model', 'calendar', 'users', 'backup', 'retention', 'about'].map((part) => `settings/${part}`),
};

/** Name of the picture by address. */
function addresses(seeded: Seeded): ReadonlyMap<string, string> {
  return new Map(
    SCREENS.flatMap(({ path }) => {
      if (!/[:*]/.test(path)) return [[path.replaceAll('/', '-') || 'home', path] as const];
      const given = WITH_PARAMETER[path]?.(seeded);
      if (!given) throw new Error(`The screen ${path} needs a line in WITH_PARAMETER`);
      const name = path
        .replace(/\/?\*$/, '')
        .replaceAll('/', '-')
        .replaceAll(':', '');
      return given.map((address, index) => {
        const part = path.endsWith('*') ? address.split('/').at(-1)! : index + 1;
        return [given.length > 1 ? `${name}-${part}` : name, address] as const;
      });
    }),
  );
}

const keys = new Set(leaves(zhCN).keys());

interface Look {
  readonly run: Running;
  readonly folder: string;
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
  readonly rules: Rules;
  /** Everything that was wrong, by screen. */
  readonly faults: string[];
}

async function settle({ page }: Running): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('.ant-spin-spinning, .ant-skeleton, [aria-busy="true"]'));
  await page.waitForTimeout(250);
}

/** Pictures, then what a machine can say about the last one. */
async function look({ run, folder, sizes, rules, faults }: Look, name: string): Promise<void> {
  const { page } = run;
  for (const size of sizes) {
    await page.setViewportSize(size);
    await settle(run);
    await page.screenshot({ path: join(folder, `${name}-${size.width}.png`) });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (beyond > 0) faults.push(`${name}: ${beyond} pixels beyond the right edge at ${size.width}`);
  }
  const alerts = await page
    .locator('.ant-alert-error:not(.overdue-notice), .ant-result-error')
    .filter({ visible: true })
    .allInnerTexts();
  if (alerts.length > 0) faults.push(`${name}: ${alerts.join(' ')}`);
  // antd names icons by their picture: a button would be read out as "plus 开始观察".
  const pictures = await page
    .locator('.anticon[aria-label]')
    .evaluateAll((icons) =>
      icons
        .map((icon) => icon.ariaLabel ?? '')
        .filter((label, at) => icons[at]!.classList.contains(`anticon-${label}`)),
    );
  if (pictures.length > 0) faults.push(`${name}: icons named by their picture: ${pictures.join(' ')}`);
  const words = (await page.locator('body').innerText()).split(/\s+/);
  for (const word of words) if (keys.has(word)) faults.push(`${name}: the key ${word} instead of its text`);
  if (rules === 'none') return;
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules === 'contrast' ? axe.withRules(['color-contrast']) : axe).analyze();
  for (const { id, nodes } of violations)
    for (const { target, any, all, none } of nodes)
      faults.push(`${name}: ${id} ${target.join(' ')} ${[...any, ...all, ...none][0]?.message ?? ''}`);
}

test.concurrent.each(PASSES)(
  'every screen is whole in $language, $theme',
  { timeout: 900_000 },
  async ({ language, theme, sizes, rules }) => {
    using dir = tempDir('screens-');
    const folder = join(root, 'test-results/screens', `${language}-${theme}`);
    mkdirSync(folder, { recursive: true });
    const seeded = await seedConsole(dir.path, { settings: { language, theme }, assessorIsAll: true, appeal: true });
    await using run = await launch({ userData: dir.path });
    const faults: string[] = [];
    let at = 'sign-in';
    run.page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`${at}: ${message.text()}`);
    });
    run.page.on('pageerror', (error) => faults.push(`${at}: ${String(error)}`));
    const all: Look = { run, folder, sizes, rules, faults };
    await run.page.emulateMedia({ reducedMotion: 'reduce' });
    await run.page.getByRole('textbox').first().waitFor();
    await look(all, at);
    await signIn(run.page, 'zhao');
    for (const [name, address] of addresses(seeded)) {
      at = name;
      await goTo(run.page, address);
      await look(all, name);
    }
    at = 'palette';
    await goTo(run.page, '');
    await openPalette(run.page);
    await look(all, at);
    expect(faults).toEqual([]);
  },
);

test.each(PASSES.slice(0, 2))('the first run is whole in $language', async ({ language, theme, sizes, rules }) => {
  using dir = tempDir('first-');
  const folder = join(root, 'test-results/screens', `${language}-${theme}`);
  mkdirSync(folder, { recursive: true });
  await using run = await launch({ userData: dir.path });
  const faults: string[] = [];
  await run.page.getByRole('heading').first().waitFor();
  if (language === 'en') await run.page.getByRole('button', { name: 'English' }).click();
  await look({ run, folder, sizes, rules, faults }, 'first-run');
  expect(faults).toEqual([]);
});
