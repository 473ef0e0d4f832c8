// Who could handle a case; those who may not stand there with the reason.
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../client.ts';
import { failureText } from '../../failure.ts';

export interface HandlerSelectProps {
  readonly caseId: string;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string) => void;
}

export function HandlerSelect({ caseId, id, value, onChange }: HandlerSelectProps) {
  const { t } = useTranslation();
  const handlers = useQuery({ ...api.complaint.handlers.queryOptions({ input: { id: caseId } }), staleTime: 0 });
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      loading={handlers.isPending}
      showSearch={{ optionFilterProp: 'label' }}
      options={(handlers.data ?? []).map(({ id: userId, name, refused }) => ({
        value: userId,
        label: refused === null ? name : `${name} · ${failureText(t, { data: { reason: refused, params: {} } })}`,
        disabled: refused !== null,
      }))}
      {...(onChange ? { onChange } : {})}
    />
  );
}
