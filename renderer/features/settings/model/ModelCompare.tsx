// What the draft would change in a period of a branch: grades before and after, and every agent with both scores.
import { Alert, Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ModelComparison, ModelComparisonRow, ModelDraft } from '../../../../shared/contract/model.ts';
import { GRADES } from '../../../../shared/contract/vocabulary.ts';
import { api, client, queryClient } from '../../../client.ts';
import { Chart } from '../../../components/chart/Chart.tsx';
import { DataGrid, type Column } from '../../../components/grid/DataGrid.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { TaskProgress } from '../../../components/task/TaskProgress.tsx';
import { useTask, type Task } from '../../../components/task/useTask.ts';
import { periodName } from '../../../periodName.ts';
import { PlaceBar } from '../../report/PlaceBar.tsx';
import { useReportChoice } from '../../report/useReportChoice.ts';

const STAGES = ['current', 'draft'] as const;

interface Asked {
  readonly branchId: string;
  readonly kind: ModelComparison['period']['kind'];
  readonly start: string;
}

export type ComparisonTask = Task<Asked, ModelComparison>;

/** Kept by the page above, so that the result stays while another part is looked at. */
export const useComparison = (): ComparisonTask =>
  useTask((signal, input: Asked) => client.model.compare(input, { signal }));

export function ModelCompare({ draft, task }: { readonly draft: ModelDraft | null; readonly task: ComparisonTask }) {
  const { t } = useTranslation();
  const place = useReportChoice();
  const { branch, kind, period } = place;
  if (draft === null) return <EmptyState title={t('model.compare.noDraft')} hint={t('model.compare.noDraftHint')} />;
  const { state } = task;
  return (
    <div className="model-compare">
      <p className="settings-note">{t('model.compare.hint')}</p>
      <div className="model-compare-bar">
        <PlaceBar place={place} />
        <Button
          type="primary"
          disabled={!branch || !period || draft.problems.length > 0 || state.kind === 'running'}
          onClick={() => {
            if (branch && period)
              // The draft may be published once it was compared: the page above says so.
              void task
                .start({ branchId: branch.id, kind, start: period.start })
                .then(() => queryClient.invalidateQueries({ queryKey: api.model.key() }));
          }}
        >
          {t('model.compare.run')}
        </Button>
      </div>
      <TaskProgress
        task={task}
        title={t('model.compare.running')}
        stage={(name) => {
          const known = STAGES.find((one) => one === name);
          return known ? t(`model.compare.stage.${known}`) : '';
        }}
      />
      {state.kind === 'done' && <Result result={state.result} stale={state.result.savedAt !== draft.savedAt} />}
    </div>
  );
}

function useColumns(): readonly Column<ModelComparisonRow>[] {
  const { t } = useTranslation();
  return useMemo((): readonly Column<ModelComparisonRow>[] => {
    const grades = GRADES.map((value) => ({ value, label: t(`words.grade.${value}`) }));
    return [
      {
        key: 'number',
        kind: 'text',
        header: t('model.compare.number'),
        value: (row) => row.employeeNumber,
        width: 96,
      },
      { key: 'name', kind: 'text', header: t('model.compare.name'), value: (row) => row.agentName, width: 96 },
      {
        key: 'team',
        kind: 'text',
        header: t('model.compare.team'),
        value: (row) => row.team,
        width: 96,
        grow: true,
      },
      {
        key: 'changed',
        kind: 'choice',
        header: t('model.compare.changed'),
        value: (row) => (row.gradeChanged ? 'grade' : row.rankChanged ? 'rank' : 'none'),
        options: (['grade', 'rank', 'none'] as const).map((value) => ({
          value,
          label: t(`model.compare.change.${value}`),
        })),
        width: 84,
        filter: true,
        sort: 'asc',
      },
      {
        key: 'gradeBefore',
        kind: 'choice',
        header: t('model.compare.gradeBefore'),
        value: (row) => row.before.grade,
        options: grades,
        width: 110,
      },
      {
        key: 'gradeAfter',
        kind: 'choice',
        header: t('model.compare.gradeAfter'),
        value: (row) => row.after.grade,
        options: grades,
        width: 110,
      },
      {
        key: 'difference',
        kind: 'decimal',
        header: t('model.compare.difference'),
        value: (row) => row.difference,
        width: 84,
      },
      {
        key: 'rankBefore',
        kind: 'integer',
        header: t('model.compare.rankBefore'),
        value: (row) => row.before.rank,
        width: 110,
      },
      {
        key: 'rankAfter',
        kind: 'integer',
        header: t('model.compare.rankAfter'),
        value: (row) => row.after.rank,
        width: 110,
      },
      {
        key: 'compositeBefore',
        kind: 'decimal',
        header: t('model.compare.compositeBefore'),
        value: (row) => row.before.composite,
        width: 124,
      },
      {
        key: 'compositeAfter',
        kind: 'decimal',
        header: t('model.compare.compositeAfter'),
        value: (row) => row.after.composite,
        width: 124,
      },
    ];
  }, [t]);
}

function Result({ result, stale }: { readonly result: ModelComparison; readonly stale: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useColumns();
  return (
    <>
      {stale && <Alert type="warning" showIcon title={t('model.compare.stale')} />}
      <p role="status" className="model-result">
        {t('model.compare.result', {
          branch: result.branchName,
          period: periodName(t, result.period),
          grades: result.gradeChanges,
          ranks: result.rankChanges,
        })}
      </p>
      <div className="model-compare-pair">
        <DataGrid<ModelComparisonRow>
          name="modelComparison"
          title={t('model.compare.title')}
          query={{ data: result.rows, error: null }}
          columns={columns}
          rowId={(row) => row.agentId}
          onOpen={(row) => void navigate(`/people/${row.agentId}`)}
          rowTone={(row) => (row.gradeChanged || row.rankChanged ? undefined : 'quiet')}
          height="380px"
          empty={{ title: t('model.compare.empty'), hint: t('model.compare.emptyHint') }}
        />
        <Chart
          title={t('model.compare.chart')}
          height={300}
          digits={0}
          spec={{
            kind: 'bar',
            min: 0,
            categories: result.grades.map(({ grade }) => t(`words.grade.${grade}`)),
            series: [
              { name: t('model.compare.before'), values: result.grades.map(({ before }) => before) },
              { name: t('model.compare.after'), values: result.grades.map(({ after }) => after) },
            ],
          }}
        />
      </div>
    </>
  );
}
