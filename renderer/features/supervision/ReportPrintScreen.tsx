// A report of supervision on A4: an issue as it was frozen, or the draft of now; printed or saved as PDF.
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { ReportRecord } from '../../../shared/contract/supervision.ts';
import { api, client } from '../../client.ts';
import { PrintedPage } from '../../components/record/PrintedPage.tsx';
import { useFormat } from '../../format.ts';
import { periodName } from '../../periodName.ts';
import { ReportFigures } from './ReportFigures.tsx';
import '../standard/print.css';
import './supervision.css';

export function ReportPrintScreen() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const asked = Number(search.get('issue') ?? '');
  const number = Number.isInteger(asked) && asked > 0 ? asked : null;
  const report = useQuery({ ...api.supervision.report.queryOptions({ input: { id, number } }), staleTime: 0 });
  return (
    <PrintedPage
      title={t('supervision.report.heading')}
      hint={t('supervision.report.hint')}
      query={report}
      save={{
        label: t('supervision.report.savePdf'),
        run: () => client.supervision.savePdf({ id, number, title: t('supervision.report.heading') }),
        saved: (path) => t('supervision.report.savedTo', { path }),
      }}
    >
      {(one) => <Sheet report={one} />}
    </PrintedPage>
  );
}

function Sheet({ report }: { readonly report: ReportRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shown, issues, period, branchName } = report;
  const { content, number, intact } = shown;
  const issue = issues.find((one) => one.number === number);
  const text = (words: string) => (words === '' ? t('supervision.report.empty') : words);
  return (
    <article className="checklist sheet">
      {!intact && <Alert type="error" showIcon title={t('supervision.report.broken')} />}
      <h2>{t(`supervision.report.headingOf.${period.kind}`)}</h2>
      <p className="checklist-version">
        {branchName} · {periodName(t, period)}
      </p>
      <p className="checklist-version">
        {issue
          ? t('supervision.report.shownIssue', {
              ...{ number: issue.number, time: format.instant(issue.issuedAt), who: issue.issuedBy },
            })
          : t('supervision.report.shownDraft', { time: format.instant(content.figures.asOf) })}
      </p>
      {issue && issue.number !== issues[0]?.number && (
        <p className="checklist-version">
          <strong>{t('supervision.report.replacedBy', { number: issues[0]?.number ?? '' })}</strong>
        </p>
      )}
      {issue?.reason && (
        <p className="checklist-version">{t('supervision.report.reissued', { reason: issue.reason })}</p>
      )}
      <ReportFigures content={content} />
      <section>
        <h3>{t('supervision.report.sections.summary')}</h3>
        <p className="sheet-words">{text(content.texts.summary)}</p>
      </section>
      <section>
        <h3>{t('supervision.report.sections.nextSteps')}</h3>
        <p className="sheet-words">{text(content.texts.nextSteps)}</p>
      </section>
      <dl className="checklist-signs">
        <div>
          <dt>{t('supervision.report.signWriter')}</dt>
          <dd />
        </div>
        <div>
          <dt>{t('supervision.report.sign')}</dt>
          <dd />
        </div>
      </dl>
      {issue && (
        <p className="checklist-version sheet-digest">{t('supervision.report.fullDigest', { digest: issue.digest })}</p>
      )}
    </article>
  );
}
