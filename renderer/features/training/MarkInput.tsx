// One of the four assessments (7.2): percent, a grade, or points of a maximum, kept as one text.
import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MARK_GRADES, type MarkGrade } from '../../../shared/contract/trainingWords.ts';
import { markText, parseMark, type ReadMark } from '../../../shared/domain/training/mark.ts';

const KINDS = ['percent', 'grade', 'points'] as const;
type Kind = (typeof KINDS)[number];

export interface MarkInputProps {
  readonly id?: string;
  readonly label: string;
  readonly value?: string | null;
  readonly onChange?: (mark: string | null) => void;
}

interface Parts {
  readonly kind: Kind;
  readonly percent: number | null;
  readonly grade: MarkGrade | null;
  readonly points: number | null;
  readonly maximum: number | null;
}

const EMPTY: Parts = { kind: 'percent', percent: null, grade: null, points: null, maximum: 100 };
const partsOf = (mark: ReadMark | null): Parts => ({ ...EMPTY, ...mark });

/** Null where nothing was typed. What cannot be a mark is kept as it was typed, so that the form refuses it and changes nothing. */
function textOf({ kind, percent, grade, points, maximum }: Parts): string | null {
  if (kind === 'percent') return percent === null ? null : (markText({ kind, percent }) ?? `${percent}%`);
  if (kind === 'grade') return grade;
  if (points === null) return null;
  return maximum === null ? `${points}/` : (markText({ kind, points, maximum }) ?? `${points}/${maximum}`);
}

export function MarkInput({ id, label, value, onChange }: MarkInputProps) {
  const { t } = useTranslation();
  const [parts, setParts] = useState<Parts>(() => partsOf(value ? parseMark(value) : null));
  const change = (next: Partial<Parts>) => {
    const whole = { ...parts, ...next };
    setParts(whole);
    onChange?.(textOf(whole));
  };
  const { kind } = parts;
  const named = (part: string) => `${label} ${part}`;
  return (
    <span className="mark-input">
      <Select<Kind>
        aria-label={named(t(`training.markKind.${kind}`))}
        value={kind}
        options={KINDS.map((one) => ({ value: one, label: t(`training.markKind.${one}`) }))}
        onChange={(next) => change({ kind: next })}
      />
      {kind === 'percent' && (
        <InputNumber<number>
          {...(id === undefined ? {} : { id })}
          aria-label={named(t('training.form2.percent'))}
          suffix="%"
          value={parts.percent}
          onChange={(percent) => change({ percent })}
        />
      )}
      {kind === 'grade' && (
        <Select<MarkGrade>
          {...(id === undefined ? {} : { id })}
          aria-label={label}
          allowClear
          value={parts.grade}
          options={MARK_GRADES.map((one) => ({ value: one, label: t(`training.grade.${one}`) }))}
          onChange={(grade: MarkGrade | undefined) => change({ grade: grade ?? null })}
        />
      )}
      {kind === 'points' && (
        <>
          <InputNumber<number>
            {...(id === undefined ? {} : { id })}
            aria-label={named(t('training.form2.points'))}
            value={parts.points}
            onChange={(points) => change({ points })}
          />
          <span aria-hidden>/</span>
          <InputNumber<number>
            aria-label={named(t('training.form2.maximum'))}
            value={parts.maximum}
            onChange={(maximum) => change({ maximum })}
          />
        </>
      )}
    </span>
  );
}
