// One table's time of keeping: changed in place and saved by Enter or its button.
import { Button, Flex, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionRule } from '../../../shared/contract/retention.ts';

interface Props {
  readonly rule: RetentionRule;
  readonly chosen: boolean;
  readonly saving: boolean;
  readonly onChoose: () => void;
  readonly onSave: (months: number) => void;
}

export function RuleLine({ rule, chosen, saving, onChoose, onSave }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<number | null>(rule.months);
  const name = t(`retention.table.${rule.table}`);
  const changed = typed !== null && typed !== rule.months;
  const save = () => {
    if (changed) onSave(typed);
  };
  return (
    <tr className={chosen ? 'retention-chosen' : undefined}>
      <td>
        <Button type="link" size="small" {...(chosen ? { 'aria-current': 'true' as const } : {})} onClick={onChoose}>
          {name}
        </Button>
      </td>
      <td>{t(`retention.from.${rule.table}`)}</td>
      <td>
        <Flex gap={8}>
          <InputNumber
            size="small"
            min={1}
            max={600}
            precision={0}
            value={typed}
            aria-label={t('retention.monthsOf', { table: name })}
            onChange={setTyped}
            onPressEnter={save}
          />
          {changed && (
            <Button size="small" loading={saving} onClick={save}>
              {t('retention.save')}
            </Button>
          )}
        </Flex>
      </td>
      <td className="retention-number">{rule.due}</td>
      <td className="retention-number">{rule.kept}</td>
    </tr>
  );
}
