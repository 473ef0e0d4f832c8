// The wording of one clause of a draft; its number is the handbook's and stays.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Flex, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Clause } from '../../../shared/contract/standard.ts';
import { api } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { TextPair } from './CriterionForm.tsx';

export interface ClauseFormProps {
  readonly version: string;
  readonly clause: Clause;
  readonly onClose: () => void;
}

export function ClauseForm({ version, clause, onClose }: ClauseFormProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form] = Form.useForm<Pick<Clause, 'title' | 'text'>>();
  const save = useMutation(
    api.standard.saveClause.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.standard.key() });
        onClose();
      },
    }),
  );
  return (
    <Drawer
      open
      size={560}
      onClose={onClose}
      title={t('standard.form.editClause', { id: clause.id })}
      footer={
        <Flex gap={8} justify="end">
          <Button onClick={onClose}>{t('frame.cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
            {t('frame.save')}
          </Button>
        </Flex>
      }
    >
      <FailureAlert error={save.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ title: clause.title, text: clause.text }}
        onFinish={(fields) => save.mutate({ id: version, clause: { id: clause.id, ...fields } })}
      >
        <TextPair name="title" rows={1} />
        <TextPair name="text" rows={3} />
      </Form>
    </Drawer>
  );
}
