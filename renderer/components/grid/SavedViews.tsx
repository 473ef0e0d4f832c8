// Named views of a grid: its columns, filters and search, kept for each person at this computer.
import { DeleteOutlined, EyeOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Popover, Space, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccount } from '../../account.ts';
import { kept } from '../kept.ts';
import type { GridView } from './DataGrid.tsx';

export interface SavedViewsProps {
  readonly name: string;
  /** The view as it stands. */
  readonly now: () => GridView;
  readonly onView: (view: GridView) => void;
}

interface Named {
  readonly name: string;
  readonly view: GridView;
}

const DEFAULT: GridView = { layout: null, filters: {}, search: '' };

export function SavedViews({ name, now, onView }: SavedViewsProps) {
  const { t } = useTranslation();
  const { actor } = useAccount();
  const store = useMemo(() => kept<readonly Named[]>(`views.${actor.userId}.${name}`, []), [actor.userId, name]);
  const [views, setViews] = useState(store.read);
  const [open, setOpen] = useState(false);
  const [newName, setNewName] = useState('');

  const write = (next: readonly Named[]) => {
    store.write(next);
    setViews(next);
  };
  const choose = (view: GridView) => {
    onView(view);
    setOpen(false);
  };
  const save = () => {
    const called = newName.trim();
    if (called === '') return;
    write([...views.filter((view) => view.name !== called), { name: called, view: now() }]);
    setNewName('');
    setOpen(false);
  };

  const content = (
    <Flex vertical gap={4} className="grid-views" role="dialog" aria-label={t('frame.grid.views')}>
      <Button type="text" block onClick={() => choose(DEFAULT)}>
        {t('frame.grid.viewDefault')}
      </Button>
      {views.map((view) => (
        <Flex key={view.name} gap={4}>
          <Button type="text" className="grid-view" onClick={() => choose(view.view)}>
            {view.name}
          </Button>
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('frame.grid.viewDelete', { name: view.name })}
            onClick={() => write(views.filter((other) => other.name !== view.name))}
          />
        </Flex>
      ))}
      {views.length === 0 && <Typography.Text type="secondary">{t('frame.grid.viewNone')}</Typography.Text>}
      <Space.Compact>
        <Input
          value={newName}
          maxLength={40}
          placeholder={t('frame.grid.viewName')}
          aria-label={t('frame.grid.viewName')}
          onChange={(event) => setNewName(event.target.value)}
          onPressEnter={save}
        />
        <Button onClick={save} disabled={newName.trim() === ''}>
          {t('frame.grid.viewSave')}
        </Button>
      </Space.Compact>
    </Flex>
  );
  return (
    <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} content={content}>
      <Button icon={<EyeOutlined />} aria-haspopup="dialog">
        {t('frame.grid.views')}
      </Button>
    </Popover>
  );
}
