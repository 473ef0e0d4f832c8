// The ledger of findings. R or one click plans a rectification for a finding; several ticked ones of one agent are joined in one.
import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FINDING_STATUSES, LEDGER_SOURCES, SEVERITIES, type FindingRow } from '../../../shared/contract/findings.ts';
import { PROBLEM_CLASSES, PROTECTION_ELEMENTS } from '../../../shared/contract/vocabulary.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useSpoken } from '../observation/language.ts';
import { SEVERITY_TONES, STATUS_TONES } from './tones.ts';

function useColumns(): readonly Column<FindingRow>[] {
  const { t } = useTranslation();
  const spoken = useSpoken();
  return useMemo((): readonly Column<FindingRow>[] => {
    const text = (
      key: 'agent' | 'number' | 'branch' | 'team' | 'place' | 'serviceContent' | 'scopeOfImpact' | 'clause' | 'foundBy',
      width: number,
      value: (row: FindingRow) => string | null,
      hidden = false,
    ): Column<FindingRow> => ({ key, kind: 'text', header: t(`findings.field.${key}`), width, value, hidden });
    return [
      {
        ...{
          key: 'status',
          kind: 'choice',
          header: t('findings.field.status'),
          width: 104,
          pinned: true,
          filter: true,
        },
        value: (row) => row.status,
        options: FINDING_STATUSES.map((value) => ({ value, label: t(`findings.status.${value}`) })),
        cell: ({ status }) => <StateTag tone={STATUS_TONES[status]}>{t(`findings.status.${status}`)}</StateTag>,
      },
      { key: 'day', kind: 'day', header: t('findings.field.day'), value: (row) => row.day, width: 108, filter: true },
      text('agent', 92, (row) => row.agentName),
      text('number', 92, (row) => row.employeeNumber),
      {
        ...{ key: 'source', kind: 'choice', header: t('findings.field.source'), width: 104, filter: true },
        value: (row) => row.source,
        options: LEDGER_SOURCES.map((value) => ({ value, label: t(`findings.source.${value}`) })),
      },
      {
        ...{ key: 'severity', kind: 'choice', header: t('findings.field.severity'), width: 96, filter: true },
        value: (row) => row.severity,
        options: SEVERITIES.map((value) => ({ value, label: t(`findings.severity.${value}`) })),
        cell: ({ severity }) => (
          <StateTag tone={SEVERITY_TONES[severity]}>{t(`findings.severity.${severity}`)}</StateTag>
        ),
      },
      {
        ...{ key: 'class', kind: 'choice', header: t('findings.field.class'), width: 96, filter: true },
        value: (row) => row.class,
        options: PROBLEM_CLASSES.map((value) => ({ value, label: t(`words.problemClass.${value}`) })),
      },
      {
        ...{ key: 'criterion', kind: 'text', header: t('findings.field.criterion'), width: 128 },
        value: ({ criterion, criterionText }) =>
          criterion === null ? null : `${criterion} ${criterionText === null ? '' : spoken(criterionText)}`,
      },
      {
        ...{ key: 'description', kind: 'text', header: t('findings.field.description'), width: 160, grow: true },
        value: (row) => row.description,
      },
      { key: 'deadline', kind: 'day', header: t('findings.field.deadline'), value: (row) => row.deadline, width: 108 },
      text('place', 120, (row) => row.place, true),
      text('serviceContent', 140, (row) => row.serviceContent, true),
      text('scopeOfImpact', 140, (row) => row.scopeOfImpact, true),
      text('clause', 80, (row) => row.clause, true),
      {
        ...{ key: 'element', kind: 'choice', header: t('findings.field.element'), width: 120, hidden: true },
        value: (row) => row.element,
        options: PROTECTION_ELEMENTS.map((value) => ({ value, label: t(`words.protection.${value}`) })),
      },
      text('branch', 120, (row) => row.branchName, true),
      text('team', 96, (row) => row.team, true),
      text('foundBy', 96, (row) => row.foundBy, true),
    ];
  }, [t, spoken]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, [contenteditable="true"], [role="dialog"]') !== null;

/** Calls back when R is pressed alone and nobody is typing. */
function useKeyR(run: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'r' || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [run]);
}

export function FindingsTab() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { may } = useAccount();
  const navigate = useNavigate();
  const columns = useColumns();
  const list = useQuery({ ...api.findings.list.queryOptions(), staleTime: 0 });
  const [current, setCurrent] = useState<FindingRow | null>(null);
  const [chosen, setChosen] = useState<readonly FindingRow[]>([]);
  const writes = may('findings.write');
  const rows = chosen.length > 0 ? chosen : current === null ? [] : [current];
  const plan = () => {
    if (!writes || rows.length === 0) return;
    if (rows.some(({ status }) => status !== 'open')) void message.warning(t('findings.notOpen'));
    else if (new Set(rows.map(({ agentId }) => agentId)).size > 1) void message.warning(t('findings.severalAgents'));
    else void navigate(`/rectifications/new?findings=${rows.map(({ id }) => id).join(',')}`);
  };
  useKeyR(plan);
  return (
    <DataGrid<FindingRow>
      name="findings"
      title={t('findings.tab.findings')}
      query={{ ...list, data: list.data?.rows }}
      columns={columns}
      rowId={(row) => row.id}
      onOpen={(row) => void navigate(`/findings/${row.id}`)}
      onCurrent={setCurrent}
      {...(writes ? { onSelection: setChosen } : {})}
      rowTone={({ status }) => (status === 'closed' || status === 'noNeed' ? 'quiet' : undefined)}
      empty={{ title: t('findings.empty'), hint: t('findings.emptyHint') }}
      before={
        writes && (
          <Button type="primary" disabled={rows.length === 0} title={t('findings.startKey')} onClick={plan}>
            {chosen.length > 1 ? t('findings.startJoined', { count: chosen.length }) : t('findings.start')}
          </Button>
        )
      }
      foot={writes && (list.data?.total ?? 0) > 0 && <span className="grid-keys">{t('findings.startKey')}</span>}
    />
  );
}
