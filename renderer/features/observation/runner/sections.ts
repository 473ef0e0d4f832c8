// The runner's table of contents: stages (4.2) and within them the sections of the handbook, with what is done.
import type { Clause, Criterion, Stage } from '../../../../shared/contract/standard.ts';

export interface Section {
  readonly key: string;
  /** Second level of the handbook: 2.2, with its title; a clause without such a parent stands for itself. */
  readonly clause: string;
  readonly codes: readonly string[];
}

export interface StageSections {
  readonly stage: Stage;
  readonly codes: readonly string[];
  readonly sections: readonly Section[];
}

const sectionOf = (clause: string): string => clause.split('.').slice(0, 2).join('.');

/** Stages and sections in the order of the items. */
export function sectionsOf(
  criteria: readonly Pick<Criterion, 'code' | 'clause' | 'stage'>[],
): readonly StageSections[] {
  const stages = new Map<Stage, Map<string, string[]>>();
  for (const { code, clause, stage } of criteria) {
    if (stage === null) continue;
    const sections = stages.get(stage) ?? new Map<string, string[]>();
    stages.set(stage, sections);
    const key = sectionOf(clause);
    sections.set(key, [...(sections.get(key) ?? []), code]);
  }
  return [...stages].map(([stage, sections]) => ({
    stage,
    codes: [...sections.values()].flat(),
    sections: [...sections].map(([clause, codes]) => ({ key: `${stage}-${clause}`, clause, codes })),
  }));
}

/** A clause's title in the language; its number where the version lacks it. */
export function clauseTitle(clauses: readonly Clause[], id: string, language: 'zh' | 'en'): string {
  return clauses.find((clause) => clause.id === id)?.title[language] ?? id;
}
