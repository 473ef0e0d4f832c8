// How strict each assessor was, with counts; a row opens the sessions behind it.
import { Drawer } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SeverityRow } from '../../../shared/contract/calibration.ts';
import { Chart } from '../../components/chart/Chart.tsx';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';

type Session = SeverityRow['rows'][number];

const CHARTED = 20;

export function SeverityTab({ rows }: { readonly rows: readonly SeverityRow[] }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<SeverityRow | null>(null);
  const columns = useMemo(
    (): readonly Column<SeverityRow>[] => [
      {
        key: 'name',
        kind: 'text',
        header: t('calibration.sessions.assessor'),
        value: ({ name }) => name,
        width: 140,
        grow: true,
      },
      {
        key: 'difference',
        kind: 'decimal',
        header: t('calibration.consistency.difference'),
        value: ({ difference }) => difference,
        width: 160,
      },
      {
        key: 'compared',
        kind: 'integer',
        header: t('calibration.consistency.compared'),
        value: ({ compared }) => compared,
        width: 120,
      },
      {
        key: 'sessions',
        kind: 'integer',
        header: t('calibration.consistency.sessionCount'),
        value: ({ sessions }) => sessions,
        width: 120,
      },
    ],
    [t],
  );
  const charted = rows.filter(({ difference }) => difference !== null).slice(0, CHARTED);
  return (
    <div className="calibration-stack">
      <p className="calibration-help">
        {t('calibration.consistency.severityHelp')} {t('calibration.consistency.openRows')}
      </p>
      <div className="calibration-pair">
        <DataGrid<SeverityRow>
          name="assessorSeverity"
          title={t('calibration.consistency.severity')}
          query={{ data: rows, error: null }}
          columns={columns}
          rowId={({ assessorId }) => assessorId}
          onOpen={setOpened}
          height="420px"
          empty={{
            title: t('calibration.consistency.severityEmpty'),
            hint: t('calibration.consistency.severityEmptyHint'),
          }}
        />
        {charted.length > 0 && (
          <Chart
            title={t('calibration.consistency.severityChart')}
            height={360}
            onPick={({ category }) => setOpened(charted[category] ?? null)}
            spec={{
              kind: 'bar',
              horizontal: true,
              categories: charted.map(({ name, compared }) => `${name} (${compared})`),
              series: [
                {
                  name: t('calibration.consistency.difference'),
                  values: charted.map(({ difference }) => difference),
                },
              ],
            }}
          />
        )}
      </div>
      <Drawer
        open={opened !== null}
        onClose={() => setOpened(null)}
        size={820}
        destroyOnHidden
        title={t('calibration.consistency.severityRows', { name: opened?.name ?? '' })}
      >
        {opened && <Sessions rows={opened.rows} />}
      </Drawer>
    </div>
  );
}

function Sessions({ rows }: { readonly rows: readonly Session[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useMemo(
    (): readonly Column<Session>[] => [
      {
        key: 'serviceAt',
        kind: 'instant',
        header: t('calibration.column.serviceAt'),
        value: ({ serviceAt }) => serviceAt,
        width: 144,
        sort: 'desc',
      },
      {
        key: 'agent',
        kind: 'text',
        header: t('calibration.column.agent'),
        value: ({ agentName }) => agentName,
        width: 110,
        grow: true,
      },
      {
        key: 'number',
        kind: 'text',
        header: t('calibration.column.number'),
        value: ({ employeeNumber }) => employeeNumber,
        width: 100,
      },
      {
        key: 'score',
        kind: 'decimal',
        header: t('calibration.consistency.score'),
        value: ({ score }) => score,
        width: 90,
      },
      {
        key: 'others',
        kind: 'decimal',
        header: t('calibration.consistency.others'),
        value: ({ others }) => others,
        width: 100,
      },
      {
        key: 'difference',
        kind: 'decimal',
        header: t('calibration.consistency.difference'),
        value: ({ difference }) => difference,
        width: 150,
      },
    ],
    [t],
  );
  return (
    <DataGrid<Session>
      name="assessorSeveritySessions"
      title={t('calibration.consistency.compared')}
      query={{ data: rows, error: null }}
      columns={columns}
      rowId={({ observationId }) => observationId}
      onOpen={({ observationId }) => void navigate(`/observations/${observationId}`)}
      height="560px"
      empty={{
        title: t('calibration.consistency.severityEmpty'),
        hint: t('calibration.consistency.severityEmptyHint'),
      }}
    />
  );
}
