// Texts of first run, sign-in, recovery, password change and the idle lock in English.
import type { SameKeys } from '../texts.ts';
import type { account as source } from '../zh-CN/account.ts';

export const account: SameKeys<typeof source> = {
  signIn: {
    title: 'Sign in',
    login: 'Sign-in name',
    password: 'Password',
    submit: 'Sign in',
    forgot: 'Forgot the password',
    capsLock: 'Caps Lock is on',
  },
  recover: {
    title: 'Set a new password with the recovery code',
    hint: 'The recovery code was printed at the first set-up. It works for administrators only; others ask an administrator to reset their password.',
    code: 'Recovery code',
    submit: 'Set the password',
    back: 'Back to sign-in',
    done: 'The password is set. The old recovery code is void; keep the new one.',
    toSignIn: 'Sign in',
  },
  firstRun: {
    title: 'First set-up',
    intro: 'All data stays on this computer. A few steps set up the branch and the first user.',
    stepBranch: 'Branch',
    stepUser: 'First user',
    stepCode: 'Recovery code',
    branchCode: 'Branch code',
    branchCodeHint: 'The code that headquarters gave the branch. It appears in the workbook.',
    branchName: 'Branch name',
    userHint: 'The first user is administrator and branch manager at once. Settings can change that later.',
    userName: 'Name',
    next: 'Next',
    previous: 'Previous',
    create: 'Set up',
    codeTitle: 'Recovery code',
    codeHint:
      'It sets a new password when one is forgotten. It is shown only here and only once: print it or write it down, and keep it away from this computer.',
    codeLabel: 'Recovery code',
    codeKept: 'I have put the recovery code in a safe place',
    enter: 'Open the console',
    sheetTitle: 'Recovery code of the Supervision Console',
  },
  password: {
    title: 'Change password',
    mustChange: 'An administrator gave you a first password. Replace it with your own before going on.',
    current: 'Current password',
    next: 'New password',
    repeat: 'New password again',
    rule: 'At least 10 characters. Length helps more than symbols.',
    tooShort: 'At least 10 characters',
    differs: 'The two entries differ',
    submit: 'Change password',
    changed: 'Password changed',
  },
  lock: {
    title: 'The screen is locked',
    hint: '{{name}}, the password brings you back to where you were. Nothing unsaved is lost.',
    submit: 'Unlock',
    signOut: 'Sign out',
    signOutWarning: 'Signing out loses whatever is unsaved on this screen.',
  },
  field: {
    required: 'Enter: {{label}}',
    login: '2 to 40 letters, digits, dots, hyphens or underscores',
    tooLong: 'At most {{max}} characters',
  },
};
