// The rules of a login, for every form that makes one; the same as the contract's. The hint under the field says the form.
import type { FormRule } from 'antd';
import type { TFunction } from 'i18next';

export const loginRules = (t: TFunction): FormRule[] => [
  {
    required: true,
    whitespace: true,
    message: t('account.field.required', { label: t('account.signIn.login') }),
  },
  { pattern: /^\s*([A-Za-z0-9._-]{2,40}\s*)?$/, message: t('account.field.loginWrong') },
];
