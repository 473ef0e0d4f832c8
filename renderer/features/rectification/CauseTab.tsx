// 原因与措施: the plan as it stands, with its edit.
import { Button, Descriptions, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnerInput, PlanFields, RectificationRecord } from '../../../shared/contract/rectification.ts';
import { useAccount } from '../../account.ts';
import { client } from '../../client.ts';
import { useWork } from '../findings/useWork.ts';
import { editedPlanDraft } from './planDraft.ts';
import { PlanForm } from './PlanForm.tsx';

interface TabProps {
  readonly record: RectificationRecord;
}

const words = (text: string) => <span className="rect-words">{text}</span>;

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
  const owner = t('rectification.record.ownerAs', {
    ...{ name: record.owner.name, kind: t(`rectification.owner.${record.owner.kind}`) },
  });
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
