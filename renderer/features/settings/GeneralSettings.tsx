// Settings › general. Language and appearance are everyone's and work at once; how the branch works needs settings.manage.
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Form, InputNumber, Segmented, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { Theme } from '../../../shared/contract/account.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { LANGUAGES } from '../../../shared/contract/vocabulary.ts';
import { useAccount } from '../../account.ts';
import { useAppearance } from '../../Appearance.tsx';
import { api, queryClient } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { Loaded } from '../../components/states.tsx';

export function GeneralSettings() {
  const { t } = useTranslation();
  const { language, theme, setLanguage, setTheme } = useAppearance();
  const settings = useQuery(api.settings.get.queryOptions());
  return (
    <div className="settings-part">
      <section className="panel">
        <h2>{t('settings.general.personal')}</h2>
        <Form layout="vertical">
          <Form.Item label={<span id="settings-language">{t('settings.general.language')}</span>}>
            <Segmented
              aria-labelledby="settings-language"
              name="language"
              value={language}
              onChange={setLanguage}
              options={LANGUAGES.map((value) => ({ value, label: t(`words.language.${value}`) }))}
            />
          </Form.Item>
          <Form.Item label={<span id="settings-theme">{t('settings.general.theme')}</span>} className="last">
            <Segmented
              aria-labelledby="settings-theme"
              name="theme"
              value={theme}
              onChange={setTheme}
              options={Theme.options.map((value) => ({ value, label: t(`words.theme.${value}`) }))}
            />
          </Form.Item>
        </Form>
      </section>
      <section className="panel">
        <h2>{t('settings.general.work')}</h2>
        <Loaded query={settings}>{(values) => <WorkSettings values={values} />}</Loaded>
      </section>
    </div>
  );
}

type Work = Pick<Settings, 'idleMinutes' | 'timeZone' | 'showScoreWhileObserving'>;

function WorkSettings({ values }: { readonly values: Settings }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { may } = useAccount();
  const editable = may('settings.manage');
  const save = useMutation(
    api.settings.set.mutationOptions({
      onSuccess: async (saved) => {
        queryClient.setQueryData(api.settings.get.queryKey(), saved);
        await queryClient.invalidateQueries({ queryKey: api.account.state.key() });
        void message.success(t('frame.saved'));
      },
    }),
  );
  return (
    <Form<Work>
      layout="vertical"
      requiredMark={false}
      disabled={!editable}
      initialValues={values}
      onFinish={({ idleMinutes, timeZone, showScoreWhileObserving }) =>
        save.mutate({ idleMinutes, timeZone, showScoreWhileObserving })
      }
    >
      <FailureAlert error={save.error} />
      <Form.Item
        name="idleMinutes"
        label={t('settings.general.idle')}
        extra={t('settings.general.idleHint')}
        rules={[{ required: true, type: 'integer', min: 1, max: 120, message: t('settings.general.idleHint') }]}
      >
        <InputNumber
          min={1}
          max={120}
          precision={0}
          suffix={t('settings.general.minutes')}
          className="settings-short"
        />
      </Form.Item>
      <Form.Item name="timeZone" label={t('settings.general.timeZone')} extra={t('settings.general.timeZoneHint')}>
        <Select
          showSearch
          className="settings-short"
          options={Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }))}
        />
      </Form.Item>
      <Form.Item
        name="showScoreWhileObserving"
        valuePropName="checked"
        label={t('settings.general.showScore')}
        extra={t('settings.general.showScoreHint')}
      >
        <Switch />
      </Form.Item>
      {editable ? (
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('frame.save')}
        </Button>
      ) : (
        <p className="settings-note">{t('settings.general.readOnly')}</p>
      )}
    </Form>
  );
}
