// Said where nobody can be observed yet, with the ways to the first agents for those who may go them.
import { Alert, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccount } from '../../../account.ts';

export function NoAgents() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const manages = may('agents.manage');
  return (
    <Alert
      type="info"
      showIcon
      className="start-no-agents"
      title={t('observation.start.noAgents')}
      description={
        manages ? (
          <Flex gap={8}>
            <Button type="primary" onClick={() => void navigate('/people/roster')}>
              {t('observation.start.importRoster')}
            </Button>
            <Button onClick={() => void navigate('/people?add=1')}>{t('observation.start.addAgent')}</Button>
          </Flex>
        ) : (
          t('observation.start.noAgentsAsk')
        )
      }
    />
  );
}
