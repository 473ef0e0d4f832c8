// The plain card on which everything before the console stands: sign-in, recovery, first set-up, the idle lock.
import { Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../../shared/contract/vocabulary.ts';
import { useAppearance } from '../../Appearance.tsx';
import './entry.css';

export interface EntryCardProps {
  readonly title: string;
  readonly icon?: ReactNode;
  readonly hint?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function EntryCard({ title, icon, hint, wide = false, children }: EntryCardProps) {
  const { t } = useTranslation();
  const { language, setLanguage } = useAppearance();
  return (
    <main className="entry">
      <div className="entry-product">{t('frame.product')}</div>
      <section className={wide ? 'entry-card entry-card-wide' : 'entry-card'}>
        <Typography.Title level={1} className="page-title">
          {icon} {title}
        </Typography.Title>
        {hint === undefined ? null : <p className="entry-hint">{hint}</p>}
        {children}
      </section>
      <div className="entry-languages" role="group" aria-label={t('frame.user.language')}>
        {LANGUAGES.map((one) => (
          <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => setLanguage(one)}>
            {t(`words.language.${one}`)}
          </button>
        ))}
      </div>
    </main>
  );
}
