// Chooses one agent or several in a form by name, number, pinyin or initials.
import { useQueries } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '../../client.ts';
import { useAgentHits } from '../people/useAgentHits.ts';

export interface AgentsSelectProps {
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (ids: readonly string[]) => void;
}

export function AgentsSelect({ id, value = [], onChange }: AgentsSelectProps) {
  const [text, setText] = useState('');
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const hits = useAgentHits(text);
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
