// A moment in a form, as ISO 8601 or null; 现在 fills in the present.
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InstantField } from '../observation/InstantField.tsx';

export interface InstantItemProps {
  readonly id?: string;
  readonly value?: string | null;
  readonly onChange?: (instant: string | null) => void;
}

export function InstantItem({ id = '', value = null, onChange }: InstantItemProps) {
  const { t } = useTranslation();
  // The field keeps what was typed; a moment set by the button is shown by a new one.
  const [turn, setTurn] = useState(0);
  return (
    <Flex gap={8}>
      <div style={{ flex: 1 }}>
        <InstantField key={turn} id={id} value={value} onChange={(instant) => onChange?.(instant)} />
      </div>
      <Button
        onClick={() => {
          setTurn(turn + 1);
          onChange?.(new Date().toISOString());
        }}
      >
        {t('responses.form.now')}
      </Button>
    </Flex>
  );
}
