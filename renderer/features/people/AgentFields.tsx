// The fields of an agent in a form, for adding and editing alike.
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AgentFields as Values } from '../../../shared/contract/people.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { usePeopleWords } from './usePeopleWords.ts';

/** What antd's form holds: blank texts instead of null. */
export type AgentValues = Omit<Values, 'licence'> & { readonly licence: string; readonly phone: string };

/** The contract's fields of what was typed. */
export const asFields = ({ licence, hiredOn, gender, number, name, engagement, status }: AgentValues): Values => ({
  ...{ number: number.trim(), name: name.trim(), engagement, status, gender: gender ?? null, hiredOn: hiredOn ?? null },
  licence: licence.trim() === '' ? null : licence.trim(),
});

export function AgentFields({ phoneHint }: { readonly phoneHint?: string }) {
  const { t } = useTranslation();
  const { genders, engagements, statuses } = usePeopleWords();
  const label = (field: 'number' | 'name') => ({
    label: t(`people.field.${field}`),
    rules: [
      { required: true, whitespace: true, message: t('account.field.required', { label: t(`people.field.${field}`) }) },
    ],
  });
  return (
    <div className="people-form">
      <Form.Item name="number" {...label('number')}>
        <Input autoFocus maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" {...label('name')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="gender" label={t('people.field.gender')}>
        <Select allowClear options={genders} />
      </Form.Item>
      <Form.Item name="engagement" label={t('people.field.engagement')}>
        <Select options={engagements} />
      </Form.Item>
      <Form.Item name="licence" label={t('people.field.licence')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={t('people.field.phone')} {...(phoneHint ? { extra: phoneHint } : {})}>
        <Input maxLength={24} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="hiredOn" label={t('people.field.hiredOn')}>
        <DayInput />
      </Form.Item>
      <Form.Item name="status" label={t('people.field.status')}>
        <Select options={statuses} />
      </Form.Item>
    </div>
  );
}
