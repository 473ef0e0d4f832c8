// The grid's look from the same tokens as everything else (theme.ts).
import { colorSchemeDark, colorSchemeLight, themeQuartz, type Theme } from 'ag-grid-community';
import { FONT } from '../../theme.ts';

const base = themeQuartz.withParams({
  fontFamily: FONT,
  fontSize: 14,
  headerFontSize: 14,
  headerFontWeight: 600,
  rowHeight: 32,
  headerHeight: 36,
  spacing: 4,
  cellHorizontalPadding: 8,
  wrapperBorderRadius: 4,
  borderRadius: 4,
  backgroundColor: 'var(--surface)',
  dataBackgroundColor: 'var(--surface)',
  wrapperBackgroundColor: 'var(--surface)',
  foregroundColor: 'var(--text)',
  textColor: 'var(--text)',
  cellTextColor: 'var(--text)',
  headerBackgroundColor: 'var(--ground)',
  headerTextColor: 'var(--text)',
  borderColor: 'var(--line)',
  chromeBackgroundColor: 'var(--ground)',
  accentColor: 'var(--accent)',
  selectedRowBackgroundColor: 'var(--accent-ground)',
  rowHoverColor: 'var(--hover)',
  oddRowBackgroundColor: 'transparent',
});

const light = base.withPart(colorSchemeLight);
const dark = base.withPart(colorSchemeDark);

export const gridTheme = (isDark: boolean): Theme => (isDark ? dark : light);
