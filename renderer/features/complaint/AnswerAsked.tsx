// The way to answer a re-examination, for those who may (Art. 20). Everybody else reads who that is, or what to do where nobody may.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { failureText } from '../../failure.ts';

export interface AnswerAskedProps {
  readonly caseId: string;
  readonly onAnswer: () => void;
}

export function AnswerAsked({ caseId, onAnswer }: AnswerAskedProps) {
  const { t } = useTranslation();
  const { actor } = useAccount();
  const people = useQuery({ ...api.complaint.reexaminers.queryOptions({ input: { id: caseId } }), staleTime: 0 });
  if (!people.data) return <FailureAlert error={people.error} />;
  const self = people.data.find(({ id }) => id === actor.userId);
  const able = people.data.filter(({ refused }) => refused === null);
  if (self?.refused === null) return <Button onClick={onAnswer}>{t('complaintCase.act.answerAsked')}</Button>;
  return (
    <>
      {self?.refused && (
        <div>
          {t('complaintDesk.reexamination.refused', {
            reason: failureText(t, { data: { reason: self.refused, params: {} } }),
          })}
        </div>
      )}
      <div>
        {able.length === 0
          ? t('complaintDesk.reexamination.nobody')
          : t('complaintDesk.reexamination.may', {
              names: able.map(({ name }) => name).join(t('complaint.letter.comma')),
            })}
      </div>
    </>
  );
}
