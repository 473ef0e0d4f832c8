// The first password that an administrator gives: shown in clear, since it is told face to face; generated on request.
import { Button, Form, Input, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { newPasswordRules } from '../signIn/passwordRules.ts';

// Without letters and digits that are misread from paper.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Twelve letters and digits in groups of four. */
function generate(): string {
  const letters: string[] = [];
  while (letters.length < 12) {
    const byte = crypto.getRandomValues(new Uint8Array(1))[0] ?? 255;
    if (byte < LETTERS.length * 8) letters.push(LETTERS.charAt(byte % LETTERS.length));
  }
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join('')).join('-');
}

/** Sets the form's field `password`. */
export function NewPasswordField() {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  return (
    <Form.Item label={t('settings.users.password')} htmlFor="password" extra={t('settings.users.passwordHint')}>
      <Space.Compact block>
        <Form.Item name="password" rules={newPasswordRules(t)} noStyle>
          <Input id="password" autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Button
          onClick={() => {
            form.setFieldValue('password', generate());
            void form.validateFields(['password']);
          }}
        >
          {t('settings.users.generate')}
        </Button>
      </Space.Compact>
    </Form.Item>
  );
}
