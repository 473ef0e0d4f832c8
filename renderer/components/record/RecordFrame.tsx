// The frame in which every record opens: title, state tag, who and when, actions at the right, tabs below, history last.
//   <RecordFrame title={agent.name} tag={<StateTag …/>} meta={[agent.number, agent.branchName]} actions={…}
//     tabs={[{ key: 'score', label: t('…'), children: … }]} history={entries} />
// The open tab stands in the address (?tab=score), so that going back and reopening lead to the same place.
import { Flex, Tabs, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { BackButton } from './BackButton.tsx';
import { History, type HistoryEntry } from './History.tsx';

export interface RecordTab {
  readonly key: string;
  readonly label: ReactNode;
  readonly children: ReactNode;
}

export interface RecordFrameProps {
  readonly title: ReactNode;
  readonly tag?: ReactNode;
  /** Short facts under the title: who and when, number, place. */
  readonly meta?: readonly ReactNode[];
  readonly actions?: ReactNode;
  /** Stands between head and tabs: a warning, a task's progress. */
  readonly notice?: ReactNode;
  readonly tabs: readonly RecordTab[];
  /** Newest first; shown as the last tab. Left out where a record keeps none. */
  readonly history?: readonly HistoryEntry[];
}

export function RecordFrame({ title, tag, meta = [], actions, notice, tabs, history }: RecordFrameProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const all = history
    ? [...tabs, { key: 'history', label: t('frame.record.history'), children: <History entries={history} /> }]
    : tabs;
  const open = all.some((tab) => tab.key === search.get('tab')) ? search.get('tab')! : (all[0]?.key ?? '');
  return (
    <div className="page">
      <Flex className="record-head" align="flex-start" gap={12} wrap>
        <BackButton />
        <div className="record-title">
          <Flex align="center" gap={8} wrap>
            <Typography.Title level={1} className="page-title">
              {title}
            </Typography.Title>
            {tag}
          </Flex>
          {meta.length > 0 && (
            <ul className="record-meta">
              {meta.map((fact, at) => (
                <li key={at}>{fact}</li>
              ))}
            </ul>
          )}
        </div>
        <Flex gap={8} className="page-actions" wrap role="group" aria-label={t('frame.record.actions')}>
          {actions}
        </Flex>
      </Flex>
      {notice}
      <Tabs
        className="record-tabs"
        activeKey={open}
        items={all.map((tab) => ({ key: tab.key, label: tab.label, children: tab.children }))}
        onChange={(key) => {
          setSearch({ tab: key }, { replace: true });
        }}
      />
    </div>
  );
}
