// What can be done with the open version: drafts made, renamed, published, dropped, lines removed. Asks first where it cannot
// be undone.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StandardVersion } from '../../../shared/contract/standard.ts';
import { api, client } from '../../client.ts';
import { useConfirm } from '../../components/useConfirm.tsx';
import { failureText } from '../../failure.ts';
import type { Choice } from './useStandard.ts';

export interface DraftActions {
  readonly publish: (draft: StandardVersion) => Promise<void>;
  readonly drop: (draft: StandardVersion) => Promise<void>;
  readonly removeCriterion: (draft: StandardVersion, code: string) => Promise<void>;
}

/** `onProblems` is told when the draft cannot be published yet. */
export function useDraftActions(
  current: StandardVersion | undefined,
  choose: (change: Partial<Choice>) => void,
  onProblems: () => void,
): DraftActions {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const ask = useConfirm();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: api.standard.key() });
  const options = {
    onError: (error: unknown) => void message.error(failureText(t, error)),
    onSuccess: refresh,
  };
  const publishing = useMutation(api.standard.publish.mutationOptions(options));
  const dropping = useMutation(api.standard.deleteDraft.mutationOptions(options));
  const removing = useMutation(api.standard.removeCriterion.mutationOptions(options));

  const changesText = async (draft: StandardVersion): Promise<string> => {
    if (!current || current.id === draft.id) return '';
    const { length } = await client.standard.compare({ before: current.id, after: draft.id });
    return length === 0
      ? t('standard.publish.changesNone', { number: current.number })
      : t('standard.publish.changes', { number: current.number, count: length });
  };

  return {
    publish: async (draft) => {
      try {
        const problems = await client.standard.check({ id: draft.id });
        if (problems.length > 0) {
          onProblems();
          return;
        }
        const agreed = await ask.confirm({
          title: t('standard.publish.title', { number: draft.number }),
          text: `${await changesText(draft)}${t('standard.publish.text')}`,
          ok: t('standard.action.publish'),
        });
        if (!agreed) return;
        const { number } = await publishing.mutateAsync({ id: draft.id });
        void message.success(t('standard.publish.done', { number }));
      } catch (error) {
        if (!publishing.isError) void message.error(failureText(t, error));
      }
    },
    drop: async (draft) => {
      const agreed = await ask.confirm({
        title: t('standard.form.deleteTitle', { title: draft.title }),
        text: t('standard.form.deleteText'),
        ok: t('standard.action.delete'),
        danger: true,
      });
      if (!agreed) return;
      choose({ version: null });
      dropping.mutate({ id: draft.id }, { onSuccess: () => void message.success(t('standard.form.deleted')) });
    },
    removeCriterion: async (draft, code) => {
      const agreed = await ask.confirm({
        title: t('standard.form.removeTitle', { code }),
        text: t('standard.form.removeText'),
        ok: t('standard.action.remove'),
        danger: true,
      });
      if (!agreed) return;
      choose({ criterion: null });
      removing.mutate(
        { id: draft.id, code },
        { onSuccess: () => void message.success(t('standard.form.removed', { code })) },
      );
    },
  };
}
