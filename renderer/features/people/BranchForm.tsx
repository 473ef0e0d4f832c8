// Adds or changes a branch.
import { useMutation } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Branch } from '../../../shared/contract/people.ts';
import { api, client, queryClient } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { BranchSelect } from './BranchSelect.tsx';
import { selfAndBelow } from './branchTree.ts';
import { focusFirst } from './focusFirst.ts';

interface Values {
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
}

export interface BranchFormProps {
  /** Null adds one. */
  readonly branch: Branch | null;
  readonly branches: readonly Branch[];
  readonly onClose: () => void;
}

export function BranchForm({ branch, branches, onClose }: BranchFormProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const formId = useId();
  const save = useMutation({
    mutationFn: (values: Values) => {
      const fields = { ...values, parentId: values.parentId ?? null };
      return branch ? client.branches.update({ ...fields, id: branch.id }) : client.branches.add(fields);
    },
    onSuccess: ({ code }) => {
      void queryClient.invalidateQueries({ queryKey: api.branches.key() });
      void message.success(branch ? t('frame.saved') : t('people.branch.added', { code }));
      onClose();
    },
  });
  const required = (label: string) => [
    { required: true, whitespace: true, message: t('account.field.required', { label }) },
  ];
  const top = branches.find((one) => one.parentId === null);
  return (
    <Modal
      open
      title={branch ? t('people.branch.editTitle', { code: branch.code }) : t('people.branch.add')}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={save.isPending}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId }}
    >
      <FailureAlert error={save.error} />
      <Form<Values>
        id={formId}
        layout="vertical"
        initialValues={branch ?? { code: '', name: '', parentId: top?.id ?? null }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item name="code" label={t('people.branch.code')} rules={required(t('people.branch.code'))}>
          <Input autoFocus maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t('people.branch.name')} rules={required(t('people.branch.name'))}>
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
        <Form.Item name="parentId" label={t('people.branch.parent')}>
          <BranchSelect
            allowClear
            placeholder={t('people.branch.noParent')}
            {...(branch ? { without: selfAndBelow(branches, branch.id) } : {})}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
