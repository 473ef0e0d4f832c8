// The blank checklist of a version on A4: head to fill in, one table a stage, tick boxes, anchors, problem records and
// signatures, so that an observation can be done on paper and entered later.
import { FlagFilled, PrinterOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { StandardRecord } from '../../../shared/contract/standardRoutes.ts';
import { METHODS, type Criterion, type Method } from '../../../shared/contract/standard.ts';
import { BackButton } from '../../components/record/BackButton.tsx';
import { Loaded } from '../../components/states.tsx';
import { useSpoken } from '../observation/language.ts';
import { groupsOf, headFields, resultsOf } from './checklist.ts';
import { useVersion } from './useStandard.ts';
import { useVersionName } from './words.ts';
import './print.css';

export function PrintScreen() {
  const { t } = useTranslation();
  const { id } = useParams();
  const record = useVersion(id);
  const [method, setMethod] = useState<Method>('observation');
  return (
    <div className="checklist-page">
      <div className="checklist-tools">
        <BackButton />
        <h1>{t('standard.print.title')}</h1>
        <Select
          aria-label={t('standard.print.method')}
          className="checklist-method"
          value={method}
          onChange={setMethod}
          options={METHODS.map((value) => ({ value, label: t(`words.method.${value}`) }))}
        />
        <span>{t('standard.print.hint')}</span>
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('frame.print')}
        </Button>
      </div>
      <Loaded query={record}>{(data) => <Checklist record={data} method={method} />}</Loaded>
    </div>
  );
}

/** Lines to write problem records on. */
const LINES = [1, 2, 3, 4, 5] as const;

function Checklist({ record, method }: { readonly record: StandardRecord; readonly method: Method }) {
  const { t } = useTranslation();
  const nameOf = useVersionName();
  const { version, content } = record;
  const digest = version.digest.slice(0, 12);
  return (
    <article className="checklist">
      <h2>{t(`words.method.${method}`)}</h2>
      <p className="checklist-version">{nameOf(version)}</p>
      <dl className="checklist-head">
        {headFields(method).map((field) => (
          <div key={field}>
            <dt>{t(`standard.print.${field}`)}</dt>
            <dd />
          </div>
        ))}
      </dl>
      <p>{t('standard.print.legend')}</p>
      {groupsOf(content, method).map(({ key, criteria }) => (
        <section key={key}>
          <GroupTitle group={key} record={record} method={method} />
          <table>
            <tbody>
              {criteria.map((criterion) => (
                <Item key={criterion.code} criterion={criterion} />
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <section className="checklist-problems">
        <h3>{t('standard.print.problems')}</h3>
        <p>{t('standard.print.problemLine')}</p>
        {LINES.map((line) => (
          <div key={line} className="checklist-line" />
        ))}
      </section>
      <dl className="checklist-signs">
        <div>
          <dt>{t('standard.print.assessor')}</dt>
          <dd />
        </div>
        <div>
          <dt>{t('standard.print.agentSign')}</dt>
          <dd />
        </div>
      </dl>
      <p className="checklist-version">
        {version.status === 'draft'
          ? t('standard.print.draftFooter', { digest })
          : t('standard.print.footer', { number: version.number, digest })}
      </p>
    </article>
  );
}

interface GroupTitleProps {
  readonly group: string;
  readonly record: StandardRecord;
  readonly method: Method;
}

/** A stage for an observation, a clause for what has no stages. */
function GroupTitle({ group, record, method }: GroupTitleProps) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  if (method === 'observation') return <h3>{(t as unknown as (key: string) => string)(`words.stage.${group}`)}</h3>;
  const clause = record.content.clauses.find(({ id }) => id === group);
  return <h3>{clause ? t('standard.clauseTitle', { id: group, title: spoken(clause.title) }) : group}</h3>;
}

function Item({ criterion }: { readonly criterion: Criterion }) {
  const { t } = useTranslation();
  const spoken = useSpoken();
  return (
    <tr className={criterion.redLine ? 'checklist-red' : undefined}>
      <th scope="row">
        {criterion.code}
        {criterion.redLine && (
          <span className="checklist-flag">
            <FlagFilled /> {t('standard.print.redLine')}
          </span>
        )}
      </th>
      <td>
        <div className="checklist-text">
          {spoken(criterion.text)}
          {!criterion.required && <em> ({t('standard.print.optional')})</em>}
        </div>
        <div className="checklist-anchor">✓ {spoken(criterion.meets)}</div>
        <div className="checklist-anchor">✗ {spoken(criterion.fails)}</div>
      </td>
      <td className={`checklist-results checklist-${criterion.scale}`}>
        {resultsOf(criterion).map((result) => (
          <span key={result} className="checklist-result">
            <span className="checklist-box" />
            {/^\d$/.test(result) ? result : t(`words.answer.${result as 'met'}`)}
          </span>
        ))}
      </td>
    </tr>
  );
}
