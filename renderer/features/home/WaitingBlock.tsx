// What waits for a decision or for work of the reader, the longest waiting first: red lines, then rectifications and complaints.
import { AlertOutlined, FlagFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Home } from '../../../shared/contract/home.ts';
import { daysBetween } from '../../../shared/domain/time.ts';
import { useAppearance } from '../../Appearance.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useFormat } from '../../format.ts';
import { recordAddress } from '../assessment/recordAddress.ts';
import { Block, type Line } from './Block.tsx';

/** Where on the record the work is done. */
const TAB: Partial<Record<Home['waiting'][number]['kind'], string>> = { close: 'told', reexamination: 'after' };

export function WaitingBlock({ home }: { readonly home: Home }) {
  const { t } = useTranslation();
  return (
    <Block
      id="waiting"
      title={t('home.waitingFor')}
      empty={{ title: t('home.waitingEmpty'), hint: t('home.waitingHint') }}
      lines={[...useRedLines(home), ...useWaiting(home)]}
    />
  );
}

/** How long something has waited, in words. */
function useWaits(today: string): (since: string) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (since) => {
    const days = daysBetween(since.length > 10 ? format.day(since) : since, today);
    return days <= 0 ? t('home.waitingToday') : t('home.waiting', { count: days });
  };
}

function useWaiting({ waiting, today }: Home): readonly Line[] {
  const { t } = useTranslation();
  const waits = useWaits(today);
  return waiting.map(({ kind, record, title, agentName, employeeNumber, since, words }) => {
    const tab = TAB[kind];
    return {
      id: `${kind}-${record.id}`,
      to: `${recordAddress(record) ?? '/'}${tab === undefined ? '' : `?tab=${tab}`}`,
      title: [record.kind === 'complaint' ? title : '', agentName, employeeNumber].filter(Boolean).join(' '),
      detail: [
        t(`home.waitingKind.${kind}`),
        record.kind === 'complaint' ? '' : title,
        words === null || words === '' ? '' : t('home.because', { words }),
      ]
        .filter(Boolean)
        .join(' · '),
      tag: (
        <StateTag tone="warn" icon={<AlertOutlined aria-hidden />}>
          {waits(since)}
        </StateTag>
      ),
    };
  });
}

function useRedLines({ redLines, inspectionRedLines, today }: Home): readonly Line[] {
  const { t } = useTranslation();
  const { language } = useAppearance();
  const waits = useWaits(today);
  return [
    ...redLines.map((line) => ({ ...line, day: line.serviceDay, to: `/observations/${line.observationId}` })),
    ...inspectionRedLines.map((line) => ({
      ...line,
      to: line.source === 'record' ? `/records/reviews/${line.sourceId}` : `/patrol/${line.sourceId}`,
    })),
  ]
    .toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt))
    .map((line) => ({
      id: line.id,
      to: `${line.to}?tab=redLines`,
      title: `${line.agentName} ${line.employeeNumber}`,
      detail: [
        t('home.redLine'),
        `${line.clause} ${line.clauseTitle[language === 'en' ? 'en' : 'zh']}`,
        line.day,
        line.recordedBy,
        line.statement ? t('home.statement', { statement: line.statement }) : t('home.noStatement'),
        ...(line.decidable ? [] : [t('home.notDecidable')]),
      ].join(' · '),
      tag: (
        <StateTag tone="danger" icon={<FlagFilled aria-hidden />}>
          {waits(line.recordedAt)}
        </StateTag>
      ),
    }));
}
