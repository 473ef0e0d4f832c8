// The result in one line: composite, grade, veto with the score before it, how much evidence there is.
import { FlagFilled } from '@ant-design/icons';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AgentScore } from '../../../shared/contract/score.ts';
import type { Grade } from '../../../shared/contract/vocabulary.ts';
import { StateTag, type Tone } from '../../components/StateTag.tsx';
import { score as scoreText } from '../../format.ts';

const TONES: Readonly<Record<Grade, Tone>> = {
  excellent: 'met',
  good: 'met',
  pass: 'accent',
  basic: 'warn',
  fail: 'warn',
  insufficient: 'neutral',
};

export function ScoreHead({ score: { result, sessions, branch } }: { readonly score: AgentScore }) {
  const { t } = useTranslation();
  const only = sessions.length === 1 && !result.sufficient ? (sessions[0]?.score ?? null) : null;
  const facts: readonly (readonly [string, string])[] = [
    [t('score.sessions'), String(result.sessions)],
    [t('score.coverage'), `${Math.round(result.coverage * 100)}%`],
    [t('score.branchMean', { branch: branch.name }), branch.composite === null ? '–' : scoreText(branch.composite)],
  ];
  return (
    <>
      <div className="score-head">
        <div>
          <span className="score-label">{t(result.vetoed ? 'score.beforeVeto' : 'score.composite')}</span>
          <span className="score-figure">{result.composite === null ? '–' : scoreText(result.composite)}</span>
        </div>
        <StateTag
          tone={result.vetoed ? 'danger' : TONES[result.grade]}
          icon={result.vetoed ? <FlagFilled /> : undefined}
        >
          {t(`words.grade.${result.grade}`)}
        </StateTag>
        {only !== null && (
          <div>
            <span className="score-label">{t('score.sessionScore')}</span>
            <span className="score-second">{scoreText(only)}</span>
          </div>
        )}
        <dl className="score-facts">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      {result.vetoed && (
        <Alert
          type="error"
          showIcon
          icon={<FlagFilled />}
          title={t('score.vetoed', {
            graded: result.graded === null ? '–' : scoreText(result.graded),
            composite: result.composite === null ? '–' : scoreText(result.composite),
          })}
        />
      )}
      {!result.vetoed && !result.sufficient && <Alert type="info" showIcon title={t('score.insufficient')} />}
    </>
  );
}
