// An agent's score for a period: composite and grade, indicators against the branch, the way of the last periods, the
// sessions behind it, and the derivation down to single answers (scoring model, section 7).
import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PeriodKind, type AgentScore } from '../../../shared/contract/score.ts';
import { Link } from 'react-router';
import { api } from '../../client.ts';
import { DerivationTree } from '../../components/derivation/DerivationTree.tsx';
import { Loaded } from '../../components/states.tsx';
import { periodName } from '../../periodName.ts';
import { useSpoken } from '../observation/language.ts';
import { ScoreCharts } from './ScoreCharts.tsx';
import { ScoreHead } from './ScoreHead.tsx';
import { ScoreSessions } from './ScoreSessions.tsx';
import './score.css';

export function AgentScoreTab({ agentId }: { readonly agentId: string }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<PeriodKind>('quarter');
  const [start, setStart] = useState<string | null>(null);
  const query = useQuery({
    ...api.score.agent.queryOptions({ input: { agentId, kind, start } }),
    placeholderData: (before) => before,
  });
  const periods = query.data?.history ?? [];
  return (
    <div className="score">
      <div className="score-choose">
        <Segmented
          aria-label={t('score.periodKind')}
          value={kind}
          options={PeriodKind.options.map((one) => ({ value: one, label: t(`score.kind.${one}`) }))}
          onChange={(next) => {
            setKind(next);
            setStart(null);
          }}
        />
        {periods.length > 0 && (
          <Select
            aria-label={t('score.period')}
            value={start ?? query.data?.result.period.start ?? null}
            popupMatchSelectWidth={false}
            options={[...periods]
              .reverse()
              .map(({ period }) => ({ value: period.start, label: periodName(t, period) }))}
            onChange={setStart}
          />
        )}
        {query.data && (
          <Link to={`/people/${agentId}/copy?kind=${kind}&start=${query.data.result.period.start}`}>
            {t('appeal.copy.open')}
          </Link>
        )}
      </div>
      <Loaded query={query}>{(score) => <Score score={score} />}</Loaded>
    </div>
  );
}

function Score({ score }: { readonly score: AgentScore }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const versions = useMemo(
    () => new Map(score.sessions.map(({ observationId, standardVersion }) => [observationId, standardVersion])),
    [score.sessions],
  );
  return (
    <>
      <ScoreHead score={score} />
      <div className="score-columns">
        <ScoreCharts score={score} />
        <div className="score-panel">
          <h2>{t('score.how')}</h2>
          <DerivationTree
            key={score.result.period.start}
            root={score.derivation}
            label={t('score.how')}
            depth={3}
            answerLabel={(code, session) => {
              const text = score.criteria[versions.get(session) ?? '']?.[code];
              return text && spoken(text);
            }}
          />
          <p className="score-model">
            {t('score.model', { version: score.model.version, digest: score.model.digest.slice(0, 12) })}
          </p>
        </div>
      </div>
      <ScoreSessions sessions={score.sessions} />
    </>
  );
}
