// Settings › about: what this is, and the keys that work everywhere.
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../components/Kbd.tsx';

const KEYS = [
  { key: 'keyPalette', keys: ['Ctrl', 'K'] },
  { key: 'keyBack', keys: ['Esc'] },
  { key: 'keyMove', keys: ['↑', '↓', '←', '→'] },
  { key: 'keyOpen', keys: ['Enter'] },
  { key: 'keyLock', keys: ['Ctrl', 'Shift', 'L'] },
] as const;

export function About() {
  const { t } = useTranslation();
  return (
    <div className="settings-part">
      <section className="panel">
        <h2>{t('settings.about.title')}</h2>
        <p>{t('settings.about.text')}</p>
        <p className="last">{t('settings.about.scoring')}</p>
      </section>
      <section className="panel">
        <h2>{t('settings.about.keys')}</h2>
        <dl className="keys">
          {KEYS.map(({ key, keys }) => (
            <div key={key}>
              <dt>{t(`settings.about.${key}`)}</dt>
              <dd>
                {keys.map((one) => (
                  <Kbd key={one}>{one}</Kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
