// The matters behind a line of BeforeSending, each a link to where it is settled.
import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReportPreview } from '../../../shared/contract/report.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { EmptyState, Loaded } from '../../components/states.tsx';
import { addressToOpen } from '../observation/list/opening.ts';
import type { OpenWork } from './BeforeSending.tsx';
import { lastDay } from './periodWords.ts';

const LISTED = 200;

export interface WorkDrawerProps {
  readonly work: OpenWork | null;
  readonly branchId: string;
  readonly preview: ReportPreview;
  readonly onClose: () => void;
}

interface Entry {
  readonly id: string;
  readonly to: string;
  readonly title: string;
  readonly detail: string;
  /** A second way beside the first. */
  readonly also?: ReactNode;
}

function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return <EmptyState title={t('report.work.none')} hint={t('report.work.noneHint')} />;
  return (
    <>
      <ul className="report-work">
        {entries.slice(0, LISTED).map(({ id, to, title, detail, also }) => (
          <li key={id}>
            <Link to={to}>{title}</Link>
            <span className="report-work-detail">{detail}</span>
            {also}
          </li>
        ))}
      </ul>
      {entries.length > LISTED && <p>{t('report.work.more', { count: entries.length - LISTED })}</p>}
    </>
  );
}

export function WorkDrawer({ work, branchId, preview, onClose }: WorkDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer open={work !== null} onClose={onClose} size={440} title={work && t(`report.work.${work}`)} destroyOnHidden>
      {work === 'drafts' && <Drafts branchId={branchId} preview={preview} />}
      {work === 'redLines' && <RedLines preview={preview} />}
      {work === 'evidence' && <Unobserved preview={preview} />}
    </Drawer>
  );
}

function Drafts({ branchId, preview: { period } }: Pick<WorkDrawerProps, 'branchId' | 'preview'>) {
  const { t } = useTranslation();
  const { actor } = useAccount();
  const list = useQuery({
    ...api.observation.list.queryOptions({
      input: { states: ['inProgress', 'submitted'], from: period.start, to: lastDay(period), branchId, limit: 50_000 },
    }),
    staleTime: 0,
    select: ({ rows }) =>
      rows
        .filter(({ state, amending }) => state === 'inProgress' || amending)
        .map((row): Entry => ({
          id: row.id,
          to: addressToOpen(row, actor.userId),
          title: `${row.agentName} ${row.employeeNumber}`,
          detail: [row.serviceDay, row.place, t('report.work.answered', row), row.assessorName]
            .filter(Boolean)
            .join(' · '),
        })),
  });
  return <Loaded query={list}>{(entries) => <Entries entries={entries} />}</Loaded>;
}

function RedLines({ preview: { period, rows } }: Pick<WorkDrawerProps, 'preview'>) {
  const { t } = useTranslation();
  const numbers = new Set(rows.map(({ employeeNumber }) => employeeNumber));
  const list = useQuery({
    ...api.observation.pendingRedLines.queryOptions(),
    staleTime: 0,
    select: (lines) =>
      lines
        .filter(
          ({ serviceDay, employeeNumber }) =>
            serviceDay >= period.start && serviceDay < period.end && numbers.has(employeeNumber),
        )
        .map((line): Entry => ({
          id: line.id,
          to: `/observations/${line.observationId}?tab=redLines`,
          title: `${line.agentName} ${line.employeeNumber}`,
          detail: [line.serviceDay, t('report.work.clause', line), line.recordedBy].join(' · '),
        })),
  });
  return <Loaded query={list}>{(entries) => <Entries entries={entries} />}</Loaded>;
}

function Unobserved({ preview: { rows, missing } }: Pick<WorkDrawerProps, 'preview'>) {
  const { t } = useTranslation();
  const { may } = useAccount();
  // What belongs to a period that has ended can only be entered from paper.
  const start = `/observations/start?${missing.periodEnded ? 'mode=paper&' : ''}agent=`;
  const entries = rows
    .filter(({ sessions }) => sessions === 0)
    .map((row): Entry => ({
      id: row.agentId,
      to: `/people/${row.agentId}`,
      title: `${row.agentName} ${row.employeeNumber}`,
      detail: row.team,
      also: may('observation.write') && (
        <Link to={`${start}${row.agentId}`}>
          {missing.periodEnded ? t('report.work.late') : t('report.work.observe')}
        </Link>
      ),
    }));
  return <Entries entries={entries} />;
}
