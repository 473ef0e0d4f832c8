// In the page's own world, before its code: what Chromium would decide alone and Electron asks the main process about.
globalThis.__hostGuards = (bridge, visible) => {
  bridge.onGates(({ askMedia, print }) => {
    const devices = navigator.mediaDevices;
    const native = devices?.getUserMedia.bind(devices);
    if (native)
      devices.getUserMedia = async (constraints = {}) => {
        const allowed = await askMedia(['video', 'audio'].filter((type) => constraints[type]));
        if (!allowed) throw new DOMException('Permission denied', 'NotAllowedError');
        return native(constraints);
      };
    if (!visible) window.print = () => print(); // a headless Chromium prints nothing by itself
  });
};
