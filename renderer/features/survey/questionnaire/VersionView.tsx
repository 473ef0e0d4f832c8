// A version as it is asked: its items in both languages, why and when it was published, its history.
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Questionnaire } from '../../../../shared/contract/survey.ts';
import { History } from '../../../components/record/History.tsx';
import { useFormat } from '../../../format.ts';

const ACTIONS = {
  'questionnaire.installed': 'installed',
  'questionnaire.drafted': 'drafted',
  'questionnaire.changed': 'changed',
  'questionnaire.published': 'published',
} as const;
const isKnown = (action: string): action is keyof typeof ACTIONS => Object.hasOwn(ACTIONS, action);

export function VersionView({ questionnaire }: { readonly questionnaire: Questionnaire }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { version, items, history } = questionnaire;
  const { title, publishedAt, reason, surveys } = version;
  return (
    <>
      <p className="questionnaire-facts">
        <strong>
          {title.zh} / {title.en}
        </strong>
        <span>{t('survey.questionnaire.facts', { items: items.length, surveys })}</span>
        {publishedAt !== null && (
          <span>{t('survey.questionnaire.publishedAt', { time: format.instant(publishedAt) })}</span>
        )}
        {publishedAt !== null && (
          <span>
            {reason === '' ? t('survey.questionnaire.builtIn') : t('survey.questionnaire.reason', { reason })}
          </span>
        )}
      </p>
      <Table
        size="small"
        pagination={false}
        rowKey="code"
        dataSource={items}
        columns={[
          { title: t('survey.questionnaire.code'), dataIndex: 'code', width: 80 },
          {
            title: t('survey.questionnaire.dimension'),
            key: 'dimension',
            width: 140,
            render: (_, item) => t(`words.dimension.${item.dimension}`),
          },
          { title: t('survey.questionnaire.zh'), key: 'zh', render: (_, item) => item.text.zh },
          { title: t('survey.questionnaire.en'), key: 'en', render: (_, item) => item.text.en },
        ]}
      />
      <QuestionnaireHistory history={history} />
    </>
  );
}

export function QuestionnaireHistory({ history }: Pick<Questionnaire, 'history'>) {
  const { t } = useTranslation();
  if (history.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="questionnaire-history">
      <h2 id="questionnaire-history">{t('survey.questionnaire.history')}</h2>
      <History
        entries={history.map(({ seq, action, actor, at }) => ({
          key: seq,
          what: isKnown(action) ? t(`survey.questionnaire.action.${ACTIONS[action]}`) : action,
          who: actor ?? t('audit.system'),
          at,
        }))}
      />
    </section>
  );
}
