// What the console asks of the desktop: dialogs and the file manager. Main gives the native ones, the demo and tests
// that run without a window give answers of their own.
import type { Language } from '../shared/contract/vocabulary.ts';

export interface FileKind {
  readonly name: string;
  readonly extensions: readonly string[];
}

export interface Desktop {
  /** Null when the user closed the dialog. */
  readonly pickOpenFile: (options: {
    readonly title: string;
    readonly kinds: readonly FileKind[];
  }) => Promise<string | null>;
  readonly pickSaveFile: (options: {
    readonly title: string;
    readonly name: string;
    readonly kinds: readonly FileKind[];
  }) => Promise<string | null>;
  readonly pickFolder: (options: { readonly title: string }) => Promise<string | null>;
  readonly showInFolder: (path: string) => void;
  /** Gives the window the whole screen and takes its menu away, or gives both back. Nothing without a window. */
  readonly fillScreen?: (on: boolean) => void;
  /** What the window shows, as the bytes of a PDF on A4. Left out without a window. */
  readonly printPage?: () => Promise<Uint8Array>;
  /** Words the application menu in the language that the settings now have. Nothing without a window. */
  readonly showLanguage?: (language: Language) => void;
  /** Opens a file with the program that the system has for it. @throws AppError FILE noProgram */
  readonly openFile: (path: string) => Promise<void>;
}

export const PDF: FileKind = { name: 'PDF', extensions: ['pdf'] };
export const EXCEL: FileKind = { name: 'Excel', extensions: ['xlsx'] };
