// Puts a running console into another time: main and page then go on from the same instant, so that days can pass within a spec.
import type { Running } from './launch.ts';

/**
 * From now on it is `instant` (ISO 8601) for the console. While somebody is signed in, a leap locks the screen; a page that is
 * loaded anew has the real time again, and so have worker threads.
 */
export async function setClock({ app, page }: Pick<Running, 'app' | 'page'>, instant: string): Promise<void> {
  const ahead = Date.parse(instant) - Date.now();
  await app.evaluate((_, offset) => {
    const kept = globalThis as unknown as { realNow?: () => number };
    const real = (kept.realNow ??= Date.now);
    Date.now = () => real() + offset;
  }, ahead);
  await page.locator('#main, form').first().waitFor();
  await page.evaluate((offset) => {
    const kept = globalThis as unknown as { RealDate?: DateConstructor };
    const Real = (kept.RealDate ??= Date);
    const now = () => Real.now() + offset;
    globalThis.Date = new Proxy(Real, {
      construct: (target, given: unknown[]) => Reflect.construct(target, given.length === 0 ? [now()] : given) as Date,
      get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
    });
  }, ahead);
}
