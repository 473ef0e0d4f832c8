// One survey: its answers on its own version of the questionnaire, its facts, its history.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Descriptions, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { SurveyRecord } from '../../../../shared/contract/survey.ts';
import { DIMENSIONS, type Bilingual } from '../../../../shared/contract/vocabulary.ts';
import { likertScore } from '../../../../shared/domain/survey/likert.ts';
import { useAppearance } from '../../../Appearance.tsx';
import { api } from '../../../client.ts';
import { RecordFrame } from '../../../components/record/RecordFrame.tsx';
import { Loaded } from '../../../components/states.tsx';
import { StateTag } from '../../../components/StateTag.tsx';
import { score, useFormat } from '../../../format.ts';
import { useWithdraw } from '../useWithdraw.ts';

const HISTORY = { 'survey.entered': 'entered', 'survey.withdrawn': 'withdrawn' } as const;
const isKnown = (action: string): action is keyof typeof HISTORY => Object.hasOwn(HISTORY, action);

function Answers({ survey }: { readonly survey: SurveyRecord }) {
  const { t } = useTranslation();
  const { language } = useAppearance();
  const inLanguage = ({ zh, en }: Bilingual) => (language === 'en' ? en : zh);
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="code"
      dataSource={survey.answers}
      columns={[
        { title: t('survey.record.item'), key: 'item', render: (_, row) => `${row.code} ${inLanguage(row.text)}` },
        {
          title: t('survey.record.dimension'),
          key: 'dimension',
          width: 140,
          render: (_, row) => t(`words.dimension.${row.dimension}`),
        },
        {
          title: t('survey.record.answer'),
          key: 'answer',
          width: 180,
          render: (_, row) =>
            row.likert === null ? t('survey.unanswered') : `${row.likert} ${t(`survey.likert.v${row.likert}`)}`,
        },
        {
          title: t('survey.record.score'),
          key: 'score',
          width: 100,
          align: 'right',
          render: (_, row) => (row.likert === null ? '' : score(likertScore(row.likert))),
        },
      ]}
    />
  );
}

function Facts({ survey }: { readonly survey: SurveyRecord }) {
  const { t } = useTranslation();
  const means = (value: number | null) => (value === null ? t('survey.unanswered') : score(value));
  return (
    <Descriptions
      bordered
      size="small"
      column={2}
      items={[
        { key: 'csi', label: t('survey.column.csi'), children: score(survey.csi) },
        {
          key: 'version',
          label: t('survey.column.questionnaire'),
          children: t('survey.record.version', { number: survey.questionnaireNumber }),
        },
        ...DIMENSIONS.map((dimension) => ({
          key: dimension,
          label: t(`words.dimension.${dimension}`),
          children: means(survey.dimensions[dimension]),
        })),
        { key: 'client', label: t('survey.record.client'), children: survey.client ?? t('survey.anonymous') },
        { key: 'means', label: t('survey.column.means'), children: t(`survey.means.${survey.means}`) },
        {
          key: 'comment',
          label: t('survey.record.comment'),
          span: 2,
          children: survey.comment === '' ? t('survey.record.noComment') : survey.comment,
        },
        { key: 'digest', label: t('survey.record.digest'), span: 2, children: <code>{survey.digest}</code> },
      ]}
    />
  );
}

function Record({ survey }: { readonly survey: SurveyRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const withdraw = useWithdraw();
  const { withdrawn } = survey;
  return (
    <RecordFrame
      title={t('survey.record.title', { agent: survey.agentName })}
      tag={
        <StateTag tone={survey.state === 'counted' ? 'met' : 'neutral'}>{t(`survey.state.${survey.state}`)}</StateTag>
      }
      meta={[
        survey.employeeNumber,
        [survey.branchName, survey.team].filter(Boolean).join(' · '),
        survey.day,
        t(survey.means === 'paper' ? 'survey.record.entered' : 'survey.record.handed', { name: survey.enteredByName }),
      ]}
      actions={
        survey.withdrawable && <Button onClick={() => void withdraw(survey.id)}>{t('survey.list.withdraw')}</Button>
      }
      notice={
        withdrawn && (
          <Alert
            type="info"
            showIcon
            title={t('survey.record.withdrawn', {
              time: format.instant(withdrawn.at),
              by: withdrawn.by,
              reason: withdrawn.reason,
            })}
          />
        )
      }
      tabs={[
        { key: 'answers', label: t('survey.record.answers'), children: <Answers survey={survey} /> },
        { key: 'facts', label: t('survey.record.facts'), children: <Facts survey={survey} /> },
      ]}
      history={survey.history.map(({ seq, action, actor, at }) => ({
        key: seq,
        what: isKnown(action) ? t(`survey.history.${HISTORY[action]}`) : action,
        who: actor ?? '',
        at,
      }))}
    />
  );
}

export function SurveyScreen() {
  const { id = '' } = useParams();
  const survey = useQuery({ ...api.survey.get.queryOptions({ input: { id } }), staleTime: 0 });
  return <Loaded query={survey}>{(data) => <Record key={data.id} survey={data} />}</Loaded>;
}
