// What can be added to the current row, with the keys for it.
import { CameraOutlined, EditOutlined, FlagOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../../components/Kbd.tsx';
import { useRunner } from './runnerContext.ts';

export function RowTools({ code, redLine }: { readonly code: string; readonly redLine: boolean }) {
  const { t } = useTranslation();
  const { detail, open } = useRunner();
  return (
    <div className="item-tools">
      <Button size="small" type="text" icon={<EditOutlined />} onClick={() => detail(code, 'note')}>
        {t('observation.runner.addNote')} <Kbd>N</Kbd>
      </Button>
      <Button size="small" type="text" icon={<CameraOutlined />} onClick={() => detail(code, 'photo')}>
        {t('observation.runner.addPhoto')} <Kbd>P</Kbd>
      </Button>
      {redLine && (
        <Button size="small" type="text" icon={<FlagOutlined />} onClick={() => open({ kind: 'redLineInfo', code })}>
          {t('observation.runner.redLineInfo')} <Kbd>R</Kbd>
        </Button>
      )}
    </div>
  );
}
