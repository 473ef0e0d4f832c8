// Ctrl+K: one field that finds people, records, clauses and commands. Arrows choose, Enter opens, Esc closes.
// A combobox with a list box, as the ARIA pattern has it: the focus stays in the field.
import { SearchOutlined } from '@ant-design/icons';
import { Input, Modal } from 'antd';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Kbd } from '../../components/Kbd.tsx';
import type { Entry } from './commands.ts';
import { usePaletteResults } from './usePaletteResults.ts';
import './palette.css';

export function Palette({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={<span className="visually-hidden">{t('frame.palette.title')}</span>}
      footer={null}
      closable={false}
      destroyOnHidden
      width={640}
      className="palette"
      style={{ top: 96 }}
    >
      <PaletteBody onClose={onClose} />
    </Modal>
  );
}

function PaletteBody({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const { entries, failed, searching } = usePaletteResults(text);
  const current = Math.min(chosen, entries.length - 1);
  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, current]);

  const run = (entry: Entry) => {
    onClose();
    entry.run((to) => void navigate(to));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    const entry = entries[current];
    if (step !== undefined) setChosen(Math.max(0, Math.min(entries.length - 1, current + step)));
    else if (event.key === 'Enter' && entry) run(entry);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <Input
        autoFocus
        variant="borderless"
        prefix={<SearchOutlined />}
        placeholder={t('frame.palette.placeholder')}
        value={text}
        role="combobox"
        aria-label={t('frame.palette.title')}
        aria-expanded={entries.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={entries.length > 0 ? `${id}-${current}` : undefined}
        aria-autocomplete="list"
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="palette-list" id={`${id}-list`} role="listbox" aria-label={t('frame.palette.results')}>
        {entries.map((entry, at) => (
          <div
            key={entry.id}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === current}
            className="palette-entry"
            onClick={() => run(entry)}
          >
            <span className="palette-title">{entry.title}</span>
            {entry.detail === undefined ? null : <span className="palette-detail">{entry.detail}</span>}
            <span className="palette-group">{entry.group}</span>
          </div>
        ))}
      </div>
      {entries.length === 0 && !searching && (
        <p className="palette-note" role="status">
          {t('frame.palette.none', { query: text })}
        </p>
      )}
      {failed.map((group) => (
        <p key={group} className="palette-note" role="alert">
          {t('frame.palette.failed', { group })}
        </p>
      ))}
      <div className="palette-keys" aria-hidden>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('frame.palette.hintMove')} <Kbd>Enter</Kbd> {t('frame.palette.hintOpen')}{' '}
        <Kbd>Esc</Kbd> {t('frame.palette.hintClose')}
      </div>
    </>
  );
}
