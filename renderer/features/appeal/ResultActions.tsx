// Beside an agent's result: the printed copy, and an appeal once it is finalised.
import { PrinterOutlined, SolutionOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ResultHead, ResultRow } from '../../../shared/contract/assessment.ts';
import { useAccount } from '../../account.ts';
import { FileAppeal } from './FileAppeal.tsx';

export interface ResultActionsProps {
  readonly row: Pick<ResultRow, 'agentId' | 'name'>;
  readonly result: Pick<ResultHead, 'id' | 'state'>;
}

export function ResultActions({ row: { agentId, name }, result }: ResultActionsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const [filing, setFiling] = useState(false);
  return (
    <Flex gap={8} className="assessment-links">
      {may('score.read') && (
        <Button
          size="small"
          icon={<PrinterOutlined />}
          onClick={() => void navigate(`/people/${agentId}/copy?result=${result.id}`)}
        >
          {t('appeal.copy.open')}
        </Button>
      )}
      {result.state === 'finalised' && may('appeal.write') && (
        <Button size="small" icon={<SolutionOutlined />} onClick={() => setFiling(true)}>
          {t('appeal.file')}
        </Button>
      )}
      {filing && <FileAppeal resultId={result.id} agentId={agentId} name={name} onClose={() => setFiling(false)} />}
    </Flex>
  );
}
