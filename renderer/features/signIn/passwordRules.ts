// The rules of a new password, for every form that sets one; the same as the contract's.
import type { FormInstance, FormRule } from 'antd';
import type { TFunction } from 'i18next';

/** The contract's least length of a password. */
const LEAST = 10;

export const newPasswordRules = (t: TFunction): FormRule[] => [
  { required: true, message: t('account.field.required', { label: t('account.signIn.password') }) },
  { min: LEAST, message: t('account.password.tooShort') },
];

/** The second entry must equal the field `of`. */
export const sameAs = (t: TFunction, of: string) => (form: Pick<FormInstance, 'getFieldValue'>) => ({
  validator: (_: unknown, value: string) =>
    value === form.getFieldValue(of) ? Promise.resolve() : Promise.reject(new Error(t('account.password.differs'))),
});
