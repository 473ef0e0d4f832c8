// The head's actions on the open version: exchange with Excel, print, compare; on a draft check, publish, rename, drop.
import { DownOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { StandardVersion } from '../../../shared/contract/standard.ts';
import type { DraftActions } from './useDraftActions.tsx';

export interface VersionActionsProps {
  readonly version: StandardVersion;
  readonly mayEdit: boolean;
  readonly busy: boolean;
  readonly drafts: DraftActions;
  readonly onNewDraft: () => void;
  readonly onRename: () => void;
  readonly onCheck: () => void;
  readonly onImport: () => void;
  readonly onExport: () => void;
}

export function VersionActions(props: VersionActionsProps) {
  const { version, mayEdit, busy, drafts } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isDraft = version.status === 'draft';
  const items = [
    { key: 'export', label: t('standard.action.export'), disabled: busy, onClick: props.onExport },
    ...(mayEdit
      ? [{ key: 'import', label: t('standard.action.import'), disabled: busy, onClick: props.onImport }]
      : []),
    ...(mayEdit && isDraft
      ? [
          { key: 'newDraft', label: t('standard.action.newDraft'), onClick: props.onNewDraft },
          { key: 'rename', label: t('standard.action.rename'), onClick: props.onRename },
          { type: 'divider' as const },
          {
            key: 'delete',
            label: t('standard.action.delete'),
            danger: true,
            onClick: () => void drafts.drop(version),
          },
        ]
      : []),
  ];
  return (
    <>
      <Button onClick={() => void navigate(`/standard/${version.id}/print`)}>{t('standard.action.print')}</Button>
      <Button onClick={() => void navigate(`/standard/compare?after=${version.id}`)}>
        {t('standard.action.compare')}
      </Button>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<DownOutlined />} iconPlacement="end">
          {t('standard.action.more')}
        </Button>
      </Dropdown>
      {mayEdit && isDraft && <Button onClick={props.onCheck}>{t('standard.action.check')}</Button>}
      {mayEdit &&
        (isDraft ? (
          <Button type="primary" onClick={() => void drafts.publish(version)}>
            {t('standard.action.publish')}
          </Button>
        ) : (
          <Button type="primary" icon={<PlusOutlined />} onClick={props.onNewDraft}>
            {t('standard.action.newDraft')}
          </Button>
        ))}
    </>
  );
}
