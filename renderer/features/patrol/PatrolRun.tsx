// Agents down, criteria across: one key a cell, arrows move, a failing cell opens its problem record under its row.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Verdict } from '../../../shared/contract/inspection.ts';
import type { PatrolRecord } from '../../../shared/contract/patrol.ts';
import { mayBeSpared, nextMissing } from '../../../shared/domain/inspection/verdict.ts';
import { missingFields } from '../../../shared/domain/observation/submission.ts';
import { client } from '../../client.ts';
import { Kbd } from '../../components/Kbd.tsx';
import { BackButton } from '../../components/record/BackButton.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { useFormat } from '../../format.ts';
import { findingPhotoId } from '../inspection/FindingPhotos.tsx';
import {
  cellKey,
  createInspectionStore,
  useInspection,
  type CellPlace,
  type Kept,
} from '../inspection/inspectionStore.ts';
import type { InspectionCommand } from '../inspection/keys.ts';
import { photoRoutes } from '../inspection/photos.ts';
import { problemFieldId } from '../inspection/ProblemForm.tsx';
import { RedLineAsk } from '../inspection/RedLineAsk.tsx';
import { SaveBanner } from '../inspection/SaveBanner.tsx';
import { refreshInspections, useAct } from '../inspection/useAct.ts';
import { useInspectionKeys } from '../inspection/useInspectionKeys.ts';
import { AgentPicker } from '../observation/start/AgentPicker.tsx';
import { CurrentCheck } from './CurrentCheck.tsx';
import { PatrolGrid } from './PatrolGrid.tsx';
import '../inspection/inspection.css';
import '../observation/fullWindow.css';
import './patrol.css';

const keptOf = (record: PatrolRecord): Kept => ({
  savedAt: record.savedAt,
  verdicts: record.cells,
  findings: record.findings,
  photos: record.photos,
  redLines: record.redLines,
});

const focusCell = (place: CellPlace | undefined): void => {
  if (!place) return;
  const cell = document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(cellKey(place))}"]`);
  cell?.focus({ preventScroll: true });
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

export interface PatrolRunProps {
  readonly record: PatrolRecord;
  /** One came along: the record as it is now. */
  readonly onAgents: (record: PatrolRecord) => void;
}

export function PatrolRun({ record, onAgents }: PatrolRunProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const format = useFormat();
  const ask = useConfirm();
  const act = useAct();
  const root = useRef<HTMLDivElement>(null);
  const { id, agents, standard, place: where } = record;
  const { criteria } = standard;
  const [adding, setAdding] = useState(false);
  const [asking, setAsking] = useState<CellPlace | null>(null);
  const [store] = useState(() =>
    createInspectionStore(keptOf(record), {
      give: (place, verdict, redLineConfirmed) => client.patrol.cell({ ...place, id, verdict, redLineConfirmed }),
      finding: (place, fields) => client.patrol.finding({ ...place, id, fields }),
      read: async () => keptOf(await client.patrol.open({ id })),
      ...photoRoutes('patrol', id),
      fresh: () => ({
        occurredAt: record.at,
        place: where,
        serviceContent: t('patrol.run.service'),
        description: '',
        scopeOfImpact: '',
        class: null,
      }),
    }),
  );
  const places = agents.flatMap(({ id: agentId }) => criteria.map(({ code }) => ({ agentId, criterion: code })));
  const answeredNow = () => places.map((place) => store.cell(place).verdict !== null);
  const unfinished = () =>
    places.flatMap((place, at) => {
      const { verdict, finding } = store.cell(place);
      return verdict === 'failed' && missingFields(finding ?? undefined).length > 0 ? [at] : [];
    });
  const [cursor, setCursor] = useState(() => nextMissing(answeredNow(), -1) ?? 0);
  const answered = useInspection(store, () => answeredNow().filter(Boolean).length);
  const left = useInspection(store, () => unfinished().length);
  const savedAt = useInspection(store, (page) => page.savedAt);
  const current = places[cursor];

  const go = (at: number) => {
    setCursor(at);
    focusCell(places[at]);
  };
  const move = (rows: number, columns: number) => {
    const width = criteria.length;
    const row = Math.max(0, Math.min(agents.length - 1, Math.floor(cursor / width) + rows));
    const column = Math.max(0, Math.min(width - 1, (cursor % width) + columns));
    go(row * width + column);
  };
  const goMissing = () => {
    const gaps = unfinished();
    const to = nextMissing(answeredNow(), cursor) ?? gaps.find((at) => at > cursor) ?? gaps[0];
    if (to !== undefined) go(to);
  };
  const give = (verdict: Verdict | null) => {
    const criterion = criteria[cursor % criteria.length];
    if (!current || !criterion || (verdict === 'notApplicable' && !mayBeSpared(criterion))) return;
    if (verdict === 'failed' && criterion.redLine && !store.cell(current).redLine) {
      setAsking(current);
      return;
    }
    store.give(current, verdict);
    if (verdict !== null && verdict !== 'failed' && cursor + 1 < places.length) go(cursor + 1);
  };
  const submit = async () => {
    if ((await store.flush()).failure !== null) return;
    const [gap] = unfinished();
    if (gap !== undefined) {
      go(gap);
      return;
    }
    const empty = answeredNow().filter((one) => !one).length;
    const sure = await ask.confirm({
      title: t('patrol.run.submitTitle'),
      text: t('patrol.run.submitText', { count: empty }),
      ok: t('inspection.submit'),
    });
    if (!sure) return;
    const done = await act(() => client.patrol.submit({ id }));
    if (done) void navigate(`/patrol/${id}`, { replace: true });
  };
  const run = (command: InspectionCommand) => {
    switch (command.kind) {
      case 'verdict':
        give(command.verdict);
        return;
      case 'move':
        move(command.rows, command.columns);
        return;
      case 'edge':
        move(0, command.end ? criteria.length : -criteria.length);
        return;
      case 'nextMissing':
        goMissing();
        return;
      case 'describe':
        if (current) document.getElementById(problemFieldId('description', cellKey(current)))?.focus();
        return;
      case 'photo':
        if (current) document.getElementById(findingPhotoId(cellKey(current)))?.focus();
        return;
      case 'submit':
        void submit();
        return;
    }
  };
  const back = () => focusCell(current);
  useInspectionKeys(root, run, back);
  // The hands begin in the grid.
  const begin = useEffectEvent(back);
  useEffect(() => {
    begin();
    return () => {
      void store.flush().then(refreshInspections);
    };
  }, [store]);

  const add = async (agentId: string) => {
    setAdding(false);
    const now = await act(() => client.patrol.addAgent({ id, agentId }));
    if (now) onAgents({ ...record, agents: now.agents });
  };
  return (
    <div className="runner" ref={root}>
      <header className="runner-bar">
        <BackButton />
        <div>
          <h1 className="runner-agent" title={where}>
            {where}
          </h1>
          <span className="runner-sub">
            {format.instant(record.at)} · {record.patroller.name}
          </span>
        </div>
        <span className="runner-sub patrol-says">{t('patrol.noMeasure')}</span>
        <div className="runner-bar-gap" />
        <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {t('patrol.run.addAgent')}
        </Button>
        <span className="runner-sub">{t('inspection.savedAt', { time: format.time(savedAt) })}</span>
        <span className="runner-answered" role="status">
          {t('inspection.answered', { done: answered, all: places.length })}
        </span>
      </header>
      <SaveBanner store={store} />
      <CurrentCheck
        criterion={criteria[cursor % criteria.length]}
        agent={agents[Math.floor(cursor / criteria.length)]}
        onGive={give}
      />
      <section className="inspect-body patrol-body" aria-label={t('patrol.run.grid')} tabIndex={-1}>
        <PatrolGrid store={store} agents={agents} criteria={criteria} current={current} onEnter={setCursor} />
      </section>
      <footer className="runner-foot">
        <span className="inspect-keys">
          <Kbd>1</Kbd> {t('inspection.verdict.passed')} <Kbd>2</Kbd> {t('inspection.verdict.failed')} <Kbd>0</Kbd>{' '}
          {t('inspection.verdict.notApplicable')} <Kbd>↑ ↓ ← →</Kbd> {t('inspection.keys.move')} <Kbd>N</Kbd>{' '}
          {t('inspection.keys.describe')} <Kbd>P</Kbd> {t('inspection.keys.photo')} <Kbd>Enter</Kbd>{' '}
          {t('inspection.keys.missing')}
        </span>
        <div className="runner-bar-gap" />
        {left > 0 && <span className="inspect-keys">{t('inspection.left', { count: left })}</span>}
        <Button type="primary" onClick={() => void submit()}>
          {t('inspection.submit')} <Kbd>Ctrl Enter</Kbd>
        </Button>
      </footer>
      {asking !== null && (
        <RedLineAsk
          standard={standard}
          code={asking.criterion}
          onCancel={() => {
            setAsking(null);
            requestAnimationFrame(back);
          }}
          onConfirm={() => {
            store.give(asking, 'failed', true);
            setAsking(null);
            requestAnimationFrame(back);
          }}
        />
      )}
      {adding && (
        <Modal open title={t('patrol.run.addAgent')} footer={null} onCancel={() => setAdding(false)}>
          <AgentPicker id="add-agent" value={null} onChange={(agent) => agent && void add(agent.id)} />
        </Modal>
      )}
    </div>
  );
}
