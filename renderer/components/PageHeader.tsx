// The head of every list or plain screen: one h1, what it is for, actions at the right.
//   <PageHeader title={t('people.title')} actions={<Button type="primary">…</Button>} />
import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';

export interface PageHeaderProps {
  readonly title: ReactNode;
  /** One short line beside the title. */
  readonly detail?: ReactNode;
  readonly actions?: ReactNode;
}

export function PageHeader({ title, detail, actions }: PageHeaderProps) {
  return (
    <Flex className="page-header" align="center" gap={12} wrap>
      <Typography.Title level={1} className="page-title">
        {title}
      </Typography.Title>
      {detail === undefined ? null : <Typography.Text type="secondary">{detail}</Typography.Text>}
      <Flex gap={8} className="page-actions" wrap>
        {actions}
      </Flex>
    </Flex>
  );
}
