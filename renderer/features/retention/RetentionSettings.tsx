// Settings › 个人信息保存期限: how long each table keeps personal data and why, what is over it, its removal by a person, what was
// removed, and old copies that still hold it.
import { useQuery } from '@tanstack/react-query';
import { Flex, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionTable } from '../../../shared/contract/retention.ts';
import { api } from '../../client.ts';
import { DueRows } from './DueRows.tsx';
import { OldCopies } from './OldCopies.tsx';
import { PurgeRuns } from './PurgeRuns.tsx';
import { Rules } from './Rules.tsx';
import './retention.css';

const VIEWS = ['rules', 'due', 'runs', 'copies'] as const;
type View = (typeof VIEWS)[number];

export function RetentionSettings() {
  const { t } = useTranslation();
  const [table, setTable] = useState<RetentionTable>('complaint');
  const [view, setView] = useState<View>('rules');
  const rules = useQuery(api.retention.rules.queryOptions());
  const copies = useQuery(api.retention.copies.queryOptions());
  const waiting: Partial<Record<View, number>> = {
    due: rules.data?.reduce((total, { due }) => total + due, 0) ?? 0,
    copies: copies.data?.length ?? 0,
  };
  return (
    <Flex vertical gap={12} className="settings-fill">
      <Segmented
        className="retention-view"
        aria-label={t('retention.view.label')}
        value={view}
        onChange={setView}
        options={VIEWS.map((value) => {
          const name = t(`retention.view.${value}`);
          const count = waiting[value] ?? 0;
          return { value, label: count === 0 ? name : t('retention.viewCount', { view: name, count }) };
        })}
      />
      {view === 'rules' && (
        <Rules
          rules={rules}
          onList={(wanted) => {
            setTable(wanted);
            setView('due');
          }}
        />
      )}
      {view === 'due' && <DueRows table={table} onTable={setTable} rules={rules.data ?? []} />}
      {view === 'runs' && <PurgeRuns />}
      {view === 'copies' && <OldCopies copies={copies} />}
    </Flex>
  );
}
