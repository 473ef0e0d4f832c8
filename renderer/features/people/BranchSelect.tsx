// Chooses a branch by code or name.
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { api } from '../../client.ts';

export interface BranchSelectProps {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (id: string | null) => void;
  /** Branches that cannot be chosen. */
  readonly without?: ReadonlySet<string>;
  readonly placeholder?: string;
  readonly allowClear?: boolean;
  readonly 'aria-label'?: string;
}

export function BranchSelect({ value, onChange, without, ...rest }: BranchSelectProps) {
  const branches = useQuery(api.branches.list.queryOptions());
  return (
    <Select<string>
      {...rest}
      value={value ?? null}
      loading={branches.isPending}
      showSearch={{ optionFilterProp: 'label' }}
      options={
        branches.data
          ?.filter((branch) => !without?.has(branch.id))
          .map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })) ?? []
      }
      onChange={(id: string | undefined) => onChange?.(id ?? null)}
    />
  );
}
