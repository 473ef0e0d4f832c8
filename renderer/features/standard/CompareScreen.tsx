// Two versions line by line: which clauses and criteria came, went or changed, and each changed field before and after.
import { useQuery } from '@tanstack/react-query';
import { Flex, Select, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { StandardVersion } from '../../../shared/contract/standard.ts';
import type { ChangedField, StandardChange } from '../../../shared/contract/standardDraft.ts';
import { api } from '../../client.ts';
import { Page } from '../../components/Page.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { BackButton } from '../../components/record/BackButton.tsx';
import { StateTag, type Tone } from '../../components/StateTag.tsx';
import { EmptyState, Loaded } from '../../components/states.tsx';
import { addressOfLine, currentOf, useVersions } from './useStandard.ts';
import { fieldName, valueText, useVersionName } from './words.ts';
import './standard.css';

export function CompareScreen() {
  const { t } = useTranslation();
  const versions = useVersions();
  return (
    <Page>
      <PageHeader
        title={
          <>
            <BackButton /> {t('standard.compare.title')}
          </>
        }
      />
      <Loaded query={versions}>
        {(all) =>
          all.length < 2 ? (
            <EmptyState title={t('standard.compare.onlyOne')} hint={t('standard.compare.onlyOneHint')} />
          ) : (
            <Comparison all={all} />
          )
        }
      </Loaded>
    </Page>
  );
}

/** The version that `after` is naturally compared with: its origin, else the published one, else any other. */
function defaultBefore(all: readonly StandardVersion[], after: StandardVersion): StandardVersion {
  const published = all.filter(({ status, id }) => status === 'published' && id !== after.id);
  const origin = all.find(({ id }) => id === after.basedOn);
  return origin ?? published[0] ?? all.find(({ id }) => id !== after.id) ?? after;
}

function Comparison({ all }: { readonly all: readonly StandardVersion[] }) {
  const { t } = useTranslation();
  const nameOf = useVersionName();
  const [search, setSearch] = useSearchParams();
  const byId = (name: string) => all.find(({ id }) => id === search.get(name));
  const after = byId('after') ?? all.find(({ status }) => status === 'draft') ?? currentOf(all) ?? all[0]!;
  const before = byId('before') ?? defaultBefore(all, after);
  const options = all.map((version) => ({ value: version.id, label: nameOf(version) }));
  const changes = useQuery(api.standard.compare.queryOptions({ input: { before: before.id, after: after.id } }));
  const choose = (side: 'before' | 'after') => (id: string) => {
    setSearch({ before: before.id, after: after.id, [side]: id }, { replace: true });
  };
  return (
    <>
      <Flex gap={16} align="center" wrap>
        <label className="standard-side-choice">
          {t('standard.compare.before')}
          <Select
            aria-label={t('standard.compare.before')}
            value={before.id}
            options={options}
            onChange={choose('before')}
          />
        </label>
        <label className="standard-side-choice">
          {t('standard.compare.after')}
          <Select
            aria-label={t('standard.compare.after')}
            value={after.id}
            options={options}
            onChange={choose('after')}
          />
        </label>
      </Flex>
      <Loaded query={changes}>{(found) => <Changes changes={found} before={before.id} after={after.id} />}</Loaded>
    </>
  );
}

const TONES: Readonly<Record<StandardChange['change'], Tone>> = { added: 'met', removed: 'warn', changed: 'accent' };

interface ChangesProps {
  readonly changes: readonly StandardChange[];
  readonly before: string;
  readonly after: string;
}

function Changes({ changes, before, after }: ChangesProps) {
  const { t } = useTranslation();
  if (changes.length === 0) return <EmptyState title={t('standard.compare.none')} />;
  const count = (change: StandardChange['change']): number => changes.filter((one) => one.change === change).length;
  return (
    <>
      <Typography.Text>
        {t('standard.compare.summary', {
          added: count('added'),
          removed: count('removed'),
          changed: count('changed'),
        })}
      </Typography.Text>
      <Table<StandardChange>
        size="small"
        rowKey={({ kind, code }) => `${kind} ${code}`}
        dataSource={changes}
        pagination={changes.length > 200 ? { pageSize: 200 } : false}
        columns={[
          {
            title: t('standard.compare.line'),
            width: 160,
            render: (_, { kind, code, change }) => (
              <Link to={addressOfLine({ version: change === 'removed' ? before : after, [kind]: code })}>
                {t(`standard.compare.${kind}`, { code })}
              </Link>
            ),
          },
          {
            title: t('standard.compare.change'),
            width: 80,
            render: (_, { change }) => <StateTag tone={TONES[change]}>{t(`standard.compare.${change}`)}</StateTag>,
          },
          {
            title: t('standard.compare.field'),
            render: (_, { fields }) => fields.map((field) => <FieldChange key={field.field} changed={field} />),
          },
        ]}
      />
    </>
  );
}

function FieldChange({ changed: { field, before, after } }: { readonly changed: ChangedField }) {
  const { t } = useTranslation();
  return (
    <div className="standard-change">
      <span className="standard-change-field">{fieldName(t, field)}</span>
      <del>
        <span className="visually-hidden">{t('standard.compare.was')}</span>
        {valueText(t, field, before)}
      </del>
      <ins>
        <span className="visually-hidden">{t('standard.compare.now')}</span>
        {valueText(t, field, after)}
      </ins>
    </div>
  );
}
