// From a rectification: further findings of its agent that wait are ticked and joined in, those about the same items first.
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FindingRow } from '../../../shared/contract/findings.ts';
import type { RectificationRecord } from '../../../shared/contract/rectification.ts';
import { api, client } from '../../client.ts';
import { EmptyState, Loaded } from '../../components/states.tsx';
import { useSpoken } from '../observation/language.ts';
import { MoveDialog } from './MoveDialog.tsx';
import '../findings/findings.css';

interface JoinFindingsProps {
  readonly record: RectificationRecord;
  readonly onClose: () => void;
}

/** Findings that one call may name. */
const MOST = 100;

export function JoinFindings({ record, onClose }: JoinFindingsProps) {
  const { t } = useTranslation();
  const { agentId, agentName: name } = record;
  const list = useQuery({ ...api.findings.openOf.queryOptions({ input: { agentId } }), staleTime: 0 });
  if (list.data && list.data.length > 0) return <Ticks record={record} rows={list.data} onClose={onClose} />;
  return (
    <Modal open title={t('rectification.join.findings', { name })} footer={null} onCancel={onClose}>
      <Loaded query={list}>
        {() => (
          <EmptyState
            title={t('rectification.join.noFindings', { name })}
            hint={t('rectification.join.noFindingsHint')}
          />
        )}
      </Loaded>
    </Modal>
  );
}

function Ticks({ record, rows, onClose }: JoinFindingsProps & { readonly rows: readonly FindingRow[] }) {
  const { t } = useTranslation();
  const { id, agentName: name, criteria } = record;
  const same = ({ criterion }: FindingRow) => criterion !== null && criteria.includes(criterion);
  const ordered = [...rows.filter(same), ...rows.filter((row) => !same(row))].slice(0, MOST);
  return (
    <MoveDialog<{ readonly findingIds: string[] }>
      title={t('rectification.join.findings', { name })}
      text={t('rectification.join.text')}
      ok={t('rectification.join.ok')}
      initial={{ findingIds: rows.filter(same).map((row) => row.id) }}
      onClose={onClose}
      run={({ findingIds }) => client.rectification.join({ id, findingIds })}
    >
      <Form.Item
        name="findingIds"
        rules={[{ required: true, type: 'array', message: t('rectification.join.tickOne') }]}
      >
        <Checkbox.Group
          className="rect-choices"
          aria-label={t('rectification.join.which')}
          options={ordered.map((row) => ({ value: row.id, label: <Named row={row} /> }))}
        />
      </Form.Item>
    </MoveDialog>
  );
}

function Named({ row }: { readonly row: FindingRow }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const { description, day, source, criterion, criterionText } = row;
  return (
    <span className="rect-choice">
      <span>{description || t('words.none')}</span>
      <span className="rect-where">
        {[
          day,
          t(`findings.source.${source}`),
          criterion === null ? '' : `${criterion} ${criterionText === null ? '' : spoken(criterionText)}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  );
}
