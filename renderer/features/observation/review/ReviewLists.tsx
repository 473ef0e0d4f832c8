// Left of the score: what is missing (each leads to its item), what was found, red lines, what did not apply and why.
import { CheckCircleOutlined, ExclamationCircleOutlined, FlagFilled } from '@ant-design/icons';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Review } from '../../../../shared/contract/observation.ts';
import type { Blocker, ObservationRecord } from '../../../../shared/contract/observationRecord.ts';
import { isUnlikelyIntroduction } from '../../../../shared/domain/observation/introduction.ts';
import { useSpoken } from '../language.ts';
import { standingFindings } from '../standingFindings.ts';
import { useBlockerText } from './useBlockerText.ts';

export interface ReviewListsProps {
  readonly record: ObservationRecord;
  readonly review: Review;
  readonly onItem: (code: string) => void;
  readonly onBlocker: (blocker: Blocker) => void;
}

export function ReviewLists({ record, review, onItem, onBlocker }: ReviewListsProps) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  const blockerText = useBlockerText();
  const criteria = new Map((record.standard?.criteria ?? []).map((one) => [one.code, one]));
  const textOf = (code: string) => {
    const criterion = criteria.get(code);
    return criterion ? spoken(criterion.text) : '';
  };
  const line = (key: string, onClick: () => void, code: string | undefined, text: ReactNode, detail?: ReactNode) => (
    <li key={key}>
      <button type="button" onClick={onClick}>
        {code !== undefined && <span className="review-code">{code}</span>}
        <span>
          {text}
          {detail !== undefined && <span className="review-detail">{detail}</span>}
        </span>
      </button>
    </li>
  );
  const entry = (key: string, code: string, text: ReactNode, detail?: ReactNode) =>
    line(key, () => onItem(code), code, text, detail);
  const content = review.blockers.filter(({ kind }) => kind !== 'assessorSignature' && kind !== 'agentSignature');
  const optional = review.missing.filter(({ required }) => !required);
  const standing = record.redLines.filter(({ state }) => state !== 'retracted');
  const findings = standingFindings(record);
  const { minutes } = record.introduction;
  return (
    <div className="review-lists">
      {isUnlikelyIntroduction(minutes) && (
        <Alert
          type="warning"
          showIcon
          title={t('observation.review.shortIntroduction', { seconds: Math.round((minutes ?? 0) * 60) })}
        />
      )}
      <List
        title={t('observation.review.missing')}
        count={content.length}
        tone={content.length > 0 ? 'open' : 'met'}
        none={t('observation.review.missingNone')}
      >
        {content.map((blocker, at) => {
          const code = 'criterion' in blocker ? blocker.criterion : undefined;
          return line(
            `${blocker.kind}-${at}`,
            () => onBlocker(blocker),
            code,
            blockerText(blocker),
            code === undefined ? undefined : textOf(code),
          );
        })}
      </List>
      {optional.length > 0 && (
        <List title={t('observation.review.optional')} count={optional.length}>
          {optional.map(({ criterion }) => entry(criterion, criterion, textOf(criterion)))}
        </List>
      )}
      <List
        title={t('observation.review.redLines')}
        count={standing.length}
        tone={standing.length > 0 ? 'red' : undefined}
        none={t('observation.review.redLinesNone')}
      >
        {standing.map(({ id, criterion, clause, state }) =>
          entry(
            id,
            criterion,
            textOf(criterion),
            `${t('observation.redLine.onClause', { clause })} · ${t(`observation.redLine.state.${state}`)}`,
          ),
        )}
      </List>
      <List
        title={t('observation.review.findings')}
        count={findings.length}
        none={t('observation.review.findingsNone')}
      >
        {findings.map((finding) =>
          entry(
            finding.id,
            finding.criterion,
            finding.description === '' ? textOf(finding.criterion) : finding.description,
            [finding.class === null ? null : t(`words.problemClass.${finding.class}`), finding.scopeOfImpact]
              .filter(Boolean)
              .join(' · '),
          ),
        )}
      </List>
      <List
        title={t('observation.review.notApplicable')}
        count={review.notApplicable.length}
        none={t('observation.review.notApplicableNone')}
      >
        {review.notApplicable.map(({ criterion, reason, words }) =>
          entry(
            criterion,
            criterion,
            textOf(criterion),
            reason === 'other' ? words : t(`observation.notApplicable.${reason}`),
          ),
        )}
      </List>
    </div>
  );
}

interface ListProps {
  readonly title: string;
  readonly count: number;
  readonly tone?: 'open' | 'met' | 'red' | undefined;
  readonly none?: string;
  readonly children: readonly ReactNode[];
}

function List({ title, count, tone, none, children }: ListProps) {
  return (
    <section className={tone === undefined ? 'review-list' : `review-list review-list-${tone}`}>
      <h2>
        {tone === 'open' && <ExclamationCircleOutlined aria-hidden />}
        {tone === 'met' && <CheckCircleOutlined aria-hidden />}
        {tone === 'red' && <FlagFilled aria-hidden />}
        {title}
        <span className="review-count">{count}</span>
      </h2>
      {count === 0 ? none !== undefined && <p className="review-none">{none}</p> : <ul>{children}</ul>}
    </section>
  );
}
