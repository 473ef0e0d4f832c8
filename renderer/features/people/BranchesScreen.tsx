// 机构: the tree of branches as a list, to add and to change.
import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Branch } from '../../../shared/contract/people.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { BranchForm } from './BranchForm.tsx';
import { branchTree, type BranchRow } from './branchTree.ts';
import { PeopleTabs } from './PeopleTabs.tsx';
import './people.css';

export function BranchesScreen() {
  const { t } = useTranslation();
  const { may } = useAccount();
  const branches = useQuery(api.branches.list.queryOptions());
  const [editing, setEditing] = useState<Branch | 'new' | null>(null);
  const manages = may('branches.manage');
  const rows = useMemo(() => branches.data && branchTree(branches.data), [branches.data]);
  const columns = useMemo<readonly Column<BranchRow>[]>(
    () => [
      {
        key: 'name',
        kind: 'text',
        header: t('people.branch.name'),
        value: (row) => row.name,
        cell: (row) => (
          <span className="branch-name" data-depth={Math.min(row.depth, 6)}>
            {row.name}
          </span>
        ),
        width: 280,
        grow: true,
      },
      { key: 'code', kind: 'text', header: t('people.branch.code'), value: (row) => row.code, width: 160 },
      { key: 'parent', kind: 'text', header: t('people.branch.parent'), value: (row) => row.parentName, width: 240 },
      { key: 'agents', kind: 'integer', header: t('people.branch.agents'), value: (row) => row.agents, width: 130 },
    ],
    [t],
  );
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t('people.branch.add')}
    </Button>
  );
  return (
    <Page fill>
      <PageHeader title={t('people.title')} detail={<PeopleTabs open="branches" />} actions={manages && add} />
      <DataGrid<BranchRow>
        name="branches"
        title={t('people.branch.title')}
        query={{ data: rows, error: branches.error, refetch: branches.refetch }}
        columns={columns}
        rowId={(row) => row.id}
        {...(manages ? { onOpen: (row: BranchRow) => setEditing(row) } : {})}
        empty={{
          title: t('people.branch.empty'),
          hint: t('people.branch.emptyHint'),
          action: manages ? add : undefined,
        }}
      />
      {editing !== null && (
        <BranchForm
          branch={editing === 'new' ? null : editing}
          branches={branches.data ?? []}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  );
}
