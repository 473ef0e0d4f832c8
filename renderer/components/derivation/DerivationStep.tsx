// One step of a derivation: name, its part of the whole, its value, what it brings; below it the arithmetic and the terms.
import { CaretDownOutlined, CaretRightOutlined } from '@ant-design/icons';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Derivation, DerivationTerm } from '../../../shared/contract/derivation.ts';
import {
  absent,
  arithmetic,
  idle,
  points,
  shareText,
  unitWithin,
  unwrapped,
  WRITTEN_OUT,
  present,
} from './arithmetic.ts';
import { useStepName, useStepNotes } from './stepWords.ts';

export interface DerivationWords {
  /** The text of a criterion by its code, in the unit with that id: two sessions may rest on two versions. */
  readonly answerLabel: (code: string, unit: string) => string | undefined;
  /** What a unit is called: the day of a session. Its own id is never shown. */
  readonly unitLabel?: ((node: Derivation) => string | undefined) | undefined;
  /** A way to the record of a unit or item by its id, where it has one. */
  readonly recordLink?: ((id: string) => ReactNode) | undefined;
}

/** The words, and the unit in which they are asked for. */
export interface WordsWithin extends DerivationWords {
  /** Its id; empty above the units. */
  readonly unit: string;
}

export interface DerivationStepProps extends WordsWithin {
  readonly node: Derivation;
  readonly term: DerivationTerm | null;
  readonly level: number;
  readonly openTo: number;
}

export function DerivationStep(props: DerivationStepProps) {
  const { node: given, term, level, openTo, answerLabel, unitLabel, recordLink } = props;
  const { t } = useTranslation();
  const node = unwrapped(given);
  const [open, setOpen] = useState(level < openTo);
  const words = { answerLabel, unitLabel, recordLink, unit: unitWithin(given) ?? props.unit };
  const of = given.level === 'item' ? given.key : unitWithin(given);
  const link = of === undefined ? null : (recordLink?.(of) ?? null);
  const name = useStepName(node, words);
  const notes = useStepNotes(node);
  const step = arithmetic(node);
  const missing = absent(node);
  const unused = idle(node);
  const folds = node.terms.length > 0 && node.value !== null;
  const sums = node.rule === 'composite' || node.rule === 'capped';
  const many = !sums && present(node).length > WRITTEN_OUT;
  const nameOf = (part: DerivationTerm) => <StepName key={part.node.key} node={part.node} {...words} />;
  const row = (
    <>
      <span className="derivation-name">
        {folds ? open ? <CaretDownOutlined aria-hidden /> : <CaretRightOutlined aria-hidden /> : <i aria-hidden />}
        <span>{name}</span>
      </span>
      <span className="derivation-number">
        {term === null || node.value === null || node.level === 'adjustment' || node.level === 'item'
          ? ''
          : node.level === 'base'
            ? ''
            : shareText(term.share)}
      </span>
      <span className="derivation-number derivation-value">{node.value === null ? '–' : points(node.value)}</span>
      <span className="derivation-number">{term === null || node.value === null ? '' : points(term.contribution)}</span>
    </>
  );
  return (
    <li className={`derivation-step derivation-${node.level}`}>
      {folds ? (
        <button type="button" className="derivation-row" aria-expanded={open} onClick={() => setOpen(!open)}>
          {row}
        </button>
      ) : (
        <div className={node.value === null ? 'derivation-row derivation-without' : 'derivation-row'}>{row}</div>
      )}
      {(step !== null || notes.length > 0 || link !== null) && (
        <p className="derivation-arithmetic">
          {many && `${t('score.derivation.sums', { count: present(node).length })} `}
          {step}
          {notes.map((note) => (
            <span key={note}>{note}</span>
          ))}
          {link !== null && <span>{link}</span>}
        </p>
      )}
      {open && folds && (
        <ul>
          {node.terms
            .filter((part) => part.node.value !== null && !unused.includes(part))
            .map((part, at) => (
              <DerivationStep
                key={`${part.node.key}-${at}`}
                node={part.node}
                term={part}
                level={level + 1}
                openTo={openTo}
                {...words}
              />
            ))}
          {missing.length > 0 && <Left words={t('score.derivation.without')} names={missing.map(nameOf)} />}
          {unused.length > 0 && <Left words={t('score.derivation.idle')} names={unused.map(nameOf)} />}
        </ul>
      )}
    </li>
  );
}

/** Parts that bring nothing, in one line. */
function Left({ words, names }: { readonly words: string; readonly names: readonly ReactNode[] }) {
  const { t } = useTranslation();
  return (
    <li className="derivation-missing">
      {words}
      {names.map((name, at) => (
        <span key={at}>
          {at > 0 && t('observation.comma')}
          {name}
        </span>
      ))}
    </li>
  );
}

function StepName({ node, ...words }: WordsWithin & { readonly node: Derivation }) {
  return useStepName(node, words);
}
