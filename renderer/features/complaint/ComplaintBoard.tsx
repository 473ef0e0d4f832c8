// The cases by state, the most urgent first. Arrow keys walk over the cards, Enter opens one.
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { COMPLAINT_STATES } from '../../../shared/contract/complaintWords.ts';
import type { ComplaintRow } from '../../../shared/contract/complaintRecord.ts';
import { EmptyState } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useFormat } from '../../format.ts';
import { BindingTag } from './BindingTag.tsx';

/** Cards of one column; the rest is in the list. */
const MOST = 60;

function Card({ row, onOpen }: { readonly row: ComplaintRow; readonly onOpen: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <button type="button" className="case-board-card" onClick={onOpen}>
      <strong>{row.number}</strong>
      <span>{[row.agentName || t('complaint.list.noAgent'), format.day(row.receivedAt)].join(' · ')}</span>
      <span className="case-board-content">{row.content}</span>
      {row.major && (
        <StateTag tone="danger">{`${t('complaint.list.majorTag')} ${t('complaint.list.people', { count: row.complainants })}`}</StateTag>
      )}
      {row.repeat && <StateTag tone="warn">{t('complaint.list.repeatTag')}</StateTag>}
      {row.end === 'withdrawn' && <StateTag>{t('complaint.list.withdrawnTag')}</StateTag>}
      <BindingTag binding={row.binding} short />
    </button>
  );
}

const urgency = ({ binding }: ComplaintRow): number => binding?.endsAt ?? Number.MAX_SAFE_INTEGER;

export interface ComplaintBoardProps {
  readonly rows: readonly ComplaintRow[];
  readonly onOpen: (row: ComplaintRow) => void;
}

export function ComplaintBoard({ rows, onOpen }: ComplaintBoardProps) {
  const { t } = useTranslation();
  const board = useRef<HTMLDivElement>(null);
  const cardsOf = (column: Element): HTMLElement[] => [...column.querySelectorAll<HTMLElement>('.case-board-card')];
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const side = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined && side === undefined) return;
    const columns = [...(board.current?.children ?? [])].map(cardsOf);
    const across = columns.findIndex((cards) => cards.some((card) => card === document.activeElement));
    if (across < 0) return;
    event.preventDefault();
    const here = columns[across] ?? [];
    const down = here.findIndex((card) => card === document.activeElement);
    if (step !== undefined) here[down + step]?.focus();
    // Empty columns are passed over.
    for (let at = across + (side ?? columns.length); at >= 0 && at < columns.length; at += side ?? 1) {
      const cards = columns[at] ?? [];
      const card = cards[Math.min(down, cards.length - 1)];
      if (card) {
        card.focus();
        return;
      }
    }
  };
  if (rows.length === 0) return <EmptyState title={t('complaint.list.empty')} hint={t('complaint.list.emptyHint')} />;
  return (
    <div className="case-board" ref={board} role="group" aria-label={t('complaint.list.board')} onKeyDown={walk}>
      {COMPLAINT_STATES.map((state) => {
        const cases = rows.filter((row) => row.state === state).toSorted((one, other) => urgency(one) - urgency(other));
        return (
          <section key={state} className="case-board-column" aria-label={t(`complaint.state.${state}`)}>
            <h2>{`${t(`complaint.state.${state}`)} ${cases.length}`}</h2>
            <ul>
              {cases.slice(0, MOST).map((row) => (
                <li key={row.id}>
                  <Card row={row} onOpen={() => onOpen(row)} />
                </li>
              ))}
              {cases.length > MOST && (
                <li className="case-board-more">{t('complaint.list.more', { count: cases.length - MOST })}</li>
              )}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
