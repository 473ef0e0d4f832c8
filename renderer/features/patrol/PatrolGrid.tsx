// The grid of a patrol. A mark appears when its verdict is on disk; the record of a failing current cell opens under its row.
import { ExclamationCircleFilled, FlagFilled, LoadingOutlined } from '@ant-design/icons';
import { Fragment, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatrolAgent } from '../../../shared/contract/patrol.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import { missingFields } from '../../../shared/domain/observation/submission.ts';
import { FindingPhotos } from '../inspection/FindingPhotos.tsx';
import { cellKey, useCell, type CellPlace, type InspectionStore } from '../inspection/inspectionStore.ts';
import { ProblemForm } from '../inspection/ProblemForm.tsx';
import { VERDICT_ICONS } from '../inspection/StateMark.tsx';
import { useSpoken } from '../observation/language.ts';

export interface PatrolGridProps {
  readonly store: InspectionStore;
  readonly agents: readonly PatrolAgent[];
  readonly criteria: readonly Criterion[];
  readonly current: CellPlace | undefined;
  /** The index of the cell, row by row. */
  readonly onEnter: (index: number) => void;
}

export function PatrolGrid({ store, agents, criteria, current, onEnter }: PatrolGridProps) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  return (
    <table className="patrol-grid" role="grid" aria-label={t('patrol.run.grid')} aria-describedby="patrol-current">
      <thead>
        <tr>
          <th scope="col">{t('patrol.run.agent')}</th>
          {criteria.map(({ code, text, redLine }) => (
            <th
              key={code}
              scope="col"
              className={code === current?.criterion ? 'patrol-column-current' : ''}
              title={spoken(text)}
            >
              <span className="patrol-code">
                {redLine && <FlagFilled role="img" aria-label={t('words.redLine')} className="patrol-flag" />}
                {code}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {agents.map((agent, row) => {
          const here = agent.id === current?.agentId;
          return (
            <Fragment key={agent.id}>
              <tr className={here ? 'patrol-row-current' : ''}>
                <th scope="row">
                  {agent.name} <span className="inspect-keys">{agent.employeeNumber}</span>
                </th>
                {criteria.map(({ code }, column) => (
                  <PatrolCell
                    key={code}
                    store={store}
                    agentId={agent.id}
                    criterion={code}
                    label={`${agent.name} ${code}`}
                    current={here && code === current?.criterion}
                    index={row * criteria.length + column}
                    onEnter={onEnter}
                  />
                ))}
              </tr>
              {here && <Problem store={store} place={current} span={criteria.length + 1} />}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

interface PatrolCellProps extends CellPlace {
  readonly store: InspectionStore;
  readonly label: string;
  readonly current: boolean;
  readonly index: number;
  readonly onEnter: (index: number) => void;
}

const PatrolCell = memo(function PatrolCell({
  store,
  agentId,
  criterion,
  label,
  current,
  index,
  onEnter,
}: PatrolCellProps) {
  const { t } = useTranslation();
  const place = { agentId, criterion };
  const { verdict, save, finding } = useCell(store, place);
  const open = verdict === 'failed' && missingFields(finding ?? undefined).length > 0;
  const Icon = verdict === null ? null : VERDICT_ICONS[verdict];
  const word = verdict === null ? t('inspection.unlooked') : t(`inspection.verdict.${verdict}`);
  const marks = ['patrol-cell', current && 'patrol-cell-current', verdict !== null && `patrol-cell-${verdict}`];
  return (
    <td
      role="gridcell"
      className={marks.filter(Boolean).join(' ')}
      data-cell={cellKey(place)}
      data-saved={save === 'saved' ? verdict : undefined}
      tabIndex={current ? 0 : -1}
      aria-label={`${label} ${save === 'pending' ? t('observation.save.saving') : word}${open ? ` ${t('inspection.recordOpen')}` : ''}`}
      onFocus={() => onEnter(index)}
      onMouseDown={() => onEnter(index)}
    >
      {save === 'pending' ? <LoadingOutlined aria-hidden /> : Icon && <Icon aria-hidden />}
      {open && <ExclamationCircleFilled aria-hidden className="patrol-open" />}
    </td>
  );
});

interface ProblemProps {
  readonly store: InspectionStore;
  readonly place: CellPlace;
  readonly span: number;
}

function Problem({ store, place, span }: ProblemProps) {
  const cell = useCell(store, place);
  const { verdict, finding, findingSave } = cell;
  if (verdict !== 'failed' || finding === null) return null;
  return (
    <tr>
      <td colSpan={span} className="patrol-problem" data-keys="off">
        <ProblemForm
          key={cellKey(place)}
          name={cellKey(place)}
          fields={finding}
          save={findingSave}
          missing={missingFields(finding)}
          onChange={(fields) => store.edit(place, fields)}
          onRemove={null}
        />
        <FindingPhotos key={`photos ${cellKey(place)}`} store={store} place={place} cell={cell} name={cellKey(place)} />
      </td>
    </tr>
  );
}
