// 投诉: the cases as a board by state or as a list, under the same filters. N registers a new one.
import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, Segmented } from 'antd';
import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { COMPLAINT_STATES } from '../../../shared/contract/complaintWords.ts';
import type { ComplaintRow } from '../../../shared/contract/complaintRecord.ts';
import { addMonths, periodOf } from '../../../shared/domain/time.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import { kept } from '../../components/kept.ts';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Loaded } from '../../components/states.tsx';
import { BranchSelect } from '../people/BranchSelect.tsx';
import { useToday } from '../people/useToday.ts';
import { DayRangeInputs } from '../responses/DayRangeInputs.tsx';
import { ComplaintBoard } from './ComplaintBoard.tsx';
import { ComplaintTabs } from './ComplaintTabs.tsx';
import { useComplaintColumns } from './useComplaintColumns.tsx';
import './complaint.css';

const VIEWS = ['board', 'grid'] as const;
type View = (typeof VIEWS)[number];
const view = kept<View>('complaints.view', 'board');
const OPEN = COMPLAINT_STATES.filter((state) => state !== 'archived');

/** N leads to the registration, unless something is being typed. */
function useNewKey(open: () => void, may: boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest('input, textarea, [role=dialog]') !== null;
      if (!may || typing || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key.toLowerCase() !== 'n') return;
      event.preventDefault();
      open();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}

export function ComplaintsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { actor, may } = useAccount();
  const today = useToday();
  const [shown, setShown] = useState<View>(view.read);
  // A year of receipts, so that no open case of a long course is left out.
  const [days, setDays] = useState({ from: addMonths(periodOf('month', today).start, -12), to: today });
  const [branchId, setBranchId] = useState<string | null>(null);
  const [mine, setMine] = useState(false);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const columns = useComplaintColumns();
  const input = { ...days, branchId, handlerId: mine ? actor.userId : null, states: open ? OPEN : [], text: wanted };
  const list = useQuery({ ...api.complaint.list.queryOptions({ input }), placeholderData: (before) => before });
  const rows = list.data?.rows;
  const total = list.data?.total ?? 0;
  const add = () => void navigate('/complaints/new');
  const openRow = (row: ComplaintRow) => void navigate(`/complaints/${row.id}`);
  useNewKey(add, may('complaints.write'));
  const bar = (
    <div className="complaint-bar">
      <DayRangeInputs days={days} onChange={setDays} />
      <BranchSelect
        aria-label={t('complaint.field.branch')}
        placeholder={t('complaint.list.branch')}
        allowClear
        value={branchId}
        onChange={setBranchId}
      />
      <Input
        allowClear
        aria-label={t('complaint.list.search')}
        placeholder={t('complaint.list.search')}
        value={text}
        maxLength={60}
        onChange={(event) => setText(event.target.value)}
      />
      <Checkbox checked={open} onChange={(event) => setOpen(event.target.checked)}>
        {t('complaint.list.open')}
      </Checkbox>
      <Checkbox checked={mine} onChange={(event) => setMine(event.target.checked)}>
        {t('complaint.list.mine')}
      </Checkbox>
    </div>
  );
  const cut = rows && rows.length < total && t('complaint.list.cut', { shown: rows.length, total });
  return (
    <Page fill>
      <PageHeader
        title={t('complaint.title')}
        detail={<ComplaintTabs open="list" />}
        actions={
          <>
            <Segmented<View>
              aria-label={t('complaint.view.label')}
              value={shown}
              options={VIEWS.map((value) => ({ value, label: t(`complaint.view.${value}`) }))}
              onChange={(next) => {
                setShown(next);
                view.write(next);
              }}
            />
            {may('complaints.write') && (
              <Button type="primary" icon={<PlusOutlined />} onClick={add}>
                {t('complaint.add')}
              </Button>
            )}
          </>
        }
      />
      {bar}
      {shown === 'board' ? (
        <>
          <Loaded query={list}>{(found) => <ComplaintBoard rows={found.rows} onOpen={openRow} />}</Loaded>
          {cut && <span className="case-board-more">{cut}</span>}
        </>
      ) : (
        <DataGrid<ComplaintRow>
          name="complaints"
          title={t('complaint.title')}
          query={{ data: rows, error: list.error, refetch: list.refetch }}
          columns={columns}
          rowId={(row) => row.id}
          onOpen={openRow}
          rowTone={(row) =>
            row.binding?.state === 'missed' ? 'danger' : row.state === 'archived' ? 'quiet' : undefined
          }
          empty={{ title: t('complaint.list.empty'), hint: t('complaint.list.emptyHint') }}
          foot={cut && <span>{cut}</span>}
        />
      )}
    </Page>
  );
}
