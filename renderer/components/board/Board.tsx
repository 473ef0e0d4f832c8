// Records by state as a board: a column a state with its count, cards that open their record. Arrow keys walk over the cards, past empty
// columns; Enter opens; M opens a card's menu where it has one. A card with a menu can be dragged to another column.
//   <Board label={…} columns={[{ key, name, head, rows }]} rowId={(row) => row.id} to={(row) => `/…/${row.id}`}
//     card={(row) => <><span className="board-title">…</span><span className="board-line">…</span></>} words={{ none, more }} />
import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'react-router';
import './board.css';

export interface BoardColumn<Row> {
  readonly key: string;
  /** For those who hear it: the state and how many. */
  readonly name: string;
  readonly head: ReactNode;
  readonly rows: readonly Row[];
  /** Cards shown at most; the rest is named by number. */
  readonly most?: number;
}

export interface CardMenu {
  /** Names the card's button. */
  readonly label: string;
  readonly items: NonNullable<MenuProps['items']>;
  readonly onPick: (key: string) => void;
}

export interface BoardProps<Row> {
  readonly label: string;
  readonly columns: readonly BoardColumn<Row>[];
  readonly rowId: (row: Row) => string;
  readonly to: (row: Row) => string;
  readonly card: (row: Row) => ReactNode;
  readonly isLate?: (row: Row) => boolean;
  /** Null where nothing can be done with a card. */
  readonly menu?: (row: Row) => CardMenu | null;
  readonly onDrop?: (row: Row, column: string) => void;
  readonly words: { readonly none: string; readonly more: (count: number) => string };
}

const STEPS: Readonly<Record<string, readonly [columns: number, rows: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const cardsOf = (column: Element): HTMLElement[] => [...column.querySelectorAll<HTMLElement>('.board-open')];

/** The card in the next column that has any, as far down as this one or its last. */
function beside(
  columns: readonly HTMLElement[][],
  across: number,
  down: number,
  step: number,
): HTMLElement | undefined {
  for (let at = across + step; at >= 0 && at < columns.length; at += step) {
    const cards = columns[at]!;
    if (cards.length > 0) return cards[Math.min(down, cards.length - 1)];
  }
  return undefined;
}

/** Walks from the card that has the focus; other keys are left alone. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const card = (event.target as HTMLElement).closest<HTMLElement>('.board-open');
  if (!card || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key.toLowerCase() === 'm') card.parentElement?.querySelector('button')?.click();
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  const columns = [...event.currentTarget.querySelectorAll('.board-column')].map(cardsOf);
  const across = columns.findIndex((cards) => cards.includes(card));
  const here = columns[across] ?? [];
  const down = here.indexOf(card);
  const next = step[1] === 0 ? beside(columns, across, down, step[0]) : here[down + step[1]];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

export function Board<Row>(props: BoardProps<Row>) {
  const { label, columns, rowId, to, card, isLate, menu, onDrop, words } = props;
  const [over, setOver] = useState<string | null>(null);
  const dragged = useRef<Row | null>(null);
  const drop = (column: string) => {
    setOver(null);
    if (dragged.current !== null) onDrop?.(dragged.current, column);
    dragged.current = null;
  };
  return (
    <section
      className="board"
      aria-label={label}
      style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` }}
      onKeyDown={walk}
    >
      {columns.map(({ key, name, head, rows, most = rows.length }) => (
        <section
          key={key}
          className={over === key ? 'board-column board-over' : 'board-column'}
          aria-label={name}
          onDragOver={(event) => {
            if (!onDrop) return;
            event.preventDefault();
            setOver(key);
          }}
          onDrop={() => drop(key)}
        >
          <h2>
            {head} <span className="board-count">{rows.length}</span>
          </h2>
          {rows.length === 0 && <p className="board-none">{words.none}</p>}
          <ul>
            {rows.slice(0, most).map((row) => {
              const actions = menu?.(row) ?? null;
              return (
                <li
                  key={rowId(row)}
                  className={['board-card', actions && 'board-acts', isLate?.(row) && 'board-late']
                    .filter(Boolean)
                    .join(' ')}
                  draggable={actions !== null}
                  onDragStart={() => (dragged.current = row)}
                  onDragEnd={() => {
                    dragged.current = null;
                    setOver(null);
                  }}
                >
                  <Link className="board-open" to={to(row)} draggable={false}>
                    {card(row)}
                  </Link>
                  {actions && (
                    <Dropdown
                      trigger={['click']}
                      menu={{ items: actions.items, onClick: ({ key: picked }) => actions.onPick(picked) }}
                    >
                      <Button type="text" size="small" icon={<MoreOutlined />} aria-label={actions.label} />
                    </Dropdown>
                  )}
                </li>
              );
            })}
          </ul>
          {rows.length > most && <p className="board-none">{words.more(rows.length - most)}</p>}
        </section>
      ))}
    </section>
  );
}
