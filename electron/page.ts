// Serves the page on app://bundle under a strict policy, and says which senders are the page.
import { protocol, session } from 'electron';
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

export const ORIGIN = 'app://bundle';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The development server's address; never set in a packaged console. */
export const developmentUrl = (): string | undefined =>
  import.meta.env.DEV ? process.env['ELECTRON_RENDERER_URL'] : undefined;

/** Whether a frame's address is our own page. */
export function isOwnPage(url: string | undefined): boolean {
  const development = developmentUrl();
  return (
    url !== undefined && (url.startsWith(`${ORIGIN}/`) || (development !== undefined && url.startsWith(development)))
  );
}

/** Must run before 'ready'. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Answers app://bundle/… from the folder of built files and refuses everything else. */
export function servePage(folder: string): void {
  const missing = (): Response => new Response('not found', { status: 404 });
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const file = resolve(folder, `.${decodeURIComponent(url.pathname)}`);
    const type = TYPES[extname(file)];
    if (url.host !== 'bundle' || !type || !file.startsWith(folder + sep)) return missing();
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: {
          'Content-Type': type,
          'Content-Security-Policy': POLICY,
          'X-Content-Type-Options': 'nosniff',
          'Permissions-Policy': 'camera=(self), microphone=()',
        },
      });
    } catch {
      return missing();
    }
  });
}

/** Grants our own page the camera (evidence photos) and copying text, and refuses everything else, sound included. */
export function grantPermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((contents, permission, done, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const camera = permission === 'media' && kinds.length > 0 && kinds.every((kind) => kind === 'video');
    done((camera || permission === 'clipboard-sanitized-write') && isOwnPage(contents.getURL()));
  });
  defaultSession.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const own = isOwnPage(`${origin.replace(/\/$/, '')}/`);
    if (permission === 'clipboard-sanitized-write') return own;
    return own && permission === 'media' && details.mediaType !== 'audio';
  });
}
