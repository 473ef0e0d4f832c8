// The times of keeping as one table: from when, on what ground, how long and why, and how much is over it.
import { useMutation, type UseQueryResult } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RetentionRule, RetentionTable } from '../../../shared/contract/retention.ts';
import { api, queryClient } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { Loaded } from '../../components/states.tsx';
import { RuleLine } from './RuleLine.tsx';

interface Props {
  readonly rules: UseQueryResult<RetentionRule[]>;
  /** Shows what is due of a table. */
  readonly onList: (table: RetentionTable) => void;
}

const NUMBERS = ['due', 'held', 'kept'] as const;

export function Rules({ rules, onList }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const save = useMutation(
    api.retention.setRule.mutationOptions({
      onSuccess: (lines) => {
        queryClient.setQueryData(api.retention.rules.queryKey(), lines);
        void queryClient.invalidateQueries({ queryKey: api.retention.key() });
        void message.success(t('retention.saved'));
      },
    }),
  );
  return (
    <section className="panel retention-panel" aria-labelledby="retention-rules">
      <h2 id="retention-rules">{t('retention.rules')}</h2>
      <p className="settings-note">{t('retention.note')}</p>
      <FailureAlert error={save.error} />
      <Loaded query={rules}>
        {(lines) => (
          <table className="retention-rules">
            <thead>
              <tr>
                <th scope="col">{t('retention.field.table')}</th>
                <th scope="col">{t('retention.field.counted')}</th>
                <th scope="col">{t('retention.field.ground')}</th>
                <th scope="col">{t('retention.field.months')}</th>
                <th scope="col">{t('retention.field.oldest')}</th>
                {NUMBERS.map((name) => (
                  <th key={name} scope="col" className="retention-number">
                    {t(`retention.field.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((rule) => (
                <RuleLine
                  key={`${rule.table} ${rule.months} ${rule.reason}`}
                  rule={rule}
                  saving={save.isPending}
                  onList={() => onList(rule.table)}
                  onSave={(given) => save.mutate({ table: rule.table, ...given })}
                />
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </section>
  );
}
