// A field to sign in by pen, finger or mouse. The only door to signature_pad; it gives black strokes on white as PNG.
import { ClearOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import Pad from 'signature_pad';

export interface SignaturePadHandle {
  /** The strokes as PNG in base64; undefined while nothing is drawn. */
  readonly png: () => string | undefined;
}

export interface SignaturePadProps {
  readonly ref?: Ref<SignaturePadHandle>;
  /** Whether there is anything drawn. */
  readonly onInk: (drawn: boolean) => void;
}

export function SignaturePad({ ref, onInk }: SignaturePadProps) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<Pad | null>(null);
  const tell = useRef(onInk);
  useEffect(() => {
    tell.current = onInk;
  });
  useEffect(() => {
    const node = canvas.current;
    if (!node) return undefined;
    const made = new Pad(node, { penColor: '#111', backgroundColor: '#fff', minWidth: 0.8, maxWidth: 2.6 });
    pad.current = made;
    const fit = () => {
      // Two pixels a unit keep the strokes sharp on every screen and the file small.
      const strokes = made.toData();
      const { width, height } = node.getBoundingClientRect();
      if (width === 0) return;
      node.width = Math.round(width * 2);
      node.height = Math.round(height * 2);
      node.getContext('2d')?.scale(2, 2);
      made.clear();
      made.fromData(strokes);
    };
    fit();
    const watcher = new ResizeObserver(fit);
    watcher.observe(node);
    const ended = () => tell.current(!made.isEmpty());
    made.addEventListener('endStroke', ended);
    return () => {
      watcher.disconnect();
      made.off();
      pad.current = null;
    };
  }, []);
  useImperativeHandle(ref, () => ({
    png: () => {
      const made = pad.current;
      if (!made || made.isEmpty()) return undefined;
      const address = made.toDataURL('image/png');
      return address.slice(address.indexOf(',') + 1);
    },
  }));
  return (
    <div className="pad">
      <canvas ref={canvas} role="img" aria-label={t('observation.sign.padLabel')} />
      <div className="pad-foot">
        <span>{t('observation.sign.padHint')}</span>
        <Button
          size="small"
          type="text"
          icon={<ClearOutlined />}
          onClick={() => {
            pad.current?.clear();
            onInk(false);
          }}
        >
          {t('observation.sign.padClear')}
        </Button>
      </div>
    </div>
  );
}
