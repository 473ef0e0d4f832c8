// Chooses an agent in a form by name, number, pinyin or initials.
//   <Form.Item name="agentId"><AgentSelect known={…} /></Form.Item>
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '../../client.ts';
import { useAgentHits } from './useAgentHits.ts';

export interface AgentSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string) => void;
  /** The agent that is chosen already, in words. */
  readonly known?: { readonly id: string; readonly label: string };
}

export function AgentSelect({ id, value, onChange, known }: AgentSelectProps) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(known);
  const hits = useAgentHits(text);
  // A draft that is shown again knows the id alone.
  const unnamed = value !== undefined && value !== chosen?.id && !hits.some((hit) => hit.value === value);
  const named = useQuery({ ...api.agents.get.queryOptions({ input: { id: value ?? '' } }), enabled: unnamed }).data;
  const shown = unnamed && named ? { id: value, label: `${named.name} · ${named.number}` } : chosen;
  const options =
    shown && shown.id === value && !hits.some((hit) => hit.value === value)
      ? [{ value: shown.id, label: shown.label }, ...hits]
      : hits;
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      showSearch={{ filterOption: false, onSearch: setText }}
      options={options}
      notFoundContent={null}
      onChange={(agentId) => {
        const hit = options.find((option) => option.value === agentId);
        if (hit) setChosen({ id: agentId, label: hit.label });
        onChange?.(agentId);
      }}
    />
  );
}
