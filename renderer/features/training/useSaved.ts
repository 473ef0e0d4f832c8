// What every form of 培训 does after it saved: the lists are read again, and the person is told.
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '../../client.ts';

export function useSaved<Result>(onSaved: (result: Result) => void): (result: Result) => void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  return (result) => {
    void queryClient.invalidateQueries({ queryKey: api.training.key() });
    // Needs and effects are readings of the worker.
    void queryClient.invalidateQueries({ queryKey: ['dashboard'] });
    void message.success(t('training.saved'));
    onSaved(result);
  };
}
