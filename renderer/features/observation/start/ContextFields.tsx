// What is asked about a service (3.1, 4.2): kind, occasion, setting, place, client reference. Radios answer to one arrow or
// one tap; the client is shown as it will be kept.
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  OCCASIONS,
  SERVICE_KINDS,
  SETTINGS_OF_SERVICE,
  type ServiceContext,
} from '../../../../shared/contract/observationRecord.ts';
import { maskClient } from '../../../../shared/domain/observation/maskClient.ts';
import '../fields.css';
import './start.css';

export interface ContextFieldsProps {
  readonly value: ServiceContext;
  readonly onChange: (context: ServiceContext) => void;
  /** Places used lately, offered with one tap. */
  readonly places?: readonly string[];
}

export function ContextFields({ value, onChange, places = [] }: ContextFieldsProps) {
  const { t } = useTranslation();
  const set = (part: Partial<ServiceContext>) => onChange({ ...value, ...part });
  const masked = maskClient(value.client);
  const choice = <K extends 'kind' | 'occasion' | 'setting'>(
    field: K,
    label: string,
    options: readonly { readonly value: ServiceContext[K]; readonly label: string }[],
  ) => (
    <Form.Item label={<span id={`label-${field}`}>{label}</span>}>
      <Radio.Group
        optionType="button"
        aria-labelledby={`label-${field}`}
        value={value[field]}
        options={[...options]}
        onChange={(event) => set({ [field]: event.target.value as ServiceContext[K] })}
      />
    </Form.Item>
  );
  return (
    <>
      {choice(
        'kind',
        t('observation.context.kind'),
        SERVICE_KINDS.map((one) => ({ value: one, label: t(`observation.kind.${one}`) })),
      )}
      <div className="start-row">
        {choice(
          'occasion',
          t('observation.context.occasion'),
          OCCASIONS.map((one) => ({ value: one, label: t(`observation.occasion.${one}`) })),
        )}
        {choice(
          'setting',
          t('observation.context.setting'),
          SETTINGS_OF_SERVICE.map((one) => ({ value: one, label: t(`observation.setting.${one}`) })),
        )}
      </div>
      <div className="start-pair">
        <Form.Item
          label={t('observation.context.place')}
          htmlFor="context-place"
          extra={
            places.length === 0 ? undefined : (
              <span className="start-places">
                {t('observation.start.recentPlaces')}
                {places.map((place) => (
                  <button key={place} type="button" className="detail-link" onClick={() => set({ place })}>
                    {place}
                  </button>
                ))}
              </span>
            )
          }
        >
          <Input
            id="context-place"
            value={value.place}
            maxLength={120}
            placeholder={t('observation.context.placeHint')}
            onChange={(event) => set({ place: event.target.value })}
          />
        </Form.Item>
        <Form.Item
          label={t('observation.context.client')}
          htmlFor="context-client"
          extra={
            <span role="status">
              {masked === '' ? t('observation.context.clientHint') : t('observation.context.clientKept', { masked })}
            </span>
          }
        >
          <Input
            id="context-client"
            value={value.client}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => set({ client: event.target.value })}
          />
        </Form.Item>
      </div>
    </>
  );
}
