// The sheet of the closing report: who and when, the findings, cause, measures, effect, who was told, next steps, lines to sign.
import { useTranslation } from 'react-i18next';
import { TOLD, type RectificationRecord } from '../../../shared/contract/rectification.ts';
import { score, useFormat } from '../../format.ts';

interface SheetProps {
  readonly record: RectificationRecord;
}

export function ReportSheet({ record }: SheetProps) {
  const { t } = useTranslation();
  return (
    <article className="checklist copy">
      <h2>{t('rectification.report.title')}</h2>
      {record.state !== 'closed' && (
        <p className="checklist-version">
          <strong className="copy-draft">{t('rectification.report.draft')}</strong>
        </p>
      )}
      <Head record={record} />
      <Content record={record} />
      <Outcome record={record} />
      {/* Nobody signs a page that says nothing. */}
      <div className="copy-end">
        <section>
          <h3>{t('rectification.report.next')}</h3>
          <p className="rect-words">{record.nextSteps ?? t('rectification.report.none')}</p>
        </section>
        <dl className="checklist-signs">
          {(['signOwner', 'signVerifier', 'signManager'] as const).map((key) => (
            <div key={key}>
              <dt>{t(`rectification.report.${key}`)}</dt>
              <dd />
            </div>
          ))}
        </dl>
      </div>
    </article>
  );
}

/** A label before the words that it stands for. */
function useLabel(): (label: string) => string {
  const { t } = useTranslation();
  return (label) => t('rectification.report.labelled', { label });
}

function Head({ record }: SheetProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const none = t('words.none');
  const by = (who: string | null, at: string | null) => (at === null ? none : `${who ?? ''} ${format.day(at)}`);
  const facts: readonly (readonly [string, string])[] = [
    [t('rectification.report.agent'), record.agentName],
    [t('rectification.report.number'), record.employeeNumber],
    [t('rectification.report.branch'), [record.branchName, record.team].filter(Boolean).join(' ')],
    [t('rectification.report.owner'), record.owner.name],
    [t('rectification.report.state'), t(`rectification.state.${record.state}`)],
    [t('rectification.report.planned'), by(record.plannedBy, record.plannedAt)],
    [t('rectification.report.verified'), by(record.verifiedBy, record.verifiedAt)],
    [t('rectification.report.closed'), by(record.closedBy, record.closedAt)],
  ];
  return (
    <dl className="copy-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div className="copy-wide">
        <dt>{t('rectification.report.deadline')}</dt>
        <dd>
          {record.deadline === record.firstDeadline
            ? record.deadline
            : t('rectification.report.extended', { first: record.firstDeadline, last: record.deadline })}
        </dd>
      </div>
      <div className="copy-wide">
        <dt>{t('rectification.plan.titleField')}</dt>
        <dd>{record.title}</dd>
      </div>
    </dl>
  );
}

function Content({ record }: SheetProps) {
  const { t } = useTranslation();
  const { cause } = record;
  const labelled = useLabel();
  const none = t('rectification.report.none');
  return (
    <>
      <section>
        <h3>{t('rectification.report.content')}</h3>
        {record.findingRows.map((row) => (
          <p key={row.id}>
            {row.criterion === null ? '' : `${row.criterion} `}
            {t('rectification.report.finding', {
              ...{ day: row.day, place: row.place, service: row.serviceContent },
              ...{ description: row.description, scope: row.scopeOfImpact },
            })}
          </p>
        ))}
      </section>
      <section>
        <h3>{t('rectification.report.cause')}</h3>
        {cause.categories.length > 0 && (
          <p>
            {labelled(t('rectification.plan.categories'))}
            {cause.categories.map((one) => t(`rectification.cause.${one}`)).join(t('audit.facts.comma'))}
          </p>
        )}
        {cause.whys.length > 0 && (
          <p>
            {labelled(t('rectification.plan.whys'))}
            {cause.whys.join(' → ')}
          </p>
        )}
        <p>
          {labelled(t('rectification.plan.root'))}
          {cause.root || none}
        </p>
      </section>
      <section>
        <h3>{t('rectification.report.measures')}</h3>
        <p className="rect-words">{record.measures || none}</p>
        <p className="rect-words">
          {labelled(t('rectification.report.requirements'))}
          {record.requirements || none}
        </p>
        <p className="rect-words">
          {labelled(t('rectification.report.done'))}
          {record.done ?? none}
        </p>
        <p>
          {labelled(t('rectification.report.checks'))}
          {record.checks.map(({ day, note }) => `${day} ${note}`).join(' · ') || none}
        </p>
        <p>
          {labelled(t('rectification.report.evidence'))}
          {[
            ...record.files.map(({ name }) => name),
            ...[record.verifiedFact, record.verifiedReference].filter((one) => one !== null && one !== ''),
          ].join(' · ') || none}
        </p>
      </section>
    </>
  );
}

function Outcome({ record }: SheetProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const labelled = useLabel();
  const { confirmedEffect: effect } = record;
  const sample = ({ count, mean }: { readonly count: number; readonly mean: number | null }) =>
    mean === null ? t('rectification.record.noSample') : t('rectification.record.sample', { mean: score(mean), count });
  return (
    <>
      <section>
        <h3>{t('rectification.report.effect')}</h3>
        {effect === null ? (
          <p>{t('rectification.report.notYet')}</p>
        ) : (
          <>
            <p>
              {t('rectification.record.confirmed', {
                ...{ who: effect.by, time: format.instant(effect.at) },
                effect: t(`rectification.effect.${effect.effect}`),
              })}
            </p>
            <p>
              {`${sample(effect.before)} → ${sample(effect.after)} · `}
              {t('rectification.record.proposed', { effect: t(`rectification.effect.${effect.proposed}`) })}
            </p>
            <p>{effect.reason}</p>
          </>
        )}
      </section>
      <section>
        <h3>{t('rectification.report.told')}</h3>
        {TOLD.map((to) => {
          const told = record.tellings.find((one) => one.to === to);
          return (
            <p key={to}>
              {labelled(t(`rectification.told.${to}`))}
              {told === undefined
                ? t('rectification.record.toldNot')
                : told.at === null || told.way === null
                  ? t('rectification.record.notTold', { why: told.why ?? '' })
                  : t('rectification.record.toldAt', {
                      ...{ time: format.instant(told.at), way: t(`rectification.way.${told.way}`) },
                    })}
            </p>
          );
        })}
      </section>
    </>
  );
}
