// The sheet of the training file: who, hours by year and by content, every training with its assessments, every plan.
import { useTranslation } from 'react-i18next';
import type { TrainingFile } from '../../../shared/contract/trainingInsight.ts';
import { TRAINING_CHECKS } from '../../../shared/contract/trainingWords.ts';
import { useFormat } from '../../format.ts';
import { hoursText, markWords } from './words.ts';
import './training.css';

/** Digits of a digest that people compare. */
const DIGEST = 12;

export function FileSheet({ file }: { readonly file: TrainingFile }) {
  const { t } = useTranslation();
  const { withdrawn } = file;
  return (
    <article className="checklist copy">
      <h2>{t('training.file.heading')}</h2>
      <Head file={file} />
      <Hours file={file} />
      <Records file={file} />
      {withdrawn > 0 && <p>{t('training.file.withdrawn', { count: withdrawn })}</p>}
      <Plans file={file} />
      <dl className="checklist-signs">
        <div>
          <dt>{t('training.file.signAgent')}</dt>
          <dd />
        </div>
        <div>
          <dt>{t('training.file.signTrainer')}</dt>
          <dd />
        </div>
      </dl>
      <p className="checklist-version">{t('training.file.digest', { digest: file.digest.slice(0, DIGEST) })}</p>
    </article>
  );
}

function Head({ file: { agent, asOf } }: { readonly file: TrainingFile }) {
  const { t } = useTranslation();
  const format = useFormat();
  const none = t('training.none');
  const facts: readonly (readonly [string, string])[] = [
    [t('training.file.agent'), agent.name],
    [t('training.file.number'), agent.number],
    [t('training.file.hired'), agent.hiredOn ?? none],
    [t('training.file.branch'), agent.branchName],
    [t('training.file.team'), agent.team || none],
    [t('training.file.asOf'), format.instant(asOf)],
  ];
  return (
    <dl className="copy-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Hours({ file: { years, contents } }: { readonly file: TrainingFile }) {
  const { t } = useTranslation();
  return (
    <section>
      <h3>{t('training.file.years')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('training.file.year')}</th>
            <th scope="col" className="copy-number">
              {t('training.file.hours')}
            </th>
            <th scope="col" className="copy-number">
              {t('training.file.required')}
            </th>
            <th scope="col" className="copy-number">
              {t('training.file.count')}
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, hours, required, records }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td className="copy-number">{hoursText(hours)}</td>
              <td className="copy-number">{hoursText(required)}</td>
              <td className="copy-number">{records}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="copy-line">
        {t('training.file.contents')}:{' '}
        {contents.map(({ content, hours }) => `${t(`training.content.${content}`)} ${hoursText(hours)}`).join(' · ')}
      </p>
    </section>
  );
}

function Records({ file: { records } }: { readonly file: TrainingFile }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('training.file.records')}</h3>
      {records.length === 0 ? (
        <p>{t('training.file.noRecords')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('training.field.day')}</th>
              <th scope="col">{t('training.field.title')}</th>
              <th scope="col">{t('training.field.content')}</th>
              <th scope="col">{t('training.field.form')}</th>
              <th scope="col" className="copy-number">
                {t('training.field.hours')}
              </th>
              <th scope="col">{t('training.field.trainer')}</th>
              <th scope="col">{t('training.marks')}</th>
            </tr>
          </thead>
          <tbody>
            {records.map((record) => (
              <tr key={record.id}>
                <td className="training-day">{record.day}</td>
                <td>{record.title}</td>
                <td>{t(`training.content.${record.content}`)}</td>
                <td>{t(`training.form.${record.form}`)}</td>
                <td className="copy-number">{hoursText(record.hours)}</td>
                <td className="training-day">{record.trainer}</td>
                <td className="copy-line">
                  {TRAINING_CHECKS.filter((check) => record[check] !== null)
                    .map((check) => `${t(`training.check.${check}`)} ${markWords(t, record[check])}`)
                    .join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Plans({ file: { plans } }: { readonly file: TrainingFile }) {
  const { t } = useTranslation();
  return (
    <>
      <h3>{t('training.file.plans')}</h3>
      {plans.length === 0 ? (
        <p>{t('training.file.noPlans')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('training.plan.dueOn')}</th>
              <th scope="col">{t('training.field.content')}</th>
              <th scope="col">{t('training.course')}</th>
              <th scope="col" className="copy-number">
                {t('training.field.hours')}
              </th>
              <th scope="col">{t('training.plan.why')}</th>
              <th scope="col">{t('training.state')}</th>
            </tr>
          </thead>
          <tbody>
            {plans.map((plan) => (
              <tr key={plan.id}>
                <td className="training-day">{plan.dueOn}</td>
                <td>{t(`training.content.${plan.content}`)}</td>
                <td>{plan.courseTitle ?? ''}</td>
                <td className="copy-number">{hoursText(plan.hours)}</td>
                <td>
                  {[t(`training.plan.reason.${plan.reason}`), plan.criteria.join(' ')].filter(Boolean).join(' · ')}
                </td>
                <td>{t(`training.plan.states.${plan.state}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
