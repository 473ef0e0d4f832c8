// Why a case is handled once more: who sent it back or recorded new facts, when and with which words, and what the departments found
// unfair. It stands over every step of the round that began so.
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import { useFormat } from '../../format.ts';
import { VerdictWords } from './Verdicts.tsx';

export function RoundBegun({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const before = record.rounds.find(({ round }) => round === record.round - 1);
  const why = before?.outcome;
  if (!before || (why !== 'sentBack' && why !== 'newFacts')) return null;
  const against = before.verdicts.filter((one) => !(one.reasonable && one.byRules && one.rightsKept));
  return (
    <Alert
      className="case-begun"
      type="warning"
      showIcon
      title={t(`complaintDesk.begun.${why}`, {
        at: before.reviewedAt === null ? '' : format.instant(before.reviewedAt),
        by: before.reviewedBy ?? '',
      })}
      description={
        <>
          <p className="letter-part">{before.remark}</p>
          {against.length > 0 && (
            <ul>
              {against.map((verdict) => (
                <li key={verdict.department}>
                  <strong>{t(`complaintCase.departments.${verdict.department}`)}</strong>{' '}
                  <VerdictWords verdict={verdict} />
                </li>
              ))}
            </ul>
          )}
        </>
      }
    />
  );
}
