// Step 4: what was done, and what is left to correct in the file.
import { Button, Flex, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { RosterCounts } from '../../../../shared/contract/roster.ts';

export interface DoneStepProps {
  readonly counts: RosterCounts;
  readonly onAgain: () => void;
}

export function DoneStep({ counts, onAgain }: DoneStepProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { new: added, changed, unchanged, rejected } = counts;
  return (
    <Result
      status="success"
      role="status"
      title={<span className="state-title">{t('people.roster.applied', { added, changed, unchanged, rejected })}</span>}
      subTitle={rejected > 0 ? t('people.roster.rejectedLeft', { count: rejected }) : undefined}
      extra={
        <Flex gap={8} justify="center">
          <Button type="primary" autoFocus onClick={() => void navigate('/people')}>
            {t('people.roster.toList')}
          </Button>
          <Button onClick={onAgain}>{t('people.roster.again')}</Button>
        </Flex>
      }
    />
  );
}
