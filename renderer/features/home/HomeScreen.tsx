// 工作台: today, what waits for a decision, what is unfinished, the period so far. Each line is one click or Enter from its work.
import { PlayCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAccount } from '../../account.ts';
import { api } from '../../client.ts';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { EmptyState, Loaded } from '../../components/states.tsx';
import { MissingYears } from '../calendar/MissingYears.tsx';
import { AppealsLine } from './AppealsLine.tsx';
import { BackupAge } from './BackupAge.tsx';
import { ClocksBlock } from './ClocksBlock.tsx';
import { DraftsBlock } from './DraftsBlock.tsx';
import { ImprovementLine } from './ImprovementLine.tsx';
import { PeriodBlock } from './PeriodBlock.tsx';
import { PlannedBlock } from './PlannedBlock.tsx';
import { TrainingLine } from './TrainingLine.tsx';
import { WaitingBlock } from './WaitingBlock.tsx';
import './home.css';

export function HomeScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { may } = useAccount();
  const reads = may('observation.read');
  const home = useQuery({ ...api.home.get.queryOptions(), enabled: reads, staleTime: 0 });
  const missing = useQuery({ ...api.calendar.missing.queryOptions(), staleTime: 0 });
  return (
    <Page fill>
      <PageHeader
        title={t('home.title')}
        detail={home.data && <BackupAge home={home.data} />}
        actions={
          may('observation.write') && (
            <Button
              type="primary"
              size="large"
              icon={<PlayCircleOutlined />}
              onClick={() => void navigate('/observations/start')}
            >
              {t('home.start')}
            </Button>
          )
        }
      />
      <MissingYears years={missing.data?.years ?? []} brief />
      <div className="home-reminders">
        {may('appeal.read') && <AppealsLine />}
        {may('training.read') && <TrainingLine />}
        {may('improvement.read') && <ImprovementLine />}
      </div>
      {reads ? (
        <Loaded query={home}>
          {(data) => (
            <div className={may('responses.read') ? 'home home-with-clocks' : 'home'}>
              <PlannedBlock home={data} />
              <WaitingBlock home={data} />
              {may('responses.read') && <ClocksBlock home={data} />}
              <DraftsBlock home={data} />
              {data.period && <PeriodBlock period={data.period} unobserved={data.unobserved} />}
            </div>
          )}
        </Loaded>
      ) : (
        <EmptyState title={t('home.nothing')} hint={t('home.nothingHint')} />
      )}
    </Page>
  );
}
