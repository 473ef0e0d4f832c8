// Right of the items, foldable: the agent's last result, open rectifications, problem records, what failed again and again.
import { CloseOutlined, HistoryOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ObservationRoutes } from './runnerStore.ts';
import { Loaded } from '../../../components/states.tsx';
import { score } from '../../../format.ts';
import { useTongue } from '../language.ts';
import { useRunner } from './runnerContext.ts';
import './background.css';

export interface BackgroundPanelProps {
  readonly query: UseQueryResult<Awaited<ReturnType<ObservationRoutes['background']>>>;
  readonly agent: string;
  readonly onClose: () => void;
}

export function BackgroundPanel({ query, agent, onClose }: BackgroundPanelProps) {
  const { t } = useTranslation();
  const tongue = useTongue();
  const { store } = useRunner();
  const again = (query.data?.repeated ?? []).filter(({ times }) => times > 1);
  const textOf = (code: string) => store.byCode.get(code)?.text[tongue] ?? '';
  const go = (code: string) => (
    <button
      type="button"
      className="known-code"
      disabled={!store.byCode.has(code)}
      onClick={() => store.moveTo(code, true)}
    >
      {code}
    </button>
  );
  return (
    <aside className="known" aria-label={t('observation.background.title')}>
      <div className="known-head">
        <h2>{t('observation.background.of', { agent })}</h2>
        <Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('frame.close')} onClick={onClose} />
      </div>
      <Loaded query={query}>
        {({ last, findings, rectifications }) => (
          <>
            <h3>{t('observation.background.last')}</h3>
            {last === null ? (
              <p className="known-none">{t('observation.background.lastNone')}</p>
            ) : (
              <p className="known-last">
                <span className="known-score">{last.score === null ? '–' : score(last.score)}</span>
                <span>{last.serviceDay}</span>
              </p>
            )}
            <h3>{t('observation.background.rectifications')}</h3>
            {rectifications.length === 0 && (
              <p className="known-none">{t('observation.background.rectificationsNone')}</p>
            )}
            <ul>
              {rectifications.map(({ id, title, deadline, daysOverdue, criteria }) => (
                <li key={id}>
                  {criteria.map((code) => (
                    <span key={code}>{go(code)} </span>
                  ))}
                  {title}
                  <span className="known-times">
                    {daysOverdue > 0
                      ? t('observation.background.overdue', { deadline, count: daysOverdue })
                      : t('observation.background.until', { deadline })}
                  </span>
                </li>
              ))}
            </ul>
            <h3>{t('observation.background.repeated')}</h3>
            {again.length === 0 && <p className="known-none">{t('observation.background.repeatedNone')}</p>}
            <ul>
              {again.map(({ criterion, times }) => (
                <li key={criterion}>
                  {go(criterion)} {textOf(criterion)}{' '}
                  <span className="known-times">
                    <HistoryOutlined aria-hidden /> {t('observation.background.times', { times })}
                  </span>
                </li>
              ))}
            </ul>
            <h3>{t('observation.background.findings')}</h3>
            {findings.length === 0 && <p className="known-none">{t('observation.background.findingsNone')}</p>}
            <ul>
              {findings.map((finding) => (
                <li key={`${finding.observationId}-${finding.criterion}`}>
                  {go(finding.criterion)} {finding.description}
                  <span className="known-times">
                    {finding.serviceDay}
                    {finding.class === null ? '' : ` · ${t(`words.problemClass.${finding.class}`)}`}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </aside>
  );
}
