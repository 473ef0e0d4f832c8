// What should be settled before the workbook is sent, each line one click from its work. Coverage goal of 92%: 8.1.
import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportPreview } from '../../../shared/contract/report.ts';
import { COVERAGE_GOAL } from '../../../shared/domain/plan/coverage.ts';
import { percent } from '../../format.ts';
import { lastDay } from './periodWords.ts';

export type OpenWork = 'drafts' | 'redLines' | 'evidence';

export interface BeforeSendingProps {
  readonly preview: ReportPreview;
  readonly onShow: (work: OpenWork) => void;
  /** Chooses the period before; undefined where there is none. */
  readonly onEarlier: (() => void) | undefined;
}

interface Check {
  readonly key: string;
  readonly met: boolean;
  readonly text: string;
  readonly way: ReactNode;
}

export function BeforeSending({ preview, onShow, onEarlier }: BeforeSendingProps) {
  const { t } = useTranslation();
  const { drafts, redLinesPending, agentsWithoutEvidence, coverage, periodEnded } = preview.missing;
  const show = (work: OpenWork, text: string) => (
    <Button type="link" size="small" aria-label={`${t('report.before.show')}: ${text}`} onClick={() => onShow(work)}>
      {t('report.before.show')}
    </Button>
  );
  const counted = (key: OpenWork, count: number): Check => {
    const text = count === 0 ? t(`report.before.${key}None`) : t(`report.before.${key}`, { count });
    return { key, met: count === 0, text, way: show(key, text) };
  };
  const shares = { share: percent(coverage), goal: percent(COVERAGE_GOAL) };
  const covered = coverage >= COVERAGE_GOAL;
  const coverageText = covered ? t('report.before.coverageMet', shares) : t('report.before.coverage', shares);
  const checks: readonly Check[] = [
    counted('drafts', drafts),
    counted('redLines', redLinesPending),
    counted('evidence', agentsWithoutEvidence),
    { key: 'coverage', met: covered, text: coverageText, way: show('evidence', coverageText) },
    {
      key: 'period',
      met: periodEnded,
      text: periodEnded ? t('report.before.ended') : t('report.before.running', { day: lastDay(preview.period) }),
      way: onEarlier && (
        <Button type="link" size="small" onClick={onEarlier}>
          {t('report.before.earlier')}
        </Button>
      ),
    },
  ];
  const open = checks.filter(({ met }) => !met).length;
  return (
    <section className="panel" aria-labelledby="report-before">
      <h2 id="report-before">{t('report.before.title')}</h2>
      <p className="report-before-sum">
        {open === 0 ? t('report.before.settled') : t('report.before.open', { count: open })}
      </p>
      <ul className="report-checks">
        {checks.map(({ key, met, text, way }) => (
          <li key={key} className={met ? 'report-check-met' : 'report-check-open'}>
            {met ? <CheckCircleFilled aria-hidden /> : <ExclamationCircleFilled aria-hidden />}
            <span>
              <span className="visually-hidden">
                {met ? t('report.before.statusMet') : t('report.before.statusOpen')}
              </span>
              {text}
            </span>
            {!met && way}
          </li>
        ))}
      </ul>
    </section>
  );
}
