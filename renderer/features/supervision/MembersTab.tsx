// Who belongs to which department; a manager sets it from a day on.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Form, Modal, Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEPARTMENTS, type Department, type Member } from '../../../shared/contract/supervision.ts';
import { useAccount } from '../../account.ts';
import { api, client, queryClient } from '../../client.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { focusFirst } from '../people/focusFirst.ts';
import { useToday } from '../people/useToday.ts';
import { useDepartment } from './useDepartment.ts';

const NONE = 'none';

interface Values {
  readonly department: Department | typeof NONE;
  readonly fromDay: string;
}

function useColumns(): readonly Column<Member>[] {
  const { t } = useTranslation();
  const nameOf = useDepartment();
  return useMemo(
    (): readonly Column<Member>[] => [
      {
        kind: 'text',
        key: 'name',
        header: t('supervision.members.name'),
        width: 140,
        grow: true,
        value: (row) => row.name,
      },
      { kind: 'text', key: 'login', header: t('supervision.members.login'), width: 160, value: (row) => row.login },
      {
        ...{ kind: 'choice', key: 'status', header: t('supervision.members.status'), width: 96, filter: true },
        value: ({ active }) => (active ? 'active' : 'disabled'),
        options: (['active', 'disabled'] as const).map((value) => ({ value, label: t(`words.userStatus.${value}`) })),
      },
      {
        ...{ kind: 'choice', key: 'department', header: t('supervision.members.department'), width: 200, filter: true },
        value: ({ department }) => department ?? NONE,
        options: [null, ...DEPARTMENTS].map((value) => ({ value: value ?? NONE, label: nameOf(value) })),
      },
      {
        kind: 'day',
        key: 'fromDay',
        header: t('supervision.members.fromDay'),
        width: 120,
        value: (row) => row.fromDay,
      },
    ],
    [t, nameOf],
  );
}

function SetDepartment({ member, onClose }: { readonly member: Member; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const nameOf = useDepartment();
  const formId = useId();
  const today = useToday();
  const save = useMutation({
    mutationFn: async ({ department, fromDay }: Values) => {
      await client.supervision.setDepartment({
        ...{ userId: member.userId, department: department === NONE ? null : department, fromDay },
      });
      await queryClient.invalidateQueries({ queryKey: api.supervision.key() });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('supervision.members.setFor', { name: member.name })}
      okText={t('frame.save')}
      cancelText={t('frame.cancel')}
      confirmLoading={save.isPending}
      onCancel={onClose}
      afterOpenChange={focusFirst(formId)}
      okButtonProps={{ htmlType: 'submit', form: formId }}
    >
      <FailureAlert error={save.error} />
      <p className="supervision-note">{t('supervision.members.note')}</p>
      <Form<Values>
        id={formId}
        layout="vertical"
        initialValues={{ department: member.department ?? NONE, fromDay: today }}
        onFinish={(values) => save.mutate(values)}
      >
        <Form.Item name="department" label={t('supervision.members.department')}>
          <Select options={[...DEPARTMENTS, null].map((value) => ({ value: value ?? NONE, label: nameOf(value) }))} />
        </Form.Item>
        <Form.Item
          name="fromDay"
          label={t('supervision.members.fromDay')}
          rules={[{ required: true, message: t('supervision.shares.required') }]}
        >
          <DayInput allowClear={false} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

export function MembersTab() {
  const { t } = useTranslation();
  const { may } = useAccount();
  const [member, setMember] = useState<Member | null>(null);
  const query = useQuery({ ...api.supervision.members.queryOptions(), staleTime: 0 });
  const sets = may('improvement.decide');
  return (
    <>
      <DataGrid<Member>
        name="supervisionMembers"
        title={t('supervision.tab.members')}
        query={query}
        columns={useColumns()}
        rowId={({ userId }) => userId}
        rowTone={({ active }) => (active ? undefined : 'quiet')}
        {...(sets ? { onOpen: setMember } : {})}
        foot={<span>{t(sets ? 'supervision.members.note' : 'supervision.members.noRight')}</span>}
        empty={{ title: t('supervision.members.empty'), hint: t('supervision.members.emptyHint') }}
      />
      {member && <SetDepartment member={member} onClose={() => setMember(null)} />}
    </>
  );
}
