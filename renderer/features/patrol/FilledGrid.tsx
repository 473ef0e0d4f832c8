// A patrol's grid as it was filled in, read only: criteria down, agents across, so that their texts can be read.
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PatrolRecord } from '../../../shared/contract/patrol.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import { cellKey } from '../inspection/inspectionStore.ts';
import { VerdictMark } from '../inspection/StateMark.tsx';
import { useSpoken } from '../observation/language.ts';

export function FilledGrid({ patrol }: { readonly patrol: PatrolRecord }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const verdicts = new Map(patrol.cells.map((cell) => [cellKey(cell), cell.verdict]));
  return (
    <Table<Criterion>
      size="small"
      rowKey="code"
      dataSource={[...patrol.standard.criteria]}
      pagination={false}
      scroll={{ x: 480 + patrol.agents.length * 112 }}
      columns={[
        { title: t('inspection.code'), dataIndex: 'code', width: 88, fixed: 'left' },
        { title: t('inspection.check'), width: 392, render: (_, one) => spoken(one.text) },
        ...patrol.agents.map((agent) => ({
          key: agent.id,
          title: agent.name,
          width: 112,
          render: (_: unknown, one: Criterion) => (
            <VerdictMark verdict={verdicts.get(cellKey({ agentId: agent.id, criterion: one.code })) ?? null} />
          ),
        })),
      ]}
    />
  );
}
