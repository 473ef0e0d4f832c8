// The desktop's own failures, with Electron's part answered here.
import { expect, test, vi } from 'vitest';

const openPath = vi.hoisted(() => vi.fn<(path: string) => Promise<string>>());
vi.mock('electron', () => ({ BrowserWindow: {}, dialog: {}, Menu: {}, shell: { openPath } }));

const { nativeDesktop } = await import('../../electron/nativeDesktop.ts');

// Would catch: a computer without Excel that says only that the background process met an error.
test('a file that no program opens is a failure in words, with the name of the file', async () => {
  openPath.mockResolvedValueOnce('No application is associated');
  await expect(nativeDesktop.openFile('/exports/report.xlsx')).rejects.toMatchObject({
    code: 'FILE',
    reason: 'noProgram',
    params: { file: 'report.xlsx' },
  });
  openPath.mockResolvedValueOnce('');
  await expect(nativeDesktop.openFile('/exports/report.xlsx')).resolves.toBeUndefined();
});
