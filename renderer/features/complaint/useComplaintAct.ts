// Every change of a case: names the revision that the person saw, reads the case and the lists again, says that it is saved.
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '../../client.ts';

export interface Seen {
  readonly id: string;
  readonly revision: number;
}

export interface ComplaintAct {
  /** True where it was saved; else `error` says why not. */
  readonly run: (act: (seen: Seen) => Promise<unknown>) => Promise<boolean>;
  readonly error: unknown;
  readonly pending: boolean;
}

export function useComplaintAct({ id, revision }: Seen): ComplaintAct {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const change = useMutation({
    mutationFn: (act: (seen: Seen) => Promise<unknown>) => act({ id, revision }),
    onSuccess: () => void message.success(t('complaintCase.saved')),
    // Also after a refusal: somebody else may have gone on with the case.
    onSettled: () =>
      Promise.all([api.complaint.key(), api.home.key()].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
  return {
    run: async (act) => {
      try {
        await change.mutateAsync(act);
        return true;
      } catch {
        return false;
      }
    },
    error: change.error,
    pending: change.isPending,
  };
}
