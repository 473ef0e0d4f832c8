// The columns of the list of complaints.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  COMPLAINT_CATEGORIES,
  COMPLAINT_CHANNELS,
  COMPLAINT_STATES,
  CONCLUSIONS,
} from '../../../shared/contract/complaintWords.ts';
import { LIMIT_STATES } from '../../../shared/contract/complaintClocks.ts';
import type { ComplaintRow } from '../../../shared/contract/complaintRecord.ts';
import type { Column } from '../../components/grid/DataGrid.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { BindingTag } from './BindingTag.tsx';
import { STATE_TONES } from './complaintTones.ts';

export function useComplaintColumns(): readonly Column<ComplaintRow>[] {
  const { t } = useTranslation();
  return useMemo<readonly Column<ComplaintRow>[]>(() => {
    const field = (key: 'number' | 'agent' | 'team' | 'branch' | 'complainant' | 'content' | 'handler' | 'archive') =>
      t(`complaint.field.${key}`);
    return [
      { key: 'number', kind: 'text', header: field('number'), value: (r) => r.number, width: 100, pinned: true },
      {
        key: 'receivedAt',
        kind: 'instant',
        header: t('complaint.field.receivedAt'),
        value: (r) => r.receivedAt,
        width: 136,
      },
      {
        key: 'state',
        kind: 'choice',
        header: t('complaint.field.state'),
        value: (r) => r.state,
        options: COMPLAINT_STATES.map((value) => ({ value, label: t(`complaint.state.${value}`) })),
        cell: (r) => (
          <StateTag tone={STATE_TONES[r.state]}>
            {r.end === 'withdrawn' ? t('complaint.end.withdrawn') : t(`complaint.state.${r.state}`)}
          </StateTag>
        ),
        width: 96,
        filter: true,
      },
      {
        key: 'binding',
        kind: 'choice',
        header: t('complaint.field.binding'),
        value: (r) => r.binding?.state ?? null,
        options: LIMIT_STATES.map((value) => ({ value, label: t(`complaint.limitState.${value}`) })),
        cell: (r) => <BindingTag binding={r.binding} />,
        width: 280,
        filter: true,
      },
      {
        key: 'category',
        kind: 'choice',
        header: t('complaint.field.category'),
        value: (r) => r.category,
        options: COMPLAINT_CATEGORIES.map((value) => ({ value, label: t(`complaint.category.${value}`) })),
        width: 96,
        filter: true,
      },
      { key: 'agent', kind: 'text', header: field('agent'), value: (r) => r.agentName, width: 88 },
      { key: 'complainant', kind: 'text', header: field('complainant'), value: (r) => r.complainant, width: 96 },
      {
        key: 'major',
        kind: 'text',
        header: t('complaint.field.major'),
        value: (r) => (r.major ? t('complaint.list.people', { count: r.complainants }) : null),
        width: 72,
      },
      { key: 'content', kind: 'text', header: field('content'), value: (r) => r.content, width: 140, grow: true },
      { key: 'handler', kind: 'text', header: field('handler'), value: (r) => r.handlerName, width: 88 },
      {
        key: 'channel',
        kind: 'choice',
        header: t('complaint.field.channel'),
        value: (r) => r.channel,
        options: COMPLAINT_CHANNELS.map((value) => ({ value, label: t(`complaint.channel.${value}`) })),
        width: 72,
        hidden: true,
      },
      { key: 'branch', kind: 'text', header: field('branch'), value: (r) => r.branchName, width: 120, hidden: true },
      { key: 'team', kind: 'text', header: field('team'), value: (r) => r.team, width: 96, hidden: true },
      {
        key: 'conclusion',
        kind: 'choice',
        header: t('complaint.field.conclusion'),
        value: (r) => r.conclusion,
        options: CONCLUSIONS.map((value) => ({ value, label: t(`complaint.conclusion.${value}`) })),
        width: 110,
        hidden: true,
      },
      {
        key: 'repeat',
        kind: 'text',
        header: t('complaint.field.repeat'),
        value: (r) => (r.repeat ? t('complaint.list.repeatTag') : null),
        width: 88,
        hidden: true,
      },
      {
        key: 'satisfaction',
        kind: 'integer',
        header: t('complaint.field.satisfaction'),
        value: (r) => r.satisfaction,
        width: 80,
        hidden: true,
      },
      {
        key: 'archive',
        kind: 'text',
        header: field('archive'),
        value: (r) => r.archiveNumber,
        width: 110,
        hidden: true,
      },
    ];
  }, [t]);
}
