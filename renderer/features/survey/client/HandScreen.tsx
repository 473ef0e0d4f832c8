// Hands the screen to clients: whose service they rate, what they will see, how the screen is taken back.
import { useMutation } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../client.ts';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { Page } from '../../../components/Page.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { AgentPicker, type ChosenAgent } from '../../observation/start/AgentPicker.tsx';
import { takeState } from '../../session.ts';
import '../../observation/start/start.css';

export function HandScreen() {
  const { t } = useTranslation();
  const [agent, setAgent] = useState<ChosenAgent | null>(null);
  const hand = useMutation(api.survey.clientBegin.mutationOptions({ onSuccess: takeState }));
  return (
    <Page>
      <PageHeader title={t('survey.hand.title')} />
      <div className="start">
        <p className="start-note">{t('survey.hand.intro')}</p>
        <p className="start-note">{t('survey.hand.privacy')}</p>
        <Form layout="vertical" component="div">
          <Form.Item label={t('survey.hand.agent')} htmlFor="hand-agent" required>
            <AgentPicker id="hand-agent" value={agent} onChange={setAgent} />
          </Form.Item>
          <FailureAlert error={hand.error} />
          <Button
            type="primary"
            size="large"
            // The hands go on from the choice: Enter hands over.
            key={agent?.id ?? ''}
            autoFocus={agent !== null}
            disabled={agent === null}
            loading={hand.isPending}
            onClick={() => agent && hand.mutate({ agentId: agent.id })}
          >
            {t('survey.hand.start')}
          </Button>
        </Form>
      </div>
    </Page>
  );
}
