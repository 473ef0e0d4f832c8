// The clocks that run: red lines that wait for a decision, the longest waiting first.
import { FlagFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Home } from '../../../shared/contract/home.ts';
import { daysBetween } from '../../../shared/domain/time.ts';
import { useAppearance } from '../../Appearance.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useFormat } from '../../format.ts';
import { Block } from './Block.tsx';

export function RedLinesBlock({ home: { redLines, inspectionRedLines, today } }: { readonly home: Home }) {
  const { t } = useTranslation();
  const { language } = useAppearance();
  const format = useFormat();
  return (
    <Block
      id="redLines"
      title={t('home.redLines')}
      empty={{ title: t('home.redLinesEmpty'), hint: t('home.redLinesHint') }}
      lines={[
        ...redLines.map((line) => ({ ...line, day: line.serviceDay, to: `/observations/${line.observationId}` })),
        ...inspectionRedLines.map((line) => ({
          ...line,
          to: line.source === 'record' ? `/records/reviews/${line.sourceId}` : `/patrol/${line.sourceId}`,
        })),
      ]
        .toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt))
        .map((line) => {
          const days = daysBetween(format.day(line.recordedAt), today);
          const waits = days === 0 ? t('home.waitingToday') : t('home.waiting', { count: days });
          return {
            id: line.id,
            to: `${line.to}?tab=redLines`,
            title: `${line.agentName} ${line.employeeNumber}`,
            detail: [
              `${line.clause} ${line.clauseTitle[language === 'en' ? 'en' : 'zh']}`,
              line.day,
              line.recordedBy,
              line.statement ? t('home.statement', { statement: line.statement }) : t('home.noStatement'),
              ...(line.decidable ? [] : [t('home.notDecidable')]),
            ].join(' · '),
            tag: (
              <StateTag tone="danger" icon={<FlagFilled aria-hidden />}>
                {waits}
              </StateTag>
            ),
          };
        })}
    />
  );
}
