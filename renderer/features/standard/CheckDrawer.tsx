// What keeps a draft from being published, each problem one click from its line.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LineKind } from '../../../shared/contract/standardDraft.ts';
import { api } from '../../client.ts';
import { Loaded } from '../../components/states.tsx';
import { fieldName } from './words.ts';

export interface CheckDrawerProps {
  readonly version: string;
  readonly onClose: () => void;
  readonly onOpenLine: (kind: LineKind, code: string) => void;
}

export function CheckDrawer({ version, onClose, onOpenLine }: CheckDrawerProps) {
  const { t } = useTranslation();
  const problems = useQuery({ ...api.standard.check.queryOptions({ input: { id: version } }), staleTime: 0 });
  return (
    <Drawer open size={480} onClose={onClose} title={t('standard.check.title')}>
      <Loaded query={problems}>
        {(found) =>
          found.length === 0 ? (
            <Alert type="success" showIcon title={t('standard.check.none')} />
          ) : (
            <>
              <Alert type="warning" showIcon title={t('standard.check.found', { count: found.length })} />
              <ol className="standard-problems">
                {found.map(({ kind, code, field, reason }) => (
                  <li key={`${kind} ${code} ${field ?? ''} ${reason}`}>
                    <Button
                      type="link"
                      size="small"
                      aria-label={t('standard.check.open', { code })}
                      onClick={() => onOpenLine(kind, code)}
                    >
                      {code}
                    </Button>
                    <span>
                      {t(`standard.problem.${reason}`)}
                      {field === null ? '' : ` · ${fieldName(t, field)}`}
                    </span>
                  </li>
                ))}
              </ol>
            </>
          )
        }
      </Loaded>
    </Drawer>
  );
}
