// Lines of work, each one click or Enter from where it is done.
import { Link } from 'react-router';
import { StateTag, type Tone } from '../../components/StateTag.tsx';

export interface WorkLine {
  readonly key: string;
  readonly to: string;
  readonly title: string;
  readonly detail: string;
  readonly mark?: string;
  readonly tone?: Tone;
}

export function WorkList({ lines }: { readonly lines: readonly WorkLine[] }) {
  return (
    <ul className="work">
      {lines.map((line) => (
        <li key={line.key}>
          <Link to={line.to} className="work-line">
            <span className="work-title">{line.title}</span>
            <span className="work-detail">{line.detail}</span>
            {line.mark === undefined ? null : <StateTag tone={line.tone ?? 'neutral'}>{line.mark}</StateTag>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
