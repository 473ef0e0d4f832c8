// How many are drawn, and with which seed: by chance, or one that was agreed beforehand.
import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordSample } from '../../../shared/contract/records.ts';
import { client } from '../../client.ts';
import { useAct } from '../inspection/useAct.ts';

const USUAL = 10;

export function DrawForm({ sample }: { readonly sample: RecordSample }) {
  const { t } = useTranslation();
  const act = useAct();
  const most = sample.rows.length;
  const [size, setSize] = useState<number | null>(null);
  const [seed, setSeed] = useState('');
  const wanted = Math.min(size ?? USUAL, most);
  const draw = () =>
    act(() => client.records.draw({ id: sample.id, size: wanted, seed: seed.trim() === '' ? null : seed.trim() }));
  return (
    <Form layout="vertical" className="frame-draw" onFinish={() => void draw()}>
      <Form.Item label={t('records.draw.size', { rows: most })} htmlFor="draw-size">
        <InputNumber id="draw-size" min={1} max={most} precision={0} value={wanted} onChange={setSize} />
      </Form.Item>
      <Form.Item label={t('records.draw.seed')} htmlFor="draw-seed">
        <Input
          id="draw-seed"
          value={seed}
          maxLength={40}
          placeholder={t('records.draw.seedHint')}
          onChange={(event) => setSeed(event.target.value)}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {t('records.draw.go')}
      </Button>
      <span className="inspect-note">{t('records.draw.locks')}</span>
    </Form>
  );
}
