// Figures of a month with their ratios (5.5), newest first.
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FIGURES, type FigureRow } from '../../../shared/contract/responses.ts';
import { RATIOS, ratiosOf } from '../../../shared/domain/responses/check.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { Page } from '../../components/Page.tsx';
import { FigureForm } from './FigureForm.tsx';
import { ListBefore } from './ListBefore.tsx';
import { agentColumns, keptColumns } from './placeColumns.ts';
import { RATIO_TEXT } from './ratioText.ts';
import { ResponsesHeader } from './ResponsesHeader.tsx';
import { useDays } from './useDays.ts';

/** Behind the ratios that they make; the record shows them, and the column chooser. */
const COUNTED: readonly string[] = ['policies', 'retained', 'repurchased', 'churned'];

function useColumns(): readonly Column<FigureRow>[] {
  const { t } = useTranslation();
  return useMemo<readonly Column<FigureRow>[]>(
    () => [
      {
        key: 'month',
        kind: 'text',
        header: t('responses.field.month'),
        value: (r) => r.month,
        width: 88,
        pinned: true,
      },
      ...agentColumns<FigureRow>(t),
      ...FIGURES.map((figure): Column<FigureRow> => {
        const header = t(`responses.field.${figure}`);
        const value = (r: FigureRow) => r[figure];
        return figure === 'cost' || figure === 'benefit'
          ? { key: figure, kind: 'decimal', header, value, width: 108 }
          : { key: figure, kind: 'integer', header, value, width: 100, hidden: COUNTED.includes(figure) };
      }),
      ...RATIOS.map((ratio): Column<FigureRow> => ({
        key: ratio,
        kind: 'decimal',
        header: t(`responses.ratio.${ratio}`),
        value: (r) => ratiosOf(r)[ratio],
        cell: (r) => RATIO_TEXT[ratio](ratiosOf(r)[ratio]),
        width: 100,
        digits: 4,
      })),
      ...keptColumns<FigureRow>(t),
    ],
    [t],
  );
}

export function FiguresScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [days, setDays] = useDays(0);
  const [withdrawn, setWithdrawn] = useState(false);
  const [adding, setAdding] = useState(false);
  const columns = useColumns();
  const list = useQuery(api.responses.figures.queryOptions({ input: { ...days, withdrawn } }));
  const rows = list.data?.rows;
  const total = list.data?.total ?? 0;
  return (
    <Page fill>
      <ResponsesHeader
        open="figures"
        adds={{ kind: 'figure', label: t('responses.list.addFigure'), start: () => setAdding(true) }}
      />
      <DataGrid<FigureRow>
        name="figures"
        title={t('responses.tabs.figures')}
        query={{ data: rows, error: list.error, refetch: list.refetch }}
        columns={columns}
        rowId={(row) => row.id}
        onOpen={(row) => void navigate(`/responses/record/figure/${row.id}`)}
        rowTone={(row) => (row.state === 'withdrawn' ? 'quiet' : undefined)}
        before={<ListBefore days={days} onChange={setDays} withdrawn={withdrawn} onWithdrawn={setWithdrawn} />}
        empty={{ title: t('responses.list.emptyFigures'), hint: t('responses.list.emptyHint') }}
        foot={rows && rows.length < total && <span>{t('responses.list.cut', { shown: rows.length, total })}</span>}
      />
      {adding && <FigureForm row={null} onClose={() => setAdding(false)} />}
    </Page>
  );
}
