// Distributions by dimension and by item, as bars or as the same numbers in a table.
import { TableOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LIKERT, type Likert, type LikertCounts, type SurveyStatistics } from '../../../../shared/contract/survey.ts';
import type { Bilingual } from '../../../../shared/contract/vocabulary.ts';
import { useAppearance } from '../../../Appearance.tsx';
import { count, score } from '../../../format.ts';
import { surveysAddress, type SurveysAsked } from '../list/addressFilter.ts';
import { LikertBar, LikertLegend } from './LikertBar.tsx';

interface Line {
  readonly key: string;
  readonly label: string;
  readonly head: boolean;
  readonly answers: number;
  readonly counts: LikertCounts | null;
  readonly mean: number | null;
  readonly asked: SurveysAsked;
}

export interface DistributionsProps {
  readonly statistics: SurveyStatistics;
  /** The branch and period as a list of surveys asks for them. */
  readonly asked: SurveysAsked;
}

/** Each dimension followed by its items; items of several versions stand apart. */
function useLines({ statistics, asked }: DistributionsProps): readonly Line[] {
  const { t } = useTranslation();
  const { language } = useAppearance();
  const inLanguage = ({ zh, en }: Bilingual) => (language === 'en' ? en : zh);
  const versions = new Set(statistics.items.map(({ questionnaireNumber }) => questionnaireNumber)).size;
  return statistics.dimensions.flatMap(({ dimension, ...numbers }): Line[] => [
    {
      key: dimension,
      label: t(`words.dimension.${dimension}`),
      head: true,
      ...numbers,
      asked: { ...asked, dimension },
    },
    ...statistics.items
      .filter((item) => item.dimension === dimension)
      .map(({ code, text, questionnaireId, questionnaireNumber, answers, counts, mean }) => ({
        key: `${questionnaireId} ${code}`,
        label: [
          code,
          inLanguage(text),
          ...(versions > 1 ? [`(${t('survey.statistics.version', { number: questionnaireNumber })})`] : []),
        ].join(' '),
        head: false,
        ...{ answers, counts, mean },
        asked: { ...asked, questionnaireId, item: code },
      })),
  ]);
}

export function Distributions(props: DistributionsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [asTable, setAsTable] = useState(false);
  const lines = useLines(props);
  const { least } = props.statistics;
  const toggle = asTable ? t('survey.statistics.asBars') : t('survey.statistics.asTable');
  const open = (asked: SurveysAsked, likert?: Likert) =>
    void navigate(surveysAddress({ ...asked, ...(likert === undefined ? {} : { likert }) }));
  const body = ({ counts, label, asked }: Line): ReactNode => {
    if (counts === null)
      return (
        <td colSpan={asTable ? LIKERT.length : 1} className="likert-few">
          {t('survey.statistics.tooFew', { least })}
        </td>
      );
    if (!asTable)
      return (
        <td>
          <LikertBar label={label} counts={counts} onOpen={(likert) => open(asked, likert)} />
        </td>
      );
    return LIKERT.map((value) => (
      <td key={value} className="likert-number">
        {count(counts[value - 1] ?? 0)}
      </td>
    ));
  };
  return (
    <section className="panel likert-panel" aria-labelledby="likert-title">
      <div className="likert-head">
        <h2 id="likert-title">{t('survey.statistics.distribution')}</h2>
        <LikertLegend />
        <Tooltip title={toggle}>
          <Button
            type="text"
            size="small"
            icon={<TableOutlined />}
            aria-label={toggle}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          />
        </Tooltip>
      </div>
      <table className="likert-table">
        <thead>
          <tr>
            <th scope="col">{t('survey.statistics.row')}</th>
            {asTable ? (
              LIKERT.map((value) => (
                <th key={value} scope="col" className="likert-number" title={t(`survey.likert.v${value}`)}>
                  {value}
                </th>
              ))
            ) : (
              <th scope="col">{t('survey.statistics.openHint')}</th>
            )}
            <th scope="col" className="likert-number">
              {t('survey.statistics.answers')}
            </th>
            <th scope="col" className="likert-number">
              {t('survey.statistics.mean')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key} className={line.head ? 'likert-dimension' : ''}>
              <th scope="row" title={line.label}>
                {line.label}
              </th>
              {body(line)}
              <td className="likert-number">
                <button type="button" className="likert-open" onClick={() => open(line.asked)}>
                  {count(line.answers)}
                </button>
              </td>
              <td className="likert-number">{line.mean === null ? '' : score(line.mean)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
