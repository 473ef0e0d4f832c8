// The agent signs: drawn, or typed with name and employee number by keyboard alone; agrees, disagrees in words, or refuses
// before a witness. Having read it is not agreeing: nothing is chosen beforehand.
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentSignatureInput } from '../../../../shared/contract/observation.ts';
import { ATTITUDES, type Attitude, type ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import { client } from '../../../client.ts';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { SignaturePad, type SignaturePadHandle } from '../SignaturePad.tsx';
import { refreshObservation } from './ReviewScreen.tsx';

type Means = 'drawn' | 'typed';

export function AgentSigning({ record }: { readonly record: ObservationRecord }) {
  const { t } = useTranslation();
  const pad = useRef<SignaturePadHandle>(null);
  const [attitude, setAttitude] = useState<Attitude | null>(null);
  const [means, setMeans] = useState<Means>('drawn');
  const [drawn, setDrawn] = useState(false);
  const [text, setText] = useState({ words: '', name: '', employeeNumber: '', witnessName: '', witnessCapacity: '' });
  const sign = useMutation({
    mutationFn: (signature: AgentSignatureInput) => client.observation.signAgent({ id: record.id, signature }),
    onSuccess: () => refreshObservation(),
  });

  const input = (): AgentSignatureInput | null => {
    if (attitude === null) return null;
    const words = text.words.trim();
    if (attitude === 'refuse') {
      const { witnessName, witnessCapacity } = text;
      return witnessName.trim() === '' || witnessCapacity.trim() === ''
        ? null
        : { means: 'witness', attitude, words, witnessName, witnessCapacity };
    }
    if (attitude === 'disagree' && words === '') return null;
    if (means === 'typed') {
      const { name, employeeNumber } = text;
      return name.trim() === '' || employeeNumber.trim() === ''
        ? null
        : { means, attitude, words, name, employeeNumber };
    }
    const png = drawn ? pad.current?.png() : undefined;
    return png === undefined ? null : { means, attitude, words, png };
  };
  const blank = (...keys: readonly (keyof typeof text)[]) => keys.some((key) => text[key].trim() === '');
  // What is asked for next, in the order of the form; null when the signature can be given.
  const need = (): 'attitude' | 'words' | 'drawn' | 'typed' | 'witness' | null => {
    if (attitude === null) return 'attitude';
    if (attitude === 'refuse') return blank('witnessName', 'witnessCapacity') ? 'witness' : null;
    if (attitude === 'disagree' && blank('words')) return 'words';
    if (means === 'drawn') return drawn ? null : 'drawn';
    return blank('name', 'employeeNumber') ? 'typed' : null;
  };
  const missing = need();
  const field = (key: keyof typeof text, label: string, max: number) => (
    <Form.Item label={label} htmlFor={`agent-${key}`}>
      <Input
        id={`agent-${key}`}
        value={text[key]}
        maxLength={max}
        autoComplete="off"
        onChange={(event) => setText({ ...text, [key]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <Form
      layout="vertical"
      onFinish={() => {
        const signature = input();
        if (signature) sign.mutate(signature);
      }}
    >
      <Form.Item label={<span id="agent-attitude">{t('observation.sign.attitude')}</span>}>
        <Radio.Group
          aria-labelledby="agent-attitude"
          value={attitude}
          options={ATTITUDES.map((one) => ({ value: one, label: t(`observation.sign.attitudes.${one}`) }))}
          onChange={(event) => setAttitude(event.target.value as Attitude)}
        />
      </Form.Item>
      {(attitude === 'disagree' || attitude === 'refuse') && (
        <Form.Item
          label={t(attitude === 'disagree' ? 'observation.sign.disagreeWords' : 'observation.sign.refuseWords')}
          htmlFor="agent-words"
          required={attitude === 'disagree'}
        >
          <Input.TextArea
            id="agent-words"
            rows={2}
            maxLength={1000}
            value={text.words}
            onChange={(event) => setText({ ...text, words: event.target.value })}
          />
        </Form.Item>
      )}
      {attitude === 'refuse' ? (
        <div className="start-pair">
          {field('witnessName', t('observation.sign.witnessName'), 80)}
          {field('witnessCapacity', t('observation.sign.witnessCapacity'), 80)}
        </div>
      ) : (
        <>
          <Form.Item label={<span id="agent-means">{t('observation.sign.how')}</span>}>
            <Radio.Group
              aria-labelledby="agent-means"
              optionType="button"
              size="small"
              value={means}
              options={(['drawn', 'typed'] as const).map((one) => ({
                value: one,
                label: t(`observation.sign.means.${one}`),
              }))}
              onChange={(event) => {
                setMeans(event.target.value as Means);
                setDrawn(false);
              }}
            />
          </Form.Item>
          {means === 'drawn' ? (
            <SignaturePad ref={pad} onInk={setDrawn} />
          ) : (
            <div className="start-pair">
              {field('name', t('observation.sign.typedName'), 80)}
              {field('employeeNumber', t('observation.sign.typedNumber'), 40)}
            </div>
          )}
        </>
      )}
      <FailureAlert error={sign.error} />
      <div className="start-go">
        <Button
          type="primary"
          htmlType="submit"
          disabled={missing !== null}
          loading={sign.isPending}
          {...(missing !== null && {
            'aria-describedby': 'agent-needs',
            title: t(`observation.sign.needs.${missing}`),
          })}
        >
          {attitude === 'refuse' ? t('observation.sign.recordRefusal') : t('observation.sign.sign')}
        </Button>
        <span id="agent-needs" className="start-needs" role="status">
          {missing !== null && t(`observation.sign.needs.${missing}`)}
        </span>
      </div>
    </Form>
  );
}
