// The sheet of the agent's copy: who and when, the grade, each indicator with its measures and arithmetic, adjustments, veto,
// evidence, review and decisions, how to appeal, and lines to sign.
import { useTranslation } from 'react-i18next';
import type { PersonalCopy } from '../../../shared/contract/personalCopy.ts';
import type { Derivation } from '../../../shared/contract/derivation.ts';
import type { Indicator } from '../../../shared/contract/vocabulary.ts';
import { DECIDING_WORKING_DAYS, FILING_WORKING_DAYS } from '../../../shared/domain/appeal/limits.ts';
import { arithmetic, points, shareText } from '../../components/derivation/arithmetic.ts';
import { measureName } from '../../components/derivation/stepWords.ts';
import { percent, score, useFormat } from '../../format.ts';
import { periodName } from '../../periodName.ts';

/** Digits of a digest that people compare. */
const DIGEST = 12;

export function CopySheet({ copy }: { readonly copy: PersonalCopy }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { result } = copy;
  return (
    <article className="checklist copy">
      <h2>{t('appeal.copy.heading')}</h2>
      {!result?.finalisedAt && (
        <p className="checklist-version">
          <strong className="copy-draft">{t('appeal.copy.draft')}</strong>
        </p>
      )}
      <Head copy={copy} />
      <Indicators root={copy.derivation} />
      {copy.vetoes.length > 0 && (
        <section>
          <h3>{t('appeal.copy.vetoes')}</h3>
          {copy.vetoes.map(({ id, clause, at, reason }) => (
            <p key={id} className="copy-veto">
              {t('appeal.copy.veto', {
                ...{ clause, day: format.day(at), reason },
                graded: copy.graded === null ? t('words.none') : score(copy.graded),
              })}
            </p>
          ))}
        </section>
      )}
      <Counted copy={copy} />
      <div className="copy-end">
        <Rights until={copy.appealUntil} />
        <dl className="checklist-signs">
          <div>
            <dt>{t('appeal.copy.signAgent')}</dt>
            <dd />
          </div>
          <div>
            <dt>{t('appeal.copy.signReviewer')}</dt>
            <dd />
          </div>
        </dl>
        <p className="checklist-version">
          {t('appeal.copy.signNote')}
          {result && ` · ${t('appeal.copy.digest', { digest: result.digest.slice(0, DIGEST) })}`}
        </p>
      </div>
    </article>
  );
}

function Head({ copy }: { readonly copy: PersonalCopy }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { agent, result, model, interval, graded, composite, vetoed } = copy;
  const none = t('words.none');
  const number = result?.number ?? 0;
  const standing =
    result === null
      ? t('appeal.copy.current', { time: format.instant(copy.asOf) })
      : result.finalisedAt === null
        ? t('appeal.copy.resultOpen', { number })
        : t('appeal.copy.resultNumber', {
            ...{ number, who: result.finalisedBy ?? '' },
            time: format.instant(result.finalisedAt),
          });
  const before = vetoed && composite !== null ? ` (${t('appeal.copy.before', { composite: score(composite) })})` : '';
  const facts: readonly (readonly [string, string])[] = [
    [t('appeal.copy.agent'), agent.name],
    [t('appeal.copy.number'), agent.number],
    [t('appeal.copy.period'), periodName(t, copy.period)],
    [t('appeal.copy.branch'), agent.branchName],
    [t('appeal.copy.team'), agent.team || none],
    [t('appeal.copy.sessions'), String(copy.sessions)],
    [t('appeal.copy.grade'), t(`words.grade.${copy.grade}`)],
    [t('appeal.copy.graded'), `${graded === null ? none : score(graded)}${before}`],
    [t('appeal.copy.coverage'), percent(copy.coverage)],
  ];
  // Variances are pooled over the branch: evidence alone, without an assessment, gives none.
  const intervalWords =
    interval === null
      ? t(result === null ? 'appeal.copy.noIntervalYet' : 'appeal.copy.noInterval')
      : `${score(interval.low)} – ${score(interval.high)}`;
  return (
    <dl className="copy-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div className="copy-wide">
        <dt>{t('appeal.copy.interval')}</dt>
        <dd>{intervalWords}</dd>
      </div>
      <div className="copy-wide">
        <dt>{t('appeal.copy.result')}</dt>
        <dd>{standing}</dd>
      </div>
      <div className="copy-wide">
        <dt>{t('appeal.copy.model')}</dt>
        <dd>{t('appeal.copy.modelVersion', { version: model.version, digest: model.digest.slice(0, DIGEST) })}</dd>
      </div>
    </dl>
  );
}

function Indicators({ root }: { readonly root: Derivation }) {
  const { t } = useTranslation();
  const base = root.terms.find(({ node }) => node.level === 'base')?.node;
  const adjustments = root.terms.flatMap(({ node }) =>
    node.level === 'adjustment' && node.value !== null && node.terms.length > 0 ? [node] : [],
  );
  return (
    <section>
      <h3>{t('appeal.copy.indicators')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('appeal.copy.indicator')}</th>
            <th scope="col" className="copy-number">
              {t('appeal.copy.weight')}
            </th>
            <th scope="col" className="copy-number">
              {t('appeal.copy.value')}
            </th>
            <th scope="col">{t('appeal.copy.measures')}</th>
          </tr>
        </thead>
        <tbody>
          {base?.terms.map(({ node, weight }) => (
            <tr key={node.key}>
              <th scope="row">{t(`words.indicator.${node.key as Indicator}`)}</th>
              <td className="copy-number">{weight}</td>
              <td className="copy-number">{node.value === null ? '–' : points(node.value)}</td>
              <td className="copy-line">
                <MeasuresOf node={node} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {base && base.value !== null && (
        <p className="copy-line">
          {t('appeal.copy.labelled', { label: t('appeal.copy.base') })}
          {baseWords(base)}
        </p>
      )}
      <p className="copy-line">
        {t('appeal.copy.labelled', { label: t('appeal.copy.adjustments') })}
        {adjustments.length === 0
          ? t('appeal.copy.noAdjustments')
          : adjustments
              .map(({ key, value }) =>
                t('appeal.copy.adjustment', {
                  name: t(`score.adjustment.${key as 'complaints'}`),
                  value: points(value ?? 0),
                }),
              )
              .join(' · ')}
      </p>
      {root.value !== null && (
        <p className="copy-line">{t('appeal.copy.composite', { words: arithmetic(root) ?? points(root.value) })}</p>
      )}
    </section>
  );
}

/** All terms written out, however many: the reader adds them up. */
const baseWords = ({ terms, value }: Derivation): string =>
  `${terms
    .filter(({ node }) => node.value !== null)
    .map(({ share, node }) => `${shareText(share)} × ${points(node.value ?? 0)}`)
    .join(' + ')} = ${points(value ?? 0)}`;

function MeasuresOf({ node }: { readonly node: Derivation }) {
  const { t } = useTranslation();
  if (node.value === null) return t('appeal.copy.none');
  const words = node.terms.map(({ node: { key, value, facts }, weight }) => {
    const name = measureName(t, key);
    return value === null
      ? t('appeal.copy.measureNone', { name, weight })
      : t('appeal.copy.measure', { name, weight, value: points(value), count: Number(facts['units'] ?? 0) });
  });
  return (
    <>
      <div>{words.join(' · ')}</div>
      <div>{arithmetic(node)}</div>
    </>
  );
}

function Counted({ copy: { evidence, review, decisions } }: { readonly copy: PersonalCopy }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section>
      <h3>{t('appeal.copy.evidence')}</h3>
      <p>
        {evidence.length === 0
          ? t('appeal.copy.noEvidence')
          : evidence
              .map(({ kind: one, count, from, to }) => {
                const kind = t(`assessment.kind.${one}`);
                if (from === null || to === null) return t('appeal.copy.countPlain', { kind, count });
                return from === to
                  ? t('appeal.copy.countOne', { kind, count, from })
                  : t('appeal.copy.count', { kind, count, from, to });
              })
              .join(' · ')}
      </p>
      <p>
        {t('appeal.copy.labelled', { label: t('appeal.copy.review') })}
        {review === null
          ? t('appeal.copy.notReviewed')
          : t('appeal.copy.reviewed', { who: review.by, time: format.instant(review.at), remark: review.remark })}
      </p>
      {decisions.map(({ id, kind, name, reason, decidedBy, decidedAt }) => (
        <p key={id}>
          {t('appeal.copy.labelled', { label: t('appeal.copy.decisions') })}
          {t('appeal.copy.decision', {
            ...{ kind: t(`assessment.decision.kinds.${kind}`), name, reason },
            ...{ who: decidedBy, day: format.day(decidedAt) },
          })}
        </p>
      ))}
    </section>
  );
}

function Rights({ until }: { readonly until: string | null }) {
  const { t } = useTranslation();
  const days = FILING_WORKING_DAYS;
  return (
    <section>
      <h3>{t('appeal.copy.rights')}</h3>
      <p>{t('appeal.copy.law')}</p>
      <p>
        {until === null ? t('appeal.copy.appealLater', { days }) : t('appeal.copy.appealUntil', { day: until, days })}
      </p>
      <p>{t('appeal.copy.appealRule', { days: DECIDING_WORKING_DAYS })}</p>
    </section>
  );
}
