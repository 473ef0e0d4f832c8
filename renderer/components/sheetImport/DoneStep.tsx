// Step 4: what was done, and what is left to correct in the file.
import { Button, Flex, Result } from 'antd';
import { useTranslation } from 'react-i18next';

export interface DoneStepProps {
  readonly title: string;
  readonly rejected: number;
  /** Where the imported rows are seen. */
  readonly toList: { readonly label: string; readonly go: () => void };
  readonly onAgain: () => void;
}

export function DoneStep({ title, rejected, toList, onAgain }: DoneStepProps) {
  const { t } = useTranslation();
  return (
    <Result
      status="success"
      role="status"
      title={<span className="state-title">{title}</span>}
      subTitle={rejected > 0 ? t('sheetImport.rejectedLeft', { count: rejected }) : undefined}
      extra={
        <Flex gap={8} justify="center">
          <Button type="primary" autoFocus onClick={toList.go}>
            {toList.label}
          </Button>
          <Button onClick={onAgain}>{t('sheetImport.again')}</Button>
        </Flex>
      }
    />
  );
}
