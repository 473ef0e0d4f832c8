// The left of a case: what was complained of, who complained (masked until a logged look), who handles it and who is recused.
import { EyeOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useFormat } from '../../format.ts';
import { BindingTag } from './BindingTag.tsx';
import { useCaseMark } from './useCaseMark.ts';
import { TrainingOfSource } from '../training/TrainingOfSource.tsx';
import { CaseFindings } from './CaseFindings.tsx';

function Complainants({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const ask = useConfirm();
  const reveal = useMutation(api.complaint.reveal.mutationOptions());
  const look = async () => {
    const reason = await ask.reason({
      title: t('complaintCase.reveal.title'),
      text: t('complaintCase.reveal.text'),
      label: t('complaintCase.reveal.reason'),
      ok: t('complaintCase.reveal.button'),
      maxLength: 200,
    });
    if (reason !== null) reveal.mutate({ id: record.id, reason });
  };
  const plain = new Map((reveal.data ?? []).map((person) => [person.id, person]));
  return (
    <>
      <h3>{t('complaintCase.people')}</h3>
      <FailureAlert error={reveal.error} />
      {reveal.data && <Alert type="warning" showIcon title={t('complaintCase.reveal.shown')} />}
      <ul>
        {record.people.map((masked) => {
          const { name, contact } = plain.get(masked.id) ?? masked;
          return (
            <li key={masked.id}>
              {[name || t('complaintCase.anonymous'), contact || t('complaintCase.noContact')].join(' · ')}
            </li>
          );
        })}
      </ul>
      {record.mayReveal && !reveal.data && (
        <Button size="small" className="case-reveal" icon={<EyeOutlined />} onClick={() => void look()}>
          {t('complaintCase.reveal.button')}
        </Button>
      )}
    </>
  );
}

export function CasePeople({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { may } = useAccount();
  const ofCase = useCaseMark(record);
  const { agentId, agentName, employeeNumber, branchName, team, handlers, interests, subjects, joinedCases } = record;
  const agent = agentName ? `${agentName} ${employeeNumber}` : t('complaint.list.noAgent');
  return (
    <section className="case-column" aria-label={t('complaintCase.case')}>
      <h2>{t('complaintCase.case')}</h2>
      <dl className="case-facts">
        <dt>{t('complaint.field.content')}</dt>
        <dd>{record.content}</dd>
        <dt>{t('complaint.field.agent')}</dt>
        <dd>{agentId !== null && may('agents.read') ? <Link to={`/people/${agentId}`}>{agent}</Link> : agent}</dd>
        {agentId === null && record.state !== 'received' && (
          <>
            <dt>{t('complaintCase.act.finding')}</dt>
            <dd>{t('complaintCase.noAgent')}</dd>
          </>
        )}
        <dt>{t('complaint.field.branch')}</dt>
        <dd>{[branchName, team].filter(Boolean).join(' · ')}</dd>
        {record.conclusion && (
          <>
            <dt>{t('complaint.field.conclusion')}</dt>
            <dd>{t(`complaint.conclusion.${record.conclusion}`)}</dd>
          </>
        )}
        {record.element && (
          <>
            <dt>{t('complaintCase.field.element')}</dt>
            <dd>{t(`words.protection.${record.element}`)}</dd>
          </>
        )}
        <dt>{t('complaintCase.facts')}</dt>
        <dd>{t('complaintCase.registered', { at: format.instant(record.registeredAt), by: record.registeredBy })}</dd>
      </dl>
      <Complainants record={record} />
      {may('findings.read') && <CaseFindings caseId={record.joinedToId ?? record.id} />}
      <TrainingOfSource
        reason="complaint"
        sourceId={record.joinedToId ?? record.id}
        {...(record.agentId === null ? {} : { agentIds: [record.agentId] })}
        content="complaint"
      />
      {joinedCases.length > 0 && (
        <>
          <h3>{t('complaintCase.joinedCases')}</h3>
          <ul>
            {joinedCases.map(({ id, number, receivedAt, end, binding }) => (
              <li key={id}>
                <Link to={`/complaints/${id}`}>{number}</Link> {format.day(receivedAt)}{' '}
                {end === 'withdrawn' ? (
                  <StateTag>{t('complaint.end.withdrawn')}</StateTag>
                ) : (
                  <BindingTag binding={binding} />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {handlers.length > 0 && (
        <>
          <h3>{t('complaintCase.handlers')}</h3>
          <ul>
            {handlers.map(({ at, name, reason, ...one }) => (
              <li key={`${one.complaintId} ${at}`}>
                {ofCase(one)}
                {reason
                  ? t('complaintCase.assignedTo', { at: format.instant(at), name, reason })
                  : `${format.instant(at)} ${name}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {(interests.length > 0 || subjects.length > 0) && (
        <>
          {subjects.length > 0 && <h3>{t('complaintCase.subjects')}</h3>}
          <ul>
            {subjects.map(({ userId, name, ...one }) => (
              <li key={`${one.complaintId} ${userId}`}>{ofCase(one) + name}</li>
            ))}
          </ul>
          {interests.length > 0 && <h3>{t('complaintCase.interests')}</h3>}
          <ul>
            {interests.map(({ userId, name, at, reason, ...one }) => (
              <li key={`${one.complaintId} ${userId}`}>
                {ofCase(one)}
                {t('complaintCase.assignedTo', { at: format.instant(at), name, reason })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
