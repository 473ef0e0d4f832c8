// The items, one a row. A move by a key brings the current row to one third of the height and puts the focus on it, so
// that eyes and hands stay where they are.
import { CheckCircleOutlined } from '@ant-design/icons';
import { Switch } from 'antd';
import { useLayoutEffect, useMemo, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clause } from '../../../../shared/contract/standard.ts';
import { Kbd } from '../../../components/Kbd.tsx';
import { useTongue } from '../language.ts';
import { ItemRow } from './ItemRow.tsx';
import { useRunner, useRunnerState } from './runnerContext.ts';
import { clauseTitle, type StageSections } from './sections.ts';
import { useProgress } from './useProgress.ts';
import './items.css';

export interface ItemListProps {
  readonly stages: readonly StageSections[];
  readonly clauses: readonly Clause[];
  readonly anchors: boolean;
  readonly onToggleAnchors: () => void;
  /** How often each item failed in the agent's last sessions. */
  readonly repeated: ReadonlyMap<string, number>;
  /** Rows opened for a note or a photo by hand. */
  readonly opened: ReadonlySet<string>;
}

/** Keeps the current row at one third of the pane while keys move on. */
function usePlacing(pane: RefObject<HTMLDivElement | null>): void {
  const { store } = useRunner();
  const moves = useRunnerState((state) => state.moves);
  useLayoutEffect(() => {
    const row = pane.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(store.state().cursor)}"]`);
    if (!pane.current || !row) return;
    pane.current.scrollTo({ top: row.offsetTop - pane.current.clientHeight / 3 });
    row.focus({ preventScroll: true });
  }, [moves, pane, store]);
}

/** Which keys go on; once nothing is missing or every item is answered, which one leads there. */
function KeysHint() {
  const { t } = useTranslation();
  const { counts, left } = useProgress();
  const open = counts.criteria - counts.answered;
  const asking = left.content > 0;
  if (open > 0 && asking)
    return (
      <span className="items-keys" role="status">
        {t('observation.runner.keysHint')}
      </span>
    );
  return (
    <span className="items-keys items-keys-done" role="status">
      {!asking && <CheckCircleOutlined />}{' '}
      {asking
        ? t('observation.runner.allAnsweredBut', { count: left.content })
        : open > 0
          ? t('observation.runner.requiredAnswered', { count: open })
          : t('observation.runner.allAnswered')}{' '}
      <Kbd>{asking ? 'M' : 'Ctrl Enter'}</Kbd>
    </span>
  );
}

export function ItemList({ stages, clauses, anchors, onToggleAnchors, repeated, opened }: ItemListProps) {
  const { t } = useTranslation();
  const tongue = useTongue();
  const { store } = useRunner();
  const pane = useRef<HTMLDivElement>(null);
  usePlacing(pane);
  const titles = useMemo(
    () =>
      new Map(stages.flatMap(({ sections }) => sections.map((s) => [s.key, clauseTitle(clauses, s.clause, tongue)]))),
    [stages, clauses, tongue],
  );
  return (
    <section className="items" aria-label={t('observation.runner.items')}>
      <div className="items-head">
        <KeysHint />
        <label className="items-toggle">
          <Switch
            size="small"
            checked={anchors}
            onChange={onToggleAnchors}
            aria-label={t('observation.runner.anchors')}
          />
          <span aria-hidden>{t('observation.runner.anchors')}</span>
        </label>
      </div>
      <div className="items-pane" ref={pane}>
        {stages.map(({ stage, sections }) => (
          <div key={stage}>
            <h2 className="items-stage">{t(`words.stage.${stage}`)}</h2>
            {sections.map((section) => (
              <div key={section.key}>
                <h3 className="items-section">
                  {section.clause} {titles.get(section.key)}
                </h3>
                {section.codes.map((code) => (
                  <ItemRow
                    key={code}
                    criterion={store.byCode.get(code)!}
                    anchors={anchors}
                    repeated={repeated.get(code) ?? 0}
                    opened={opened.has(code)}
                    tongue={tongue}
                  />
                ))}
              </div>
            ))}
          </div>
        ))}
        <div className="items-end" />
      </div>
    </section>
  );
}
