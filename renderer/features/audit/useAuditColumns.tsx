// The columns of the log: who did what to which record, with the way there and the facts in words.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AuditEntry } from '../../../shared/contract/settings.ts';
import type { Column } from '../../components/grid/DataGrid.tsx';
import { useFormat } from '../../format.ts';
import { detailsText, recordAddress, type Names } from './auditDetails.ts';
import { SYSTEM } from './auditSearch.ts';
import { actionWords, entityWords } from './auditWords.ts';

export interface AuditChoices {
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly actions: readonly string[];
  readonly entities: readonly string[];
}

const NONE: AuditChoices = { actors: [], actions: [], entities: [] };

export function useAuditColumns(choices: AuditChoices = NONE, names: Names): readonly Column<AuditEntry>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo<readonly Column<AuditEntry>[]>(
    () => [
      { key: 'seq', kind: 'integer', header: t('audit.seq'), value: (entry) => entry.seq, width: 80, sort: 'desc' },
      {
        key: 'at',
        kind: 'instant',
        header: t('audit.at'),
        value: (entry) => entry.at,
        cell: (entry) => format.instantExact(entry.at),
        filter: true,
        width: 164,
      },
      {
        key: 'actor',
        kind: 'choice',
        header: t('audit.actor'),
        value: (entry) => entry.actorId ?? SYSTEM,
        cell: (entry) => entry.actor ?? t('audit.system'),
        options: [
          ...choices.actors.map(({ id, name }) => ({ value: id, label: name })),
          { value: SYSTEM, label: t('audit.system') },
        ],
        filter: true,
        width: 110,
      },
      {
        key: 'action',
        kind: 'choice',
        header: t('audit.action'),
        value: (entry) => entry.action,
        options: choices.actions.map((value) => ({ value, label: actionWords(t, value) })),
        cell: (entry) => actionWords(t, entry.action),
        filter: true,
        width: 140,
      },
      {
        key: 'entity',
        kind: 'choice',
        header: t('audit.entity'),
        value: (entry) => entry.entity,
        options: choices.entities.map((value) => ({ value, label: entityWords(t, value) })),
        cell: (entry) => entityWords(t, entry.entity),
        filter: true,
        width: 90,
      },
      {
        key: 'record',
        kind: 'text',
        header: t('audit.record'),
        value: (entry) => names[entry.entityId] ?? null,
        cell: (entry) => {
          const address = recordAddress(entry);
          const name = names[entry.entityId] ?? t('audit.open');
          return address === null ? (names[entry.entityId] ?? '') : <Link to={address}>{name}</Link>;
        },
        width: 120,
      },
      {
        key: 'details',
        kind: 'text',
        header: t('audit.details'),
        value: (entry) => detailsText(t, entry, names),
        cell: (entry) => {
          const text = detailsText(t, entry, names);
          return <span title={text}>{text}</span>;
        },
        width: 240,
        grow: true,
      },
      {
        key: 'entityId',
        kind: 'text',
        header: t('audit.entityId'),
        value: (entry) => entry.entityId,
        width: 288,
        hidden: true,
      },
      {
        key: 'hash',
        kind: 'text',
        header: t('audit.hash'),
        value: (entry) => entry.hash,
        width: 160,
        hidden: true,
      },
    ],
    [t, format, choices, names],
  );
}
