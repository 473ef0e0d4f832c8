// A state in words with its colour; the colour never stands alone.
//   <StateTag tone="met">已提交</StateTag>
// Tones: neutral, accent (in work), met (green), warn (running out), danger (red lines and overdue only).
import { Tag } from 'antd';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'accent' | 'met' | 'warn' | 'danger';

export interface StateTagProps {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

export function StateTag({ tone = 'neutral', icon, children }: StateTagProps) {
  return (
    <Tag className={`state-tag state-tag-${tone}`} icon={icon}>
      {children}
    </Tag>
  );
}
