// 告知: client, manager and agent, each with when and how they were told of the result, or why not (4.4).
import { Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  TELLING_WAYS,
  TOLD,
  type RectificationRecord,
  type TellingWay,
  type Told,
} from '../../../shared/contract/rectification.ts';
import { client } from '../../client.ts';
import { EmptyState } from '../../components/states.tsx';
import { useFormat } from '../../format.ts';
import { InstantField, type InstantFieldProps } from '../observation/InstantField.tsx';
import { MoveDialog, useNeeded } from './MoveDialog.tsx';

export function ToldTab({ record }: { readonly record: RectificationRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [telling, setTelling] = useState<Told | null>(null);
  if (record.verifiedAt === null) return <EmptyState title={t('rectification.record.toldLater')} />;
  return (
    <>
      <ul className="rect-list">
        {TOLD.map((to) => {
          const told = record.tellings.find((one) => one.to === to);
          return (
            <li key={to}>
              <strong>{t(`rectification.told.${to}`)}</strong>
              <span className="rect-grow">
                {told === undefined
                  ? t('rectification.record.toldNot')
                  : told.at === null || told.way === null
                    ? t('rectification.record.notTold', { why: told.why ?? '' })
                    : t('rectification.record.toldAt', {
                        ...{ time: format.instant(told.at), way: t(`rectification.way.${told.way}`) },
                      })}
              </span>
              {told && <span className="rect-where">{`${t('rectification.record.recordedBy')} ${told.by}`}</span>}
              {record.refusals.tell === null && (
                <Button size="small" {...(told ? {} : { type: 'primary' as const })} onClick={() => setTelling(to)}>
                  {t('rectification.record.tell')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {telling !== null && <TellDialog id={record.id} to={telling} onClose={() => setTelling(null)} />}
    </>
  );
}

interface Values {
  readonly told: boolean;
  /** Null where the field was emptied. */
  readonly at: string | null;
  readonly way: TellingWay;
  readonly why?: string;
}

interface TellProps {
  readonly id: string;
  readonly to: Told;
  readonly onClose: () => void;
}

function TellDialog({ id, to, onClose }: TellProps) {
  const { t } = useTranslation();
  const needed = useNeeded();
  const [now] = useState(() => new Date().toISOString());
  const why = t('rectification.record.tellWhy');
  return (
    <MoveDialog<Values>
      title={t('rectification.record.tellTitle', { to: t(`rectification.told.${to}`) })}
      ok={t('frame.save')}
      keep={`${id}.tell.${to}`}
      initial={{ told: true, at: now, way: 'phone' }}
      onClose={onClose}
      run={(values) =>
        client.rectification.tell({
          ...{ id, to },
          told: values.told
            ? { kind: 'told', at: values.at ?? now, way: values.way }
            : { kind: 'notTold', why: (values.why ?? '').trim() },
        })
      }
    >
      <Form.Item name="told">
        <Radio.Group
          aria-label={t('rectification.record.toldHow')}
          options={[
            { value: true, label: t('rectification.record.tellTold') },
            { value: false, label: t('rectification.record.tellNotTold') },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) =>
          getFieldValue('told') === true ? (
            <>
              <Form.Item
                name="at"
                label={t('rectification.record.tellAt')}
                rules={[
                  {
                    required: true,
                    message: t('rectification.ask.required', { label: t('rectification.record.tellAt') }),
                  },
                ]}
              >
                <ToldAt />
              </Form.Item>
              <Form.Item name="way" label={t('rectification.record.tellWay')}>
                <Select options={TELLING_WAYS.map((value) => ({ value, label: t(`rectification.way.${value}`) }))} />
              </Form.Item>
            </>
          ) : (
            <Form.Item name="why" label={why} rules={needed(why)}>
              <Input.TextArea rows={2} maxLength={500} />
            </Form.Item>
          )
        }
      </Form.Item>
    </MoveDialog>
  );
}

/** The form gives it id, value and onChange. */
function ToldAt({ id = '', value = null, onChange = () => undefined }: Partial<InstantFieldProps>) {
  return <InstantField id={id} value={value} onChange={onChange} />;
}
