// Drafts to finish: one's own go on in the runner, those of others are read.
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Home } from '../../../shared/contract/home.ts';
import { Block } from './Block.tsx';

const PATHS = { observation: '/observations', record: '/records/reviews', patrol: '/patrol' } as const;

/** The record of a calibration begins its session. */
const addressOf = ({ id, kind, own }: Home['drafts'][number]): string => {
  if (kind === 'calibration') return `/calibration/${id}`;
  if (kind === 'sample') return `/records/${id}`;
  return own ? `${PATHS[kind]}/${id}/run` : `${PATHS[kind]}/${id}`;
};

export function DraftsBlock({ home: { drafts } }: { readonly home: Home }) {
  const { t } = useTranslation();
  return (
    <Block
      id="drafts"
      title={t('home.drafts')}
      more={<Link to="/observations">{t('home.all')}</Link>}
      empty={{ title: t('home.draftsEmpty'), hint: t('home.draftsHint') }}
      lines={drafts.map((one) => ({
        id: one.id,
        to: addressOf(one),
        title: one.kind === 'patrol' ? t('home.draftKind.patrol') : `${one.agentName} ${one.employeeNumber}`,
        detail: [
          one.kind === 'record' || one.kind === 'calibration' || one.kind === 'sample'
            ? t(`home.draftKind.${one.kind}`)
            : null,
          one.day,
          one.place,
          one.assessorName,
        ]
          .filter(Boolean)
          .join(' · '),
        tag: t(one.kind === 'sample' ? 'home.reviewed' : 'home.answered', {
          ...{ answered: one.answered, criteria: one.criteria },
        }),
      }))}
    />
  );
}
