// What the current cell asks, in full: the grid itself has room for codes only. Its verdicts can be given by mouse too.
import { FlagFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { VERDICTS, type Verdict } from '../../../shared/contract/inspection.ts';
import type { PatrolAgent } from '../../../shared/contract/patrol.ts';
import type { Criterion } from '../../../shared/contract/standard.ts';
import { mayBeSpared } from '../../../shared/domain/inspection/verdict.ts';
import { useSpoken } from '../observation/language.ts';

export interface CurrentCheckProps {
  readonly criterion: Criterion | undefined;
  readonly agent: PatrolAgent | undefined;
  readonly onGive: (verdict: Verdict) => void;
}

export function CurrentCheck({ criterion, agent, onGive }: CurrentCheckProps) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  if (!criterion || !agent) return null;
  return (
    <div className="patrol-current" id="patrol-current">
      <div className="patrol-current-words">
        <div>
          <strong>
            {agent.name} · {criterion.code}
          </strong>{' '}
          {criterion.redLine && (
            <span className="patrol-flag">
              <FlagFilled aria-hidden /> {t('words.redLine')}
            </span>
          )}{' '}
          {spoken(criterion.text)}
        </div>
        <div className="inspect-keys">
          {t('inspection.verdict.passed')}: {spoken(criterion.meets)} · {t('inspection.verdict.failed')}:{' '}
          {spoken(criterion.fails)}
        </div>
      </div>
      <div className="patrol-current-give">
        {VERDICTS.map((verdict) => (
          <Button
            key={verdict}
            size="small"
            disabled={verdict === 'notApplicable' && !mayBeSpared(criterion)}
            onClick={() => onGive(verdict)}
          >
            {t(`inspection.verdict.${verdict}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
