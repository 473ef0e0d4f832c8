// Joins findings of one agent into a rectification of theirs whose proof is not handed in yet, or leads to a new plan.
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FindingRow } from '../../../shared/contract/findings.ts';
import type { RectificationRow } from '../../../shared/contract/rectification.ts';
import { api, client } from '../../client.ts';
import { EmptyState, Loaded } from '../../components/states.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { RECTIFICATION_TONES } from '../findings/tones.ts';
import { MoveDialog } from './MoveDialog.tsx';
import '../findings/findings.css';

interface JoinDialogProps {
  /** Open ones of one agent. */
  readonly findings: readonly FindingRow[];
  readonly onPlan: () => void;
  readonly onClose: () => void;
}

export function JoinDialog({ findings, onPlan, onClose }: JoinDialogProps) {
  const { t } = useTranslation();
  const { agentId, agentName: name } = findings[0]!;
  const list = useQuery({ ...api.rectification.joinable.queryOptions({ input: { agentId } }), staleTime: 0 });
  if (list.data && list.data.length > 0) return <Choice findings={findings} rows={list.data} onClose={onClose} />;
  return (
    <Modal
      open
      title={t('rectification.join.title', { count: findings.length, name })}
      footer={null}
      onCancel={onClose}
    >
      <Loaded query={list}>
        {() => (
          <EmptyState
            title={t('rectification.join.none', { name })}
            hint={t('rectification.join.noneHint')}
            action={
              <Button type="primary" autoFocus onClick={onPlan}>
                {t('findings.start')}
              </Button>
            }
          />
        )}
      </Loaded>
    </Modal>
  );
}

interface ChoiceProps {
  readonly findings: readonly FindingRow[];
  readonly rows: readonly RectificationRow[];
  readonly onClose: () => void;
}

function Choice({ findings, rows, onClose }: ChoiceProps) {
  const { t } = useTranslation();
  const criteria = new Set(findings.map(({ criterion }) => criterion));
  // One that is about the same item is likely the one that is meant.
  const likely = rows.find((row) => row.criteria.some((code) => criteria.has(code))) ?? rows[0]!;
  return (
    <MoveDialog<{ readonly id: string }>
      title={t('rectification.join.title', { count: findings.length, name: findings[0]!.agentName })}
      text={t('rectification.join.text')}
      ok={t('rectification.join.ok')}
      initial={{ id: likely.id }}
      onClose={onClose}
      run={({ id }) => client.rectification.join({ id, findingIds: findings.map((finding) => finding.id) })}
    >
      <Form.Item name="id">
        <Radio.Group
          className="rect-choices"
          aria-label={t('rectification.join.which')}
          options={rows.map((row) => ({ value: row.id, label: <Named row={row} /> }))}
        />
      </Form.Item>
    </MoveDialog>
  );
}

function Named({ row }: { readonly row: RectificationRow }) {
  const { t } = useTranslation();
  const { title, state, deadline, daysOverdue, findings, owner } = row;
  return (
    <span className="rect-choice">
      <span>
        {title} <StateTag tone={RECTIFICATION_TONES[state]}>{t(`rectification.state.${state}`)}</StateTag>
      </span>
      <span className="rect-where">
        {[
          daysOverdue > 0
            ? t('rectification.record.overdue', { day: deadline, count: daysOverdue })
            : t('rectification.record.due', { day: deadline }),
          t('rectification.record.owner', { name: owner.name }),
          t('rectification.join.has', { count: findings }),
        ].join(' · ')}
      </span>
    </span>
  );
}
