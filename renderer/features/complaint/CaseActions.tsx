// What can be done with a case beside its next step. Main decides again on every call; what the state never allows is not shown.
import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import { useAccount } from '../../account.ts';
import { ImprovementForm } from '../improvement/ImprovementForm.tsx';
import { ActionDialog, type Action } from './ActionDialogs.tsx';

/** The actions of the case's state, for those who hold the permissions. */
function actionsOf(record: ComplaintRecord, decides: boolean): readonly Action[] {
  const { state, complex, extension, pauses, joined, joinedToId } = record;
  if (state === 'archived') return [];
  if (joinedToId !== null) return record.withdrawal === null ? ['separate', 'withdraw'] : [];
  const paused = pauses.some(({ until }) => until === null);
  const running = state !== 'received' && state !== 'reviewed';
  const beforeHandled =
    state === 'received' || state === 'accepted' || state === 'classified' || state === 'investigated';
  const afterClassified = running && state !== 'accepted';
  return [
    ...(state === 'received' ? [] : (['assign'] as const)),
    'interest',
    ...(state === 'received' || state === 'accepted' ? (['amend'] as const) : []),
    ...(beforeHandled && joined === 0 ? (['join'] as const) : []),
    ...(running ? ([paused ? 'resume' : 'pause'] as const) : []),
    ...(running && decides && !complex ? (['complex'] as const) : []),
    ...(running && decides && complex && !extension ? (['extend'] as const) : []),
    ...(afterClassified ? (['newFacts'] as const) : []),
    ...(record.withdrawal === null ? (['withdraw'] as const) : []),
  ];
}

export function CaseActions({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const [action, setAction] = useState<Action | null>(null);
  const [improving, setImproving] = useState(false);
  const actions = may('complaints.write') ? actionsOf(record, may('complaints.decide')) : [];
  const letter = record.rounds.some((round) => round.handledAt !== null) && record.mayReveal;
  return (
    <>
      {may('findings.write') && record.agentId !== null && (
        <Button onClick={() => void navigate(`/findings/new?source=complaint&id=${record.id}&agent=${record.agentId}`)}>
          {t('complaintCase.act.finding')}
        </Button>
      )}
      {record.agentId === null && record.state !== 'received' && may('improvement.write') && (
        <Button onClick={() => setImproving(true)}>{t('complaintCase.act.improve')}</Button>
      )}
      {letter && (
        <Button onClick={() => void navigate(`/complaints/${record.id}/letter?round=${record.round}`)}>
          {t('complaintCase.act.letter')}
        </Button>
      )}
      {actions.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: actions.map((key) => ({ key, label: t(`complaintCase.act.${key}`), danger: key === 'withdraw' })),
            onClick: ({ key }) => setAction(actions.find((one) => one === key) ?? null),
          }}
        >
          <Button icon={<DownOutlined />}>{t('complaintCase.more')}</Button>
        </Dropdown>
      )}
      {improving && (
        <ImprovementForm
          start={{
            fields: {
              ...{ branchId: record.branchId, kind: 'process', figure: { kind: 'complaintRate' } },
              title: t('complaintCase.improveTitle', { number: record.number }),
              cause: record.rounds.at(-1)?.findings ?? '',
            },
          }}
          onClose={() => setImproving(false)}
        />
      )}
      {action && <ActionDialog record={record} action={action} onClose={() => setAction(null)} />}
    </>
  );
}
