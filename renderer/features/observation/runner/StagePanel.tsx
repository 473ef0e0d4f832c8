// Left of the items: stages with their sections, what is done in each, and a way to each.
import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clause } from '../../../../shared/contract/standard.ts';
import { useTongue } from '../language.ts';
import { firstOpen } from './moves.ts';
import { useRunner, useRunnerState } from './runnerContext.ts';
import { answeredOf, blockersOf } from './runnerState.ts';
import { clauseTitle, type StageSections } from './sections.ts';
import './stages.css';

export interface StagePanelProps {
  readonly stages: readonly StageSections[];
  readonly clauses: readonly Clause[];
}

export function StagePanel({ stages, clauses }: StagePanelProps) {
  const { t } = useTranslation();
  const tongue = useTongue();
  const { store } = useRunner();
  const cursor = useRunnerState((state) => state.cursor);
  const items = useRunnerState((state) => state.items);
  const introduction = useRunnerState((state) => state.introduction);
  const noticeConfirmedAt = useRunnerState((state) => state.noticeConfirmedAt);
  const answered = useMemo(() => answeredOf(items), [items]);
  const incomplete = useMemo(() => {
    const blockers = blockersOf(store.criteria, { items, introduction, noticeConfirmedAt });
    return new Set(
      blockers.flatMap((blocker) =>
        'criterion' in blocker && blocker.kind !== 'unanswered' ? [blocker.criterion] : [],
      ),
    );
  }, [store, items, introduction, noticeConfirmedAt]);

  const entry = (title: string, codes: readonly string[], current: boolean, level: 'stage' | 'section') => {
    const done = codes.filter((code) => answered.has(code)).length;
    const open = codes.some((code) => incomplete.has(code));
    return (
      <button
        type="button"
        className={`stage-entry stage-entry-${level}`}
        aria-current={current ? 'step' : undefined}
        onClick={() => {
          const code = firstOpen(store, (criterion) => codes.includes(criterion.code));
          if (code !== null) store.moveTo(code, true);
        }}
      >
        <span className="stage-title" title={title}>
          {title}
        </span>
        {open && <ExclamationCircleOutlined className="stage-open" aria-label={t('observation.runner.recordOpen')} />}
        {!open && done === codes.length && (
          <CheckCircleOutlined className="stage-done" aria-label={t('observation.runner.sectionDone')} />
        )}
        <span className="stage-count">
          {done}/{codes.length}
        </span>
        {level === 'stage' && (
          <span className="stage-track" aria-hidden>
            <span style={{ width: `${(done / codes.length) * 100}%` }} />
          </span>
        )}
      </button>
    );
  };

  return (
    <nav className="stages" aria-label={t('observation.runner.stages')} data-keys="on">
      <ol>
        {stages.map(({ stage, codes, sections }) => {
          const here = codes.includes(cursor);
          return (
            <li key={stage}>
              {entry(t(`words.stage.${stage}`), codes, here && sections.length < 2, 'stage')}
              {here && (
                <ol>
                  {sections.map((section) => (
                    <li key={section.key}>
                      {entry(
                        `${section.clause} ${clauseTitle(clauses, section.clause, tongue)}`,
                        section.codes,
                        section.codes.includes(cursor),
                        'section',
                      )}
                    </li>
                  ))}
                </ol>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
