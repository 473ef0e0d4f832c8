// Answers the page's port with the router. One port a page: a reload closes it, and with it everything it had under way.
import { RPCHandler } from '@orpc/server/message-port';
import { ipcMain } from 'electron';
import type { Console } from '../console.ts';
import { isOwnPage } from '../page.ts';
import { router } from './router.ts';

/** Waits for ports of our own page and serves the contract on them. */
export function serveContract(console: Console): void {
  const handler = new RPCHandler(router);
  ipcMain.on('console:port', (event) => {
    const [port] = event.ports;
    if (!port || !isOwnPage(event.senderFrame?.url)) return;
    handler.upgrade(port, { context: { console } });
    port.start();
  });
}
