// Chooses an agent by name, number, pinyin or initials: a combobox whose arrows choose and whose Enter takes.
import { UserOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, type InputRef } from 'antd';
import { useDeferredValue, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentHit } from '../../../../shared/contract/people.ts';
import { api } from '../../../client.ts';
import { failureText } from '../../../failure.ts';

export type ChosenAgent = Pick<AgentHit, 'id' | 'number' | 'name' | 'team' | 'branchName'>;

export interface AgentPickerProps {
  readonly id: string;
  readonly value: ChosenAgent | null;
  readonly onChange: (agent: ChosenAgent | null) => void;
  /** Takes the hands when it appears; so unless said otherwise. */
  readonly autoFocus?: boolean;
}

const MOST = 8;

export function AgentPicker({ id, value, onChange, autoFocus = true }: AgentPickerProps) {
  const { t } = useTranslation();
  if (value !== null)
    return (
      <div className="agent-chosen">
        <UserOutlined aria-hidden />
        <span className="agent-name">{value.name}</span>
        <span className="agent-facts">{[value.number, value.branchName, value.team].filter(Boolean).join(' · ')}</span>
        <Button size="small" onClick={() => onChange(null)}>
          {t('observation.start.otherAgent')}
        </Button>
      </div>
    );
  return <Finder id={id} onChange={onChange} autoFocus={autoFocus} />;
}

function Finder({
  id,
  onChange,
  autoFocus,
}: Pick<AgentPickerProps, 'id' | 'onChange'> & { readonly autoFocus: boolean }) {
  const { t } = useTranslation();
  const list = useId();
  const input = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const wanted = useDeferredValue(text.trim());
  const found = useQuery({
    ...api.agents.search.queryOptions({ input: { text: wanted, limit: MOST } }),
    enabled: wanted !== '',
    placeholderData: (before) => before,
  });
  const hits = wanted === '' ? [] : (found.data ?? []);
  const current = Math.min(chosen, hits.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key === 'Process') return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const hit = hits[current];
    if (step !== undefined) setChosen(Math.max(0, Math.min(hits.length - 1, current + step)));
    else if (event.key === 'Enter' && !event.ctrlKey && hit) onChange(hit);
    else return;
    event.preventDefault();
  };
  return (
    <div className="agent-finder">
      <Input
        ref={input}
        id={id}
        autoFocus={autoFocus}
        size="large"
        prefix={<UserOutlined />}
        value={text}
        placeholder={t('observation.start.agentHint')}
        role="combobox"
        aria-label={t('observation.start.agent')}
        aria-expanded={hits.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={hits.length > 0 ? `${list}-${current}` : undefined}
        autoComplete="off"
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={list}
        role="listbox"
        aria-label={t('observation.start.agents')}
        className={hits.length > 0 ? 'agent-list' : ''}
      >
        {hits.map((hit, at) => (
          <div
            key={hit.id}
            id={`${list}-${at}`}
            role="option"
            aria-selected={at === current}
            className="agent-option"
            onMouseDown={(event) => {
              event.preventDefault();
              onChange(hit);
            }}
          >
            <span className="agent-name">{hit.name}</span>
            <span className="agent-facts">{[hit.number, hit.branchName, hit.team].filter(Boolean).join(' · ')}</span>
            {hit.status !== 'active' && (
              <span className="agent-facts">{t(`observation.start.status.${hit.status}`)}</span>
            )}
          </div>
        ))}
      </div>
      {found.isError && <p role="alert">{failureText(t, found.error)}</p>}
      {wanted !== '' && !found.isFetching && !found.isError && hits.length === 0 && (
        <p className="agent-none" role="status">
          {t('observation.start.agentNone', { text: wanted })}
        </p>
      )}
    </div>
  );
}
