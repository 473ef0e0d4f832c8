// The complainants of a registration: name and contact, one line each.
import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { COMPLAINANTS } from '../../../shared/contract/complaint.ts';
import { MAJOR_COMPLAINANTS } from '../../../shared/contract/complaintWords.ts';
import { contactKey } from '../../../shared/domain/complaint/duplicates.ts';
import { pastedPeople } from './pastedPeople.ts';
import type { Registration } from './registration.ts';

export interface PeopleInputsProps {
  readonly people: Registration['people'];
  readonly onChange: (people: Registration['people']) => void;
}

export function PeopleInputs({ people, onChange }: PeopleInputsProps) {
  const { t } = useTranslation();
  const change = (at: number, more: Partial<Registration['people'][number]>) =>
    onChange(people.map((person, index) => (index === at ? { ...person, ...more } : person)));
  // The same contact twice is one complainant.
  const keys = people.map(({ contact }, at) => contactKey(contact) || `line ${at}`);
  const distinct = new Set(keys).size;
  return (
    <fieldset className="wide register-people">
      <legend>{t('complaint.form.people')}</legend>
      <div className="register-list">
        {people.map(({ name, contact }, at) => (
          <div key={at} className="register-person">
            <Input
              value={name}
              maxLength={80}
              autoComplete="off"
              placeholder={t('complaint.field.name')}
              aria-label={t('complaint.form.nameOf', { number: at + 1 })}
              onChange={(event) => change(at, { name: event.target.value })}
              onPaste={(event) => {
                const pasted = pastedPeople(event.clipboardData.getData('text'));
                if (pasted === null) return;
                event.preventDefault();
                onChange([...people.slice(0, at), ...pasted, ...people.slice(at + 1)].slice(0, COMPLAINANTS));
              }}
            />
            <Input
              value={contact}
              maxLength={120}
              autoComplete="off"
              placeholder={t('complaint.field.contact')}
              aria-label={t('complaint.form.contactOf', { number: at + 1 })}
              onChange={(event) => change(at, { contact: event.target.value })}
            />
            <Button
              icon={<MinusOutlined />}
              disabled={people.length === 1}
              aria-label={t('complaint.form.removePerson', { number: at + 1 })}
              onClick={() => onChange(people.filter((_, index) => index !== at))}
            />
          </div>
        ))}
      </div>
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={people.length >= COMPLAINANTS}
        onClick={() => onChange([...people, { name: '', contact: '' }])}
      >
        {t('complaint.form.addPerson')}
      </Button>
      <span className="case-dialog-text">{` ${t('complaint.form.anonymous')}`}</span>
      {distinct >= MAJOR_COMPLAINANTS && (
        <Alert type="warning" showIcon title={t('complaint.form.major', { count: distinct })} />
      )}
    </fieldset>
  );
}
