// One table's time of keeping: changed in place, with the reason for it, and saved by Enter or its button.
import { Button, Flex, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionRule } from '../../../shared/contract/retention.ts';
import { count } from '../../format.ts';

interface Props {
  readonly rule: RetentionRule;
  readonly saving: boolean;
  readonly onList: () => void;
  readonly onSave: (given: { readonly months: number; readonly reason: string }) => void;
}

export function RuleLine({ rule, saving, onList, onSave }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<number | null>(rule.months);
  const [reason, setReason] = useState('');
  const name = t(`retention.table.${rule.table}`);
  const changed = typed !== null && typed !== rule.months;
  const ready = changed && reason.trim() !== '';
  const save = () => {
    if (ready) onSave({ months: typed, reason: reason.trim() });
  };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{t(`retention.from.${rule.table}`)}</td>
      <td>
        {rule.reason === '' ? t(`retention.ground.${rule.table}`) : t('retention.ownReason', { reason: rule.reason })}
      </td>
      <td>
        <Flex gap={8} align="center" wrap>
          <InputNumber
            size="small"
            className="retention-months"
            min={1}
            max={600}
            precision={0}
            value={typed}
            aria-label={t('retention.monthsOf', { table: name })}
            onChange={setTyped}
            onPressEnter={save}
          />
          {changed && (
            <>
              <Input
                size="small"
                className="retention-reason"
                maxLength={200}
                value={reason}
                placeholder={t('retention.reason')}
                aria-label={t('retention.reasonOf', { table: name })}
                onChange={(event) => setReason(event.target.value)}
                onPressEnter={save}
              />
              <Button size="small" type="primary" disabled={!ready} loading={saving} onClick={save}>
                {t('retention.save')}
              </Button>
            </>
          )}
        </Flex>
      </td>
      <td className="retention-day">{rule.oldest === null ? '—' : rule.oldest}</td>
      <td className="retention-number">
        {rule.due === 0 ? (
          '0'
        ) : (
          <Button
            type="link"
            size="small"
            aria-label={t('retention.listOf', { table: name, count: rule.due })}
            onClick={onList}
          >
            {count(rule.due)}
          </Button>
        )}
      </td>
      <td className="retention-number">{count(rule.held)}</td>
      <td className="retention-number">{count(rule.kept)}</td>
    </tr>
  );
}
