// The runner's keys and what they do.
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../../components/Kbd.tsx';

const KEYS = [
  ['answer', ['1', '2', '3']],
  ['points', ['1 … 5']],
  ['choose', ['←', '→']],
  ['next', ['Enter', '↓']],
  ['previous', ['↑']],
  ['skip', ['Shift ↓', 'PageDown']],
  ['notApplicable', ['0', 'X']],
  ['note', ['N']],
  ['photo', ['P']],
  ['redLine', ['R']],
  ['missing', ['M']],
  ['stage', ['[', ']']],
  ['timer', ['T']],
  ['anchors', ['A']],
  ['background', ['B']],
  ['leaveField', ['Esc']],
  ['review', ['Ctrl Enter']],
] as const;

export function KeysList() {
  const { t } = useTranslation();
  return (
    <dl className="runner-keys">
      {KEYS.map(([meaning, keys]) => (
        <div key={meaning}>
          <dt>
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
          </dt>
          <dd>{t(`observation.keys.${meaning}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
