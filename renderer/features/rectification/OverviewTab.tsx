// 概况: the findings and the course so far; 原因与措施: the plan as it stands, with its edit.
import { Button, Descriptions, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnerInput, PlanFields, RectificationRecord } from '../../../shared/contract/rectification.ts';
import { useAccount } from '../../account.ts';
import { client } from '../../client.ts';
import { useFormat } from '../../format.ts';
import { useWork } from '../findings/useWork.ts';
import { TrainingOfSource } from '../training/TrainingOfSource.tsx';
import { FindingList } from './FindingList.tsx';
import { JoinFindings } from './JoinFindings.tsx';
import { editedPlanDraft } from './planDraft.ts';
import { PlanForm } from './PlanForm.tsx';

interface TabProps {
  readonly record: RectificationRecord;
}

const words = (text: string) => <span className="rect-words">{text}</span>;

const criteriaOf = ({ findingRows }: RectificationRecord): string[] =>
  [...new Set(findingRows.flatMap(({ criterion }) => (criterion === null ? [] : [criterion])))].slice(0, 20);

export function OverviewTab({ record }: TabProps) {
  const { t } = useTranslation();
  const [joining, setJoining] = useState(false);
  const format = useFormat();
  const by = (key: 'submitted' | 'verified' | 'closed', who: string | null, at: string | null) =>
    at === null ? [] : [{ key, label: t(`rectification.column.${key}At`), at, who: who ?? '' }];
  const steps = [
    ...by('submitted', record.submittedBy, record.submittedAt),
    ...by('verified', record.verifiedBy, record.verifiedAt),
    ...by('closed', record.closedBy, record.closedAt),
  ] as const;
  const items = [
    {
      ...{ key: 'deadline', label: t('rectification.plan.deadline') },
      children:
        record.deadline === record.firstDeadline
          ? record.deadline
          : t('rectification.report.extended', { first: record.firstDeadline, last: record.deadline }),
    },
    ...steps.map(({ key, label, who, at }) => ({
      ...{ key, label },
      children: t(`rectification.record.${key}`, { who, time: format.instant(at) }),
    })),
    ...(record.done === null
      ? []
      : [{ key: 'done', label: t('rectification.report.done'), children: words(record.done) }]),
    ...(record.verifiedFact
      ? [{ key: 'fact', label: t('rectification.record.fact'), children: words(record.verifiedFact) }]
      : []),
    ...(record.verifiedReference
      ? [{ key: 'reference', label: t('rectification.record.reference'), children: record.verifiedReference }]
      : []),
    ...(record.nextSteps === null
      ? []
      : [{ key: 'next', label: t('rectification.record.nextSteps'), children: words(record.nextSteps) }]),
  ];
  return (
    <div className="rect-columns">
      <section className="rect-block">
        <h2>
          {t('rectification.record.findings')}{' '}
          {record.refusals.join === null && (
            <Button size="small" onClick={() => setJoining(true)}>
              {t('rectification.move.join')}
            </Button>
          )}
        </h2>
        <FindingList findings={record.findingRows} />
        {joining && <JoinFindings record={record} onClose={() => setJoining(false)} />}
      </section>
      <section className="rect-block">
        <h2>{t('rectification.record.measured')}</h2>
        <Descriptions bordered size="small" column={1} items={items} />
        <h2>{t('training.tabs.plans')}</h2>
        <TrainingOfSource
          reason="rectification"
          sourceId={record.id}
          agentIds={[record.agentId]}
          criteria={criteriaOf(record)}
        />
        {record.extensionRows.length > 0 && (
          <>
            <h2>{t('rectification.record.extensions')}</h2>
            <ul className="rect-list">
              {record.extensionRows.map(({ id, from, to, reason, askedBy, granted, decidedBy, decisionReason }) => (
                <li key={id}>
                  <span className="rect-grow">
                    {t('rectification.record.extension', { from, to, who: askedBy, reason })}
                    <span className="rect-where">
                      {granted === null
                        ? t('rectification.record.waits')
                        : t(granted ? 'rectification.record.granted' : 'rectification.record.refused', {
                            ...{ who: decidedBy ?? '', reason: decisionReason ?? '' },
                          })}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  );
}

const ownerInput = ({ owner }: RectificationRecord): OwnerInput =>
  owner.kind === 'user'
    ? { kind: 'user', userId: owner.userId ?? '' }
    : owner.kind === 'person'
      ? { kind: 'person', name: owner.name }
      : { kind: 'agent' };

const FORM = 'rectification-edit';

function EditDialog({ record, onClose }: TabProps & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const work = useWork();
  const { actor } = useAccount();
  const draft = editedPlanDraft(actor.userId, record.id, record.revision);
  const { id, revision, title, cause, measures, requirements, checkEvery, effectDays } = record;
  const save = async (fields: PlanFields) => {
    const done = t('rectification.record.done');
    if (!(await work(() => client.rectification.edit({ ...fields, id, revision }), done))) return;
    draft.clear();
    onClose();
  };
  return (
    <Modal
      open
      width={1180}
      title={t('rectification.plan.edit')}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      okButtonProps={{ htmlType: 'submit', form: FORM }}
      onCancel={onClose}
    >
      <PlanForm
        id={FORM}
        draft={draft}
        deadline={null}
        initial={{ title, owner: ownerInput(record), cause, measures, requirements, checkEvery, effectDays }}
        onFinish={(fields) => void save(fields)}
      />
    </Modal>
  );
}

export function CauseTab({ record }: TabProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const none = t('words.none');
  const { cause } = record;
  const owner = `${record.owner.name}（${t(`rectification.owner.${record.owner.kind}`)}）`;
  return (
    <>
      {record.refusals.edit === null && (
        <div className="rect-bar">
          <Button onClick={() => setEditing(true)}>{t('rectification.record.edit')}</Button>
        </div>
      )}
      <Descriptions
        bordered
        size="small"
        column={2}
        items={[
          { key: 'owner', label: t('rectification.plan.ownerKind'), children: owner },
          {
            ...{ key: 'effectDays', label: t('rectification.plan.effectDays') },
            children: record.effectDays,
          },
          {
            ...{ key: 'categories', label: t('rectification.plan.categories'), span: 2 },
            children:
              cause.categories.map((one) => t(`rectification.cause.${one}`)).join(t('audit.facts.comma')) || none,
          },
          {
            ...{ key: 'whys', label: t('rectification.plan.whys'), span: 2 },
            children:
              cause.whys.length === 0 ? (
                none
              ) : (
                <ol className="rect-list">
                  {cause.whys.map((why, at) => (
                    <li key={at}>{why}</li>
                  ))}
                </ol>
              ),
          },
          { key: 'root', label: t('rectification.plan.root'), span: 2, children: words(cause.root || none) },
          {
            key: 'measures',
            label: t('rectification.plan.measures'),
            span: 2,
            children: words(record.measures || none),
          },
          {
            ...{ key: 'requirements', label: t('rectification.plan.requirements'), span: 2 },
            children: words(record.requirements || none),
          },
        ]}
      />
      {editing && <EditDialog record={record} onClose={() => setEditing(false)} />}
    </>
  );
}
