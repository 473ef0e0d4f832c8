// Chooses one agent or several in a form by name, number, pinyin or initials.
import { useQueries, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { api } from '../../client.ts';

export interface AgentsSelectProps {
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (ids: readonly string[]) => void;
}

const MOST = 12;

export function AgentsSelect({ id, value = [], onChange }: AgentsSelectProps) {
  const [text, setText] = useState('');
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = useDeferredValue(text.trim());
  const found = useQuery({
    ...api.agents.search.queryOptions({ input: { text: wanted, limit: MOST } }),
    enabled: wanted !== '',
    placeholderData: (before) => before,
  });
  const hits = (wanted === '' ? [] : (found.data ?? [])).map(({ id: agentId, name, number, branchName, team }) => ({
    value: agentId,
    label: [name, number, branchName, team].filter(Boolean).join(' · '),
  }));
  // A draft that is shown again knows the ids alone.
  const unnamed = value.filter((agentId) => !names.has(agentId) && !hits.some((hit) => hit.value === agentId));
  const read = useQueries({
    queries: unnamed.map((agentId) => api.agents.get.queryOptions({ input: { id: agentId } })),
  });
  const nameOf = (agentId: string): string => {
    const agent = read[unnamed.indexOf(agentId)]?.data;
    return names.get(agentId) ?? (agent ? `${agent.name} · ${agent.number}` : agentId);
  };
  const known = value.flatMap((agentId) =>
    hits.some((hit) => hit.value === agentId) ? [] : [{ value: agentId, label: nameOf(agentId) }],
  );
  return (
    <Select<string[]>
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      maxTagCount="responsive"
      value={[...value]}
      showSearch={{ filterOption: false, onSearch: setText, autoClearSearchValue: true }}
      options={[...known, ...hits]}
      notFoundContent={null}
      onChange={(ids) => {
        setNames(new Map([...names, ...hits.map(({ value: agentId, label }) => [agentId, label] as const)]));
        onChange?.(ids);
      }}
    />
  );
}
