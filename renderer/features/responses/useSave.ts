// Saving a row: the lists and records are read again, and the row that now stands is told.
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '../../client.ts';

/** What every form does after it saved. */
export function useSaved(onSaved: (id: string) => void): ({ id }: { readonly id: string }) => void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return ({ id }) => {
    void queryClient.invalidateQueries({ queryKey: api.responses.key() });
    void message.success(t('responses.record.saved'));
    onSaved(id);
  };
}

export const useSaveRequest = (onSaved: (id: string) => void) =>
  useMutation(api.responses.saveRequest.mutationOptions({ onSuccess: useSaved(onSaved) }));
export const useSaveVisit = (onSaved: (id: string) => void) =>
  useMutation(api.responses.saveVisit.mutationOptions({ onSuccess: useSaved(onSaved) }));
export const useSaveFigure = (onSaved: (id: string) => void) =>
  useMutation(api.responses.saveFigure.mutationOptions({ onSuccess: useSaved(onSaved) }));
