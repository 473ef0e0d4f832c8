// Who investigates or reviews for a department: an account from the list, those who may not with the reason, or the typed name of
// a colleague who has none.
import { useQuery } from '@tanstack/react-query';
import { AutoComplete } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InquiryDepartment, ReviewDepartment } from '../../../shared/contract/complaintWords.ts';
import { api } from '../../client.ts';
import { failureText } from '../../failure.ts';

type As =
  | { readonly part: 'inquiry'; readonly department: InquiryDepartment }
  | { readonly part: 'review'; readonly department: ReviewDepartment };

interface Colleague {
  readonly id: string;
  readonly label: string;
  readonly refused: string | null;
}

export interface Colleagues {
  readonly all: readonly Colleague[];
  /** As the contract takes it: the account that was chosen, or the typed name. */
  readonly given: (by: string) => { readonly by: string; readonly byId: string | null };
}

export function useColleagues(caseId: string, as: As): Colleagues {
  const found = useQuery({ ...api.complaint.colleagues.queryOptions({ input: { id: caseId, as } }), staleTime: 0 });
  const people = found.data ?? [];
  const all = people.map(({ id, name, login, refused }) => ({
    id,
    // Namesakes are told apart by how they sign in.
    label: people.some((other) => other.id !== id && other.name === name) ? `${name} (${login})` : name,
    refused,
  }));
  return {
    all,
    given: (by) => {
      const chosen = all.find(({ label }) => label === by.trim());
      return chosen ? { by: '', byId: chosen.id } : { by: by.trim(), byId: null };
    },
  };
}

export interface PersonInputProps {
  readonly colleagues: Colleagues;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (by: string) => void;
}

export function PersonInput({ colleagues, id, value, onChange }: PersonInputProps) {
  const { t } = useTranslation();
  return (
    <AutoComplete
      {...(id === undefined ? {} : { id })}
      value={value ?? ''}
      maxLength={80}
      showSearch={{
        filterOption: (typed, option) =>
          (typeof option?.value === 'string' ? option.value : '').toLowerCase().includes(typed.trim().toLowerCase()),
      }}
      options={colleagues.all.map(({ label, refused }) => ({
        value: label,
        label: refused === null ? label : `${label} · ${failureText(t, { data: { reason: refused, params: {} } })}`,
        disabled: refused !== null,
      }))}
      {...(onChange ? { onChange } : {})}
    />
  );
}
