// The findings that started from a complaint, with their state and the rectification that stands for them (4.4).
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { StateTag } from '../../components/StateTag.tsx';

export function CaseFindings({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation();
  const found = useQuery({
    ...api.findings.ofSource.queryOptions({ input: { source: 'complaint', id: caseId } }),
    staleTime: 0,
  });
  return (
    <>
      <h3>{t('complaintCase.findings.title')}</h3>
      <FailureAlert error={found.error} />
      {found.data?.length === 0 && <p>{t('complaintCase.findings.none')}</p>}
      <ul>
        {(found.data ?? []).map(({ id, day, description, status, rectificationId, rectificationState, deadline }) => (
          <li key={id} className="case-line">
            <Link to={`/findings/${id}`}>
              {day} {description}
            </Link>{' '}
            <StateTag tone={status === 'closed' || status === 'noNeed' ? 'met' : 'warn'}>
              {t(`findings.status.${status}`)}
            </StateTag>
            {rectificationId !== null && rectificationState !== null && (
              <div>
                <Link to={`/rectifications/${rectificationId}`}>
                  {t('complaintCase.findings.rectification', { state: t(`rectification.state.${rectificationState}`) })}
                </Link>
                {deadline !== null && ` ${t('complaintCase.findings.until', { day: deadline })}`}
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
