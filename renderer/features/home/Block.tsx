// A block of the desk: a heading with its number, lines that are links, or what to know when there are none.
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../components/states.tsx';
import { count } from '../../format.ts';

export interface Line {
  readonly id: string;
  readonly to: string;
  readonly title: string;
  readonly detail: string;
  /** A tag at the right. */
  readonly tag?: ReactNode;
}

export interface BlockProps {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly Line[];
  readonly empty: { readonly title: string; readonly hint: string; readonly action?: ReactNode };
  /** As many as are ever listed: there may be more. */
  readonly most?: number;
  /** Beside the heading. */
  readonly more?: ReactNode;
}

export function Block({ id, title, lines, empty, most, more }: BlockProps) {
  return (
    <section className="panel home-block" aria-labelledby={`home-${id}`}>
      <h2 id={`home-${id}`}>
        {title}
        {lines.length > 0 && (
          <span className="home-count">
            {count(lines.length)}
            {lines.length === most && '+'}
          </span>
        )}
        <span className="home-more">{more}</span>
      </h2>
      {lines.length === 0 ? (
        <EmptyState title={empty.title} hint={empty.hint} {...(empty.action ? { action: empty.action } : {})} />
      ) : (
        <ul className="home-lines">
          {lines.map((line) => (
            <li key={line.id}>
              <Link className="home-line" to={line.to}>
                <span className="home-line-title">{line.title}</span>
                <span className="home-line-tag">{line.tag}</span>
                <span className="home-line-detail">{line.detail}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
