// Settings › scoring model: the version in force, the draft of the next, what it would change, and all versions.
import { useMutation, useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { Alert, App, Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModelDraft, ModelValues as Values, ModelVersion } from '../../../../shared/contract/model.ts';
import { changedFields } from '../../../../shared/domain/scoring/modelFields.ts';
import { modelProblems } from '../../../../shared/domain/scoring/modelValidity.ts';
import { useAccount } from '../../../account.ts';
import { api, client, queryClient } from '../../../client.ts';
import { Loaded } from '../../../components/states.tsx';
import { useConfirm } from '../../../components/useConfirm.tsx';
import { failureText } from '../../../failure.ts';
import { useFormat } from '../../../format.ts';
import { ModelCompare, useComparison } from './ModelCompare.tsx';
import { ModelHistory } from './ModelHistory.tsx';
import { ModelValues } from './ModelValues.tsx';
import { reasonWords } from './reasonWords.ts';
import './model.css';

const PARTS = ['values', 'compare', 'history'] as const;
type Part = (typeof PARTS)[number];

export function ModelSettings() {
  const query = useQuery({ ...api.model.read.queryOptions(), staleTime: 0 });
  return (
    <Loaded query={query}>
      {({ versions, draft }) => {
        const [current] = versions;
        // The key begins anew with each draft: what is typed belongs to one of them.
        return (
          current && <Settings key={draft?.basedOn ?? 'none'} current={current} versions={versions} draft={draft} />
        );
      }}
    </Loaded>
  );
}

/** What is still to be done before the draft may be published, in words. */
const need = (t: TFunction, comparison: ModelDraft['comparison']): string =>
  comparison === 'missing' ? t('model.toCompare') : comparison === 'nothing' ? t('model.nothingToCompare') : '';

const refresh = () => queryClient.invalidateQueries({ queryKey: api.model.key() });

function useDraftActions(current: ModelVersion, changes: number) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const ask = useConfirm();
  const run = async (what: () => Promise<string | null>) => {
    try {
      const said = await what();
      if (said !== null) void message.success(said);
    } catch (error) {
      void message.error(failureText(t, error));
    }
    await refresh();
  };
  return {
    begin: () =>
      run(async () => {
        await client.model.begin();
        return null;
      }),
    discard: async () => {
      const sure = await ask.confirm({
        title: t('model.discard'),
        text: t('model.discardText'),
        ok: t('model.discard'),
        danger: true,
      });
      if (sure)
        await run(async () => {
          await client.model.discard();
          return t('model.discarded');
        });
    },
    publish: async () => {
      const reason = await ask.reason({
        title: t('model.publishTitle', { version: current.version + 1 }),
        text: t('model.publishText', { count: changes }),
        label: t('model.publishReason'),
        ok: t('model.publish'),
      });
      if (reason === null) return;
      await run(async () => {
        const { version } = await client.model.publish({ reason });
        // Scores on every screen are computed with it from now on.
        void queryClient.invalidateQueries();
        return t('model.published', { version });
      });
    },
  };
}

interface SettingsProps {
  readonly current: ModelVersion;
  readonly versions: readonly ModelVersion[];
  readonly draft: ModelDraft | null;
}

function Settings({ current, versions, draft }: SettingsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const { may } = useAccount();
  const editable = may('model.edit');
  const [part, setPart] = useState<Part>('values');
  const [values, setValues] = useState<Values>(draft?.values ?? current.values);
  const comparison = useComparison();
  const save = useMutation({
    mutationFn: (kept: Values) => client.model.save({ values: kept }),
    onSuccess: (saved) =>
      queryClient.setQueryData(api.model.read.queryKey(), (before) => before && { ...before, draft: saved }),
    onError: (error) => void message.error(failureText(t, error)),
  });
  const changes = changedFields(current.values, values).length;
  const problems = draft === null ? 0 : modelProblems(values).length;
  const unsaved = draft !== null && changedFields(draft.values, values).length > 0;
  const { begin, discard, publish } = useDraftActions(current, changes);
  return (
    <div className="model">
      <div className="model-head">
        <div>
          <strong>{t('model.inForce', { version: current.version, time: format.instant(current.publishedAt) })}</strong>{' '}
          <span className="model-note">
            {current.publishedBy ?? t('model.shipped')} · {t('model.reasonOf', { reason: reasonWords(t, current) })} ·{' '}
            {current.digest.slice(0, 12)}
          </span>
        </div>
        <Segmented<Part>
          aria-label={t('settings.tabs.model')}
          value={part}
          options={PARTS.filter((one) => one !== 'compare' || editable).map((value) => ({
            value,
            label: t(`model.parts.${value}`),
          }))}
          onChange={setPart}
        />
        <div className="page-actions model-actions">
          {!editable && <span className="model-note">{t('model.readOnly')}</span>}
          {editable && draft === null && (
            <Button type="primary" onClick={() => void begin()}>
              {t('model.edit')}
            </Button>
          )}
          {editable && draft !== null && (
            <>
              <Button onClick={() => void discard()}>{t('model.discard')}</Button>
              <Button
                type="primary"
                disabled={problems > 0 || changes === 0 || unsaved || save.isPending || draft.comparison === 'missing'}
                onClick={() => void publish()}
              >
                {t('model.publish')}
              </Button>
            </>
          )}
        </div>
      </div>
      {draft !== null && (
        <Alert
          type={problems > 0 ? 'warning' : 'info'}
          showIcon
          title={[
            t('model.editing', {
              version: current.version + 1,
              who: draft.savedBy,
              time: format.instantExact(draft.savedAt),
            }),
            problems > 0 ? t('model.problems', { count: problems }) : changes === 0 ? t('model.unchanged') : '',
            problems > 0 || changes === 0 ? '' : need(t, draft.comparison),
          ].join(' ')}
        />
      )}
      {part === 'values' && (
        <ModelValues
          values={values}
          before={current.values}
          {...(editable && draft !== null
            ? {
                onChange: (key: string, value: number | null) => setValues((before) => ({ ...before, [key]: value })),
                onLeave: () => {
                  if (unsaved) save.mutate(values);
                },
              }
            : {})}
        />
      )}
      {part === 'compare' && <ModelCompare draft={draft} task={comparison} />}
      {part === 'history' && <ModelHistory versions={versions} />}
    </div>
  );
}
