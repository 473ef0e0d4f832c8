// Opens the assessment of a branch and a period; where there is one already, that one.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Form, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { PeriodKind, type PeriodDays } from '../../../shared/contract/score.ts';
import { periodOf, shiftPeriod } from '../../../shared/domain/time.ts';
import { api, queryClient } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { BranchSelect } from '../people/BranchSelect.tsx';
import { useToday } from '../people/useToday.ts';
import { usePeriodName } from './usePeriodName.ts';

/** Periods offered, the running one first. */
const OFFERED: Readonly<Record<PeriodKind, number>> = { month: 24, quarter: 12, year: 5 };

const offered = (kind: PeriodKind, today: string): readonly PeriodDays[] => {
  const { start } = periodOf(kind, today);
  return Array.from({ length: OFFERED[kind] }, (_, n) => ({ kind, ...shiftPeriod(kind, start, -n) }));
};

export function NewAssessment({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const today = useToday();
  const periodName = usePeriodName();
  const branches = useQuery(api.branches.list.queryOptions());
  const [chosen, setBranch] = useState<string | null>(null);
  const [kind, setKind] = useState<PeriodKind>('month');
  const [start, setStart] = useState<string | null>(null);
  const open = useMutation(
    api.assessment.open.mutationOptions({
      onSuccess: ({ id }) => {
        void queryClient.invalidateQueries({ queryKey: api.assessment.key() });
        void navigate(`/assessments/${id}`);
      },
    }),
  );
  const periods = offered(kind, today);
  // The last one that has ended is the one to assess.
  const period = start ?? periods[1]!.start;
  const branchId = chosen ?? branches.data?.find(({ parentId }) => parentId === null)?.id ?? null;
  return (
    <Modal
      open
      title={t('assessment.list.add')}
      okText={t('assessment.list.create')}
      cancelText={t('frame.cancel')}
      confirmLoading={open.isPending}
      okButtonProps={{ disabled: branchId === null }}
      onOk={() => branchId !== null && open.mutate({ branchId, kind, start: period })}
      onCancel={onClose}
    >
      <FailureAlert error={open.error} />
      <Form layout="vertical">
        <Form.Item label={t('assessment.list.branch')} htmlFor="assessment-branch">
          <BranchSelect id="assessment-branch" value={branchId} onChange={setBranch} />
        </Form.Item>
        <Form.Item label={t('assessment.list.period')} htmlFor="assessment-period">
          <Segmented<PeriodKind>
            block
            className="assessment-kind"
            aria-label={t('assessment.list.kind')}
            value={kind}
            options={PeriodKind.options.map((value) => ({ value, label: t(`score.kind.${value}`) }))}
            onChange={(value) => {
              setKind(value);
              setStart(null);
            }}
          />
          <Select<string>
            id="assessment-period"
            value={period}
            options={periods.map((one, at) => ({
              value: one.start,
              label: at === 0 ? t('assessment.list.running', { period: periodName(one) }) : periodName(one),
            }))}
            onChange={setStart}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
