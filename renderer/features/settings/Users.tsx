// Settings › users: who may sign in and in which roles.
import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../shared/contract/account.ts';
import { api } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { StateTag } from '../../components/StateTag.tsx';
import { useFormat } from '../../format.ts';
import { UserDialog } from './UserDialog.tsx';

export function Users() {
  const { t } = useTranslation();
  const format = useFormat();
  const users = useQuery(api.users.list.queryOptions());
  /** The id of the user whose dialog is open, 'new' for one to be added. */
  const [open, setOpen] = useState<string | null>(null);

  const columns = useMemo<readonly Column<User>[]>(() => {
    // A lock that has run out is no lock; the list is read anew when it opens.
    const locked = (user: User) => user.lockedUntil !== null && new Date(user.lockedUntil) > new Date();
    return [
      {
        key: 'login',
        kind: 'text',
        header: t('settings.users.login'),
        value: (user) => user.login,
        width: 160,
        sort: 'asc',
      },
      { key: 'name', kind: 'text', header: t('settings.users.name'), value: (user) => user.name, width: 160 },
      {
        key: 'roles',
        kind: 'text',
        header: t('settings.users.roles'),
        value: (user) => user.roles.map((role) => t(`words.role.${role}`)).join(' · '),
        width: 240,
        grow: true,
      },
      {
        key: 'status',
        kind: 'choice',
        header: t('settings.users.status'),
        value: (user) => user.status,
        options: (['active', 'disabled'] as const).map((value) => ({ value, label: t(`words.userStatus.${value}`) })),
        filter: true,
        width: 240,
        cell: (user) => (
          <Flex gap={4} align="center" className="cell-tags">
            <StateTag tone={user.status === 'active' ? 'met' : 'neutral'}>
              {t(`words.userStatus.${user.status}`)}
            </StateTag>
            {user.mustChangePassword && <StateTag>{t('settings.users.mustChange')}</StateTag>}
            {locked(user) && (
              <StateTag tone="warn">
                {t('settings.users.lockedUntil', { time: format.time(user.lockedUntil ?? '') })}
              </StateTag>
            )}
          </Flex>
        ),
      },
      {
        key: 'lastSignIn',
        kind: 'instant',
        header: t('settings.users.lastSignIn'),
        value: (user) => user.lastSignInAt,
        width: 160,
      },
      {
        key: 'created',
        kind: 'instant',
        header: t('settings.users.created'),
        value: (user) => user.createdAt,
        width: 160,
      },
    ];
  }, [t, format]);

  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen('new')}>
      {t('settings.users.add')}
    </Button>
  );
  return (
    <>
      <DataGrid<User>
        name="users"
        title={t('settings.users.title')}
        query={users}
        columns={columns}
        rowId={(user) => user.id}
        onOpen={(user) => setOpen(user.id)}
        before={add}
        empty={{ title: t('settings.users.empty'), hint: t('settings.users.emptyHint'), action: add }}
      />
      {open !== null && (
        <UserDialog user={users.data?.find((user) => user.id === open)} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
