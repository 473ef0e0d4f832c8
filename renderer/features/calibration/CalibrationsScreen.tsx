// 校准: all calibrations as a grid, and the dialog that makes one.
import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import {
  CALIBRATION_SESSION_STATES,
  CALIBRATION_STATES,
  type CalibrationRow,
} from '../../../shared/contract/calibration.ts';
import { SERVICE_KINDS } from '../../../shared/contract/observationRecord.ts';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { CalibrationTabs } from './CalibrationTabs.tsx';
import { CreateCalibration } from './CreateCalibration.tsx';
import { SESSION_TONES, STATE_TONES } from './tones.ts';

function useColumns(): readonly Column<CalibrationRow>[] {
  const { t } = useTranslation();
  return useMemo(
    (): readonly Column<CalibrationRow>[] => [
      {
        key: 'serviceAt',
        kind: 'instant',
        header: t('calibration.column.serviceAt'),
        value: (row) => row.serviceAt,
        width: 144,
        pinned: true,
        filter: true,
      },
      {
        key: 'agent',
        kind: 'text',
        header: t('calibration.column.agent'),
        value: (row) => row.agentName,
        width: 104,
        pinned: true,
      },
      {
        key: 'number',
        kind: 'text',
        header: t('calibration.column.number'),
        value: (row) => row.employeeNumber,
        width: 96,
      },
      {
        key: 'state',
        kind: 'choice',
        header: t('calibration.column.state'),
        value: (row) => row.state,
        options: CALIBRATION_STATES.map((value) => ({ value, label: t(`calibration.state.${value}`) })),
        width: 104,
        filter: true,
        cell: (row) => <StateTag tone={STATE_TONES[row.state]}>{t(`calibration.state.${row.state}`)}</StateTag>,
      },
      {
        key: 'own',
        kind: 'choice',
        header: t('calibration.column.own'),
        value: (row) => row.own ?? 'none',
        options: [
          ...CALIBRATION_SESSION_STATES.map((value) => ({ value, label: t(`calibration.session.${value}`) })),
          { value: 'none', label: t('calibration.notMine') },
        ],
        width: 112,
        filter: true,
        cell: (row) =>
          row.own === null ? (
            t('calibration.notMine')
          ) : (
            <StateTag tone={SESSION_TONES[row.own]}>{t(`calibration.session.${row.own}`)}</StateTag>
          ),
      },
      {
        key: 'submitted',
        kind: 'text',
        header: t('calibration.column.submitted'),
        value: ({ assessors }) =>
          `${assessors.filter(({ state }) => state === 'submitted').length}/${assessors.length}`,
        width: 88,
      },
      {
        key: 'assessors',
        kind: 'text',
        header: t('calibration.column.assessors'),
        value: ({ assessors }) => assessors.map(({ name }) => name).join(' · '),
        width: 160,
        grow: true,
      },
      {
        key: 'percent',
        kind: 'decimal',
        digits: 1,
        header: t('calibration.column.percent'),
        value: ({ percent }) => (percent === null ? null : percent * 100),
        width: 108,
      },
      { key: 'ac1', kind: 'decimal', header: t('calibration.column.ac1'), value: (row) => row.ac1, width: 84 },
      {
        key: 'branch',
        kind: 'text',
        header: t('calibration.column.branch'),
        value: (row) => row.branchName,
        width: 136,
      },
      {
        key: 'team',
        kind: 'text',
        header: t('calibration.column.team'),
        value: (row) => row.team,
        width: 96,
        hidden: true,
      },
      {
        key: 'kind',
        kind: 'choice',
        header: t('calibration.column.kind'),
        value: (row) => row.kind,
        options: SERVICE_KINDS.map((value) => ({ value, label: t(`words.serviceKind.${value}`) })),
        width: 104,
        hidden: true,
      },
      {
        key: 'place',
        kind: 'text',
        header: t('calibration.column.place'),
        value: (row) => row.place,
        width: 120,
        hidden: true,
      },
      {
        key: 'standard',
        kind: 'integer',
        header: t('calibration.column.standard'),
        value: (row) => row.standardNumber,
        width: 96,
        hidden: true,
      },
    ],
    [t],
  );
}

export function CalibrationsScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const columns = useColumns();
  const [creating, setCreating] = useState(false);
  const list = useQuery({ ...api.calibration.list.queryOptions(), staleTime: 0 });
  const create = may('calibration.manage') ? (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
      {t('calibration.create')}
    </Button>
  ) : undefined;
  return (
    <Page fill>
      <PageHeader title={t('calibration.title')} detail={<CalibrationTabs open="list" />} actions={create} />
      <DataGrid<CalibrationRow>
        name="calibrations"
        title={t('calibration.title')}
        query={list}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={(row) => void navigate(`/calibration/${row.id}`)}
        rowTone={(row) => (row.state === 'closed' ? 'quiet' : undefined)}
        empty={{ title: t('calibration.empty'), hint: t('calibration.emptyHint'), action: create }}
      />
      {creating && <CreateCalibration onClose={() => setCreating(false)} />}
    </Page>
  );
}
