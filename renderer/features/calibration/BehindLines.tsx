// The compared answers behind an agreement figure, each with the way to its calibration.
import { useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CALIBRATION_VERDICTS, type ConsistencyLine } from '../../../shared/contract/calibration.ts';
import { INDICATORS } from '../../../shared/contract/vocabulary.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useTongue } from '../observation/language.ts';
import { answerText } from '../observation/record/useAnswerText.ts';
import type { Place } from './NotApplicableTab.tsx';
import { VERDICT_TONES } from './tones.ts';

/** Which lines a figure was made from. */
export interface LinesBehind {
  readonly title: string;
  readonly of: (line: ConsistencyLine) => boolean;
}

/** How many of those in question gave a value: two or more make an item of the agreement figures. */
export const rated = ({ answers }: ConsistencyLine, assessorIds?: readonly string[]): number =>
  answers.filter(
    ({ assessorId, answer }) => (answer?.value ?? null) !== null && (assessorIds?.includes(assessorId) ?? true),
  ).length;

export interface BehindLinesProps {
  readonly place: Place;
  readonly behind: LinesBehind | null;
  readonly onClose: () => void;
}

export function BehindLines({ place, behind, onClose }: BehindLinesProps) {
  const { t } = useTranslation();
  const title = t('calibration.consistency.linesOf', { of: behind?.title ?? '' });
  return (
    <Drawer open={behind !== null} onClose={onClose} size={940} destroyOnHidden title={title}>
      {behind && <Lines place={place} behind={behind} title={title} />}
    </Drawer>
  );
}

function Lines({
  place,
  behind,
  title,
}: {
  readonly place: Place;
  readonly behind: LinesBehind;
  readonly title: string;
}) {
  const { t } = useTranslation();
  const tongue = useTongue();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    ...api.calibration.lines.queryOptions({ input: place }),
    staleTime: 0,
  });
  const { of } = behind;
  const lines = useMemo(() => data?.filter(of), [data, of]);
  const columns = useMemo(
    (): readonly Column<ConsistencyLine>[] => [
      {
        ...{ key: 'serviceAt', kind: 'instant', header: t('calibration.column.serviceAt'), width: 144, sort: 'desc' },
        value: (line) => line.serviceAt,
      },
      {
        ...{ key: 'agent', kind: 'text', header: t('calibration.column.agent'), width: 88 },
        value: (line) => line.agentName,
      },
      {
        ...{ key: 'code', kind: 'text', header: t('calibration.line.code'), width: 84 },
        value: ({ criterion }) => criterion.code,
      },
      {
        ...{ key: 'text', kind: 'text', header: t('calibration.line.text'), width: 160, grow: true },
        value: ({ criterion }) => criterion.text[tongue],
      },
      {
        ...{ key: 'verdict', kind: 'choice', header: t('calibration.line.verdict'), width: 124, filter: true },
        value: ({ verdict }) => verdict,
        options: CALIBRATION_VERDICTS.map((value) => ({ value, label: t(`calibration.verdict.${value}`) })),
        cell: ({ verdict }) => <StateTag tone={VERDICT_TONES[verdict]}>{t(`calibration.verdict.${verdict}`)}</StateTag>,
      },
      {
        ...{ key: 'answers', kind: 'text', header: t('calibration.line.answers'), width: 240 },
        value: ({ criterion, answers }) =>
          answers.map(({ name, answer }) => `${name} ${answerText(t, criterion, answer ?? undefined)}`).join(' · '),
      },
      {
        ...{ key: 'indicator', kind: 'choice', header: t('calibration.line.indicator'), width: 112, hidden: true },
        value: ({ criterion }) => criterion.indicator,
        options: INDICATORS.map((value) => ({ value, label: t(`words.indicator.${value}`) })),
      },
    ],
    [t, tongue],
  );
  return (
    <DataGrid<ConsistencyLine>
      name="calibrationLines"
      title={title}
      query={{ data: lines, error, refetch }}
      columns={columns}
      rowId={({ calibrationId, criterion }) => `${calibrationId} ${criterion.code}`}
      onOpen={({ calibrationId, criterion }) =>
        void navigate(`/calibration/${calibrationId}?tab=criteria&indicator=${criterion.indicator}`)
      }
      height="560px"
      empty={{ title: t('calibration.line.empty'), hint: t('calibration.line.emptyHint') }}
    />
  );
}
