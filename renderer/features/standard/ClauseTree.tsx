// The clauses as a tree with the number of criteria under each; choosing one narrows the grid.
import { Tree } from 'antd';
import { useMemo, type Key } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clause, Criterion } from '../../../shared/contract/standard.ts';
import { useSpoken } from '../observation/language.ts';
import { isUnder } from './clauses.ts';

export interface ClauseTreeProps {
  readonly clauses: readonly Clause[];
  readonly criteria: readonly Criterion[];
  /** Null: all clauses. */
  readonly chosen: string | null;
  readonly onChoose: (clause: string | null) => void;
}

interface Node {
  readonly key: string;
  readonly title: string;
  readonly count: number;
  readonly children: Node[];
}

/** The key of the root, which is no clause. */
const ALL = 'all';

export function ClauseTree({ clauses, criteria, chosen, onChoose }: ClauseTreeProps) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const tree = useMemo<Node[]>(() => {
    const under = (parent: string | null): Node[] =>
      clauses
        .filter((clause) => clause.parent === parent)
        .map(({ id, title }) => ({
          key: id,
          title: t('standard.clauseTitle', { id, title: spoken(title) }),
          count: criteria.filter(({ clause }) => isUnder(clause, id)).length,
          children: under(id),
        }));
    return [{ key: ALL, title: t('standard.allClauses'), count: criteria.length, children: under(null) }];
  }, [clauses, criteria, spoken, t]);
  const open = useMemo<Key[]>(() => [ALL, ...clauses.map(({ id }) => id)], [clauses]);
  return (
    <Tree<Node>
      className="standard-tree"
      aria-label={t('standard.clauses')}
      blockNode
      treeData={tree}
      defaultExpandedKeys={open}
      selectedKeys={[chosen ?? ALL]}
      onSelect={(_, { node }) => onChoose(node.key === ALL ? null : node.key)}
      titleRender={({ title, count }) => (
        <span className="standard-node">
          <span className="standard-node-title" title={title}>
            {title}
          </span>
          <span className="standard-node-count">{count > 0 ? count : ''}</span>
        </span>
      )}
    />
  );
}
