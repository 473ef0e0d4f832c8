// The checks of one service record: one key each, a failing one opens its problem record in place, Enter goes to the next
// missing one. No score is shown while it is made.
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Verdict } from '../../../shared/contract/inspection.ts';
import type { ReviewRecord } from '../../../shared/contract/records.ts';
import { mayBeSpared, nextMissing } from '../../../shared/domain/inspection/verdict.ts';
import { missingFields } from '../../../shared/domain/observation/submission.ts';
import { REVIEW_PARTS, partOf } from '../../../shared/domain/records/parts.ts';
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
  type InspectionPage,
  type Kept,
} from '../inspection/inspectionStore.ts';
import type { InspectionCommand } from '../inspection/keys.ts';
import { photoRoutes } from '../inspection/photos.ts';
import { problemFieldId } from '../inspection/ProblemForm.tsx';
import { RedLineAsk } from '../inspection/RedLineAsk.tsx';
import { SaveBanner } from '../inspection/SaveBanner.tsx';
import { refreshInspections, useAct } from '../inspection/useAct.ts';
import { useInspectionKeys } from '../inspection/useInspectionKeys.ts';
import { CheckRow } from './CheckRow.tsx';
import '../inspection/inspection.css';
import '../observation/fullWindow.css';
import './records.css';

const keptOf = (record: ReviewRecord): Kept => ({
  savedAt: record.savedAt,
  verdicts: record.checks.map(({ criterion, verdict }) => ({ agentId: record.agent.id, criterion, verdict })),
  findings: record.findings,
  photos: record.photos,
  redLines: record.redLines,
});

const focusCheck = (code: string): void => {
  const row = document.querySelector<HTMLElement>(`[data-check="${CSS.escape(code)}"]`);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
};

export function ReviewRun({ record }: { readonly record: ReviewRecord }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const format = useFormat();
  const ask = useConfirm();
  const act = useAct();
  const root = useRef<HTMLDivElement>(null);
  const { id, agent, row, standard } = record;
  const { criteria } = standard;
  const placeOf = (criterion: string) => ({ agentId: agent.id, criterion });
  const [asking, setAsking] = useState<string | null>(null);
  const [store] = useState(() =>
    createInspectionStore(keptOf(record), {
      give: ({ criterion }, verdict, redLineConfirmed) =>
        client.records.check({ id, criterion, verdict, redLineConfirmed }),
      finding: ({ criterion }, fields) => client.records.finding({ id, criterion, fields }),
      read: async () => keptOf(await client.records.review({ id })),
      ...photoRoutes('record', id),
      fresh: () => ({
        occurredAt: new Date().toISOString(),
        place: t('records.run.place'),
        serviceContent: `${t(`words.serviceKind.${row.kind}`)} ${row.day} ${row.reference}`,
        description: '',
        scopeOfImpact: '',
        class: null,
      }),
    }),
  );

  const answeredIn = (page: InspectionPage) =>
    criteria.map(({ code }) => (page.cells.get(cellKey(placeOf(code)))?.verdict ?? null) !== null);
  const incomplete = (page: InspectionPage): number[] =>
    criteria.flatMap(({ code, required }, at) => {
      const cell = page.cells.get(cellKey(placeOf(code)));
      const open = (cell?.verdict ?? null) === null;
      const gap = open ? required : cell?.verdict === 'failed' && missingFields(cell.finding ?? undefined).length > 0;
      return gap ? [at] : [];
    });
  const [cursor, setCursor] = useState(() => nextMissing(answeredIn(store.page()), -1) ?? 0);
  const answered = useInspection(store, (page) => answeredIn(page).filter(Boolean).length);
  const left = useInspection(store, (page) => incomplete(page).length);
  const savedAt = useInspection(store, (page) => page.savedAt);

  const go = (at: number) => {
    const to = Math.max(0, Math.min(criteria.length - 1, at));
    setCursor(to);
    focusCheck(criteria[to]?.code ?? '');
  };
  /** To the next without a verdict; with all given, to the next whose problem record is not full. */
  const goMissing = (from: number) => {
    const gaps = incomplete(store.page());
    const to = nextMissing(answeredIn(store.page()), from) ?? gaps.find((at) => at > from) ?? gaps[0];
    if (to !== undefined) go(to);
  };
  const give = (at: number, verdict: Verdict | null, moveOn: boolean) => {
    const criterion = criteria[at];
    if (!criterion || (verdict === 'notApplicable' && !mayBeSpared(criterion))) return;
    const place = placeOf(criterion.code);
    setCursor(at);
    if (verdict === 'failed' && criterion.redLine && !store.cell(place).redLine) {
      setAsking(criterion.code);
      return;
    }
    store.give(place, verdict);
    if (moveOn && verdict !== null && verdict !== 'failed') goMissing(at);
  };
  const submit = async () => {
    if ((await store.flush()).failure !== null) return;
    const [gap] = incomplete(store.page());
    if (gap !== undefined) {
      go(gap);
      return;
    }
    const sure = await ask.confirm({
      title: t('records.run.submitTitle'),
      text: t('records.run.submitText'),
      ok: t('inspection.submit'),
    });
    if (!sure) return;
    const done = await act(() => client.records.submit({ id }));
    if (done) void navigate(`/records/reviews/${id}`, { replace: true });
  };
  const run = (command: InspectionCommand) => {
    switch (command.kind) {
      case 'verdict':
        give(cursor, command.verdict, true);
        return;
      case 'move':
        if (command.rows !== 0) go(cursor + command.rows);
        return;
      case 'edge':
        go(command.end ? criteria.length - 1 : 0);
        return;
      case 'nextMissing':
        goMissing(cursor);
        return;
      case 'describe':
        document.getElementById(problemFieldId('description', criteria[cursor]?.code ?? ''))?.focus();
        return;
      case 'photo':
        document.getElementById(findingPhotoId(criteria[cursor]?.code ?? ''))?.focus();
        return;
      case 'submit':
        void submit();
        return;
    }
  };
  const back = () => focusCheck(criteria[cursor]?.code ?? '');
  useInspectionKeys(root, run, back);
  useEffect(
    () => () => {
      void store.flush().then(refreshInspections);
    },
    [store],
  );
  const parts = useMemo(
    () =>
      REVIEW_PARTS.map((part) => ({
        part,
        checks: criteria.map((criterion, at) => ({ criterion, at })).filter((one) => partOf(one.criterion) === part),
      })).filter(({ checks }) => checks.length > 0),
    [criteria],
  );
  return (
    <div className="runner" ref={root}>
      <header className="runner-bar">
        <BackButton />
        <div>
          <h1 className="runner-agent" title={agent.name}>
            {agent.name}
          </h1>
          <span className="runner-sub">{agent.employeeNumber}</span>
        </div>
        <div>
          <div>{row.reference}</div>
          <span className="runner-sub">
            {[row.day, t(`words.serviceKind.${row.kind}`), row.client].filter(Boolean).join(' · ')}
          </span>
        </div>
        <div className="runner-bar-gap" />
        <span className="runner-sub">{t('inspection.savedAt', { time: format.time(savedAt) })}</span>
        <span className="runner-answered" role="status">
          {t('inspection.answered', { done: answered, all: criteria.length })}
        </span>
      </header>
      <SaveBanner store={store} />
      <section className="inspect-body" aria-label={t('records.run.checks')} tabIndex={-1}>
        {parts.map(({ part, checks }) => (
          <section key={part} className="check-part" aria-labelledby={`part-${part}`}>
            <h2 id={`part-${part}`}>{t(`records.part.${part}`)}</h2>
            {checks.map(({ criterion, at }) => (
              <CheckRow
                key={criterion.code}
                store={store}
                criterion={criterion}
                agentId={agent.id}
                current={at === cursor}
                onEnter={() => setCursor(at)}
                onGive={(verdict) => give(at, verdict, false)}
              />
            ))}
          </section>
        ))}
      </section>
      <footer className="runner-foot">
        <span className="inspect-keys">
          <Kbd>1</Kbd> {t('inspection.verdict.passed')} <Kbd>2</Kbd> {t('inspection.verdict.failed')} <Kbd>0</Kbd>{' '}
          {t('inspection.verdict.notApplicable')} <Kbd>N</Kbd> {t('inspection.keys.describe')} <Kbd>P</Kbd>{' '}
          {t('inspection.keys.photo')} <Kbd>Enter</Kbd> {t('inspection.keys.missing')}
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
          code={asking}
          onCancel={() => {
            setAsking(null);
            requestAnimationFrame(back);
          }}
          onConfirm={() => {
            store.give(placeOf(asking), 'failed', true);
            setAsking(null);
            requestAnimationFrame(back);
          }}
        />
      )}
    </div>
  );
}
