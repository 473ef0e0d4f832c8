// What a failure says to the person in English.
import type { SameKeys } from '../texts.ts';
import type { errors as source } from '../zh-CN/errors.ts';

export const errors: SameKeys<typeof source> = {
  unknown:
    'That did not work, for an unknown reason. Try again; if it happens again, give the log to an administrator.',
  disconnected: 'The connection to the background process is lost. Please start the console again.',
  invalid: 'Something entered does not fit. Check it and try again.',
  internal: 'The background process met an error. Nothing was done.',
  cancelled: 'Stopped.',
  signInRequired: 'Please sign in first.',
  locked: 'The screen is locked. Enter your password first.',
  forbidden: 'Your role may not do this.',
  notFound: 'This record was not found. Somebody may have changed it.',
  changeWithoutAudit: 'The change had no audit entry and was refused.',
  databaseForeign: 'The data file is not a database of this console and was not opened.',
  databaseNewer:
    'The database is from a newer version (schema {{schema}}, known {{known}}). Upgrade the console first.',
  databaseDamaged: 'The database did not pass its integrity check. Restore a backup.',
  migrationBroken: 'The upgrade of the database failed at step {{number}}. The data is as it was before.',
  wrongPassword: 'The sign-in name or the password is wrong.',
  passwordWrong: 'The password is wrong.',
  lockedForMinutes: 'Too many wrong attempts. Try again in {{minutes}} minutes.',
  userDisabled: 'This user is disabled. Ask an administrator.',
  loginTaken: 'The sign-in name “{{login}}” is taken.',
  lastAdministrator: 'At least one active administrator must remain.',
  notYourself: 'You cannot do this to yourself.',
  recoveryCodeWrong: 'The sign-in name or the recovery code is wrong.',
  samePassword: 'The new password must differ from the current one.',
  alreadySetUp: 'The console has already been set up.',
  noBackupFolder: 'No backup folder has been chosen yet.',
  diskFull: 'The disk is full. Nothing was written.',
  fileInUse: 'Another program holds the file. Close it there and try again.',
  fileUnreadable: 'Cannot read the file {{file}}.',
  fileUnwritable: 'Cannot write the file {{file}}.',
  workbookNotRecognised: 'This file is not an Excel workbook (.xlsx).',
  workbookOldFormat: 'This is an Excel file of the old format (.xls). Save it as .xlsx in Excel and try again.',
  workbookEncrypted: 'The workbook has a password for opening. Remove it in Excel and try again.',
  workbookDamaged: 'The workbook is damaged and cannot be read: {{detail}}.',
  workbookTooLarge: 'The workbook is too large and was not read: {{detail}}.',
  workbookSheetMissing: 'The workbook has no sheet “{{sheet}}”.',
};
