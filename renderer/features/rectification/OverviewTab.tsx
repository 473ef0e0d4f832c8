// 概况: how it stands and what comes next, its findings, training and the extensions.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RectificationRecord } from '../../../shared/contract/rectification.ts';
import { TrainingOfSource } from '../training/TrainingOfSource.tsx';
import { FindingList } from './FindingList.tsx';
import { JoinFindings } from './JoinFindings.tsx';
import { Standing } from './Standing.tsx';

interface TabProps {
  readonly record: RectificationRecord;
}

const criteriaOf = ({ findingRows }: RectificationRecord): string[] =>
  [...new Set(findingRows.flatMap(({ criterion }) => (criterion === null ? [] : [criterion])))].slice(0, 20);

export function OverviewTab({ record }: TabProps) {
  const { t } = useTranslation();
  const [joining, setJoining] = useState(false);
  return (
    <div className="rect-columns">
      <section className="rect-block">
        <h2>{t('rectification.record.measured')}</h2>
        <Standing record={record} />
      </section>
      <section className="rect-block">
        <h2>
          {t('rectification.record.findings')}{' '}
          {record.refusals.join === null && (
            <Button size="small" onClick={() => setJoining(true)}>
              {t('rectification.record.join')}
            </Button>
          )}
        </h2>
        <FindingList findings={record.findingRows} />
        {joining && <JoinFindings record={record} onClose={() => setJoining(false)} />}
        <h2>{t('training.tabs.plans')}</h2>
        <TrainingOfSource
          reason="rectification"
          sourceId={record.id}
          agentIds={[record.agentId]}
          criteria={criteriaOf(record)}
        />
        {record.extensionRows.length > 0 && <Extensions record={record} />}
      </section>
    </div>
  );
}

function Extensions({ record }: TabProps) {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('rectification.record.extensions')}</h2>
      <ul className="rect-list">
        {record.extensionRows.map(({ id, from, to, reason, askedBy, granted, decidedBy, decisionReason }) => (
          <li key={id}>
            <span className="rect-grow">
              {t('rectification.record.extension', { from, to, who: askedBy, reason })}
              <span className="rect-where">
                {granted === null
                  ? t('rectification.record.waits')
                  : t(granted ? 'rectification.record.granted' : 'rectification.record.refused', {
                      ...{ who: decidedBy ?? '', reason: decisionReason ?? '' },
                    })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
