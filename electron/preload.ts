// The only bridge between the page and main: it hands the page's port to main and passes menu commands to the page.
import { contextBridge, ipcRenderer } from 'electron';

window.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.source === window && event.data === 'console:port' && port)
    ipcRenderer.postMessage('console:port', null, [port]);
});

contextBridge.exposeInMainWorld('desktop', {
  onMenu: (listener: (command: string) => void): void => {
    ipcRenderer.on('console:menu', (_event, command: string) => listener(command));
  },
});
