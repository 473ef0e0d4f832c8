// The look, in one place: antd tokens from one seed colour, light and dark. The grid and the charts take theirs from here too.
import { theme, type ThemeConfig } from 'antd';
import type { Theme } from '../shared/contract/account.ts';

/** Deep teal. Red is kept for red lines and overdue, amber for running out, green for met. */
const SEED = '#0F6E6E';
/** The same hue, lighter: text and marks in it keep 4.5 : 1 on dark grounds. */
const SEED_DARK = '#45C8C3';

export const FONT = '"Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif';

const shape = {
  fontFamily: FONT,
  fontSize: 14,
  sizeUnit: 4,
  sizeStep: 4,
  borderRadius: 4,
  controlHeight: 32,
  wireframe: false,
  // A working console: nothing slides or fades while hands are faster than it.
  motion: false,
};

const light: ThemeConfig = {
  algorithm: theme.defaultAlgorithm,
  token: {
    ...shape,
    colorPrimary: SEED,
    colorLink: SEED,
    colorLinkHover: '#0A5050',
    colorLinkActive: '#083F3F',
    colorInfo: SEED,
    colorError: '#C22F2F',
    colorWarning: '#9A5B00',
    colorSuccess: '#2A7A36',
    colorPrimaryBg: '#E4F1F0',
    colorPrimaryBgHover: '#D2E8E6',
    colorPrimaryBorder: '#8FC1BE',
    colorInfoBg: '#E9F3F2',
    colorInfoBorder: '#A9CFCC',
    colorWarningBg: '#FFF6E3',
    colorWarningBorder: '#E5C480',
    colorSuccessBg: '#EAF5EB',
    colorSuccessBorder: '#A8D2AD',
    colorErrorBg: '#FDEEEE',
    colorErrorBorder: '#EBB1B1',
    colorTextSecondary: 'rgba(0, 0, 0, 0.72)',
    colorTextTertiary: 'rgba(0, 0, 0, 0.62)',
    colorTextQuaternary: 'rgba(0, 0, 0, 0.58)',
    colorBgLayout: '#F4F5F5',
  },
};

const dark: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...shape,
    colorPrimary: SEED_DARK,
    colorLink: SEED_DARK,
    // antd derives a darker one, which is lost on a dark ground.
    colorLinkHover: '#7FE0DB',
    colorLinkActive: '#A6EBE7',
    colorInfo: SEED_DARK,
    // Darker than antd derives them: the accent is written on both.
    colorPrimaryBg: '#152C2B',
    colorPrimaryBgHover: '#1B3836',
    colorError: '#FF7B78',
    colorWarning: '#E8B04B',
    colorSuccess: '#6CC477',
    colorTextSecondary: 'rgba(255, 255, 255, 0.76)',
    colorTextTertiary: 'rgba(255, 255, 255, 0.66)',
    colorTextQuaternary: 'rgba(255, 255, 255, 0.6)',
    // Dark words on the light teal of filled controls.
    colorTextLightSolid: '#04201F',
    colorBgLayout: '#0E0F0F',
    colorBgContainer: '#171919',
    colorBgElevated: '#202323',
  },
  components: {
    Tooltip: { colorTextLightSolid: 'rgba(255, 255, 255, 0.92)' },
    Badge: { colorTextLightSolid: '#2B0606' },
  },
};

const components: NonNullable<ThemeConfig['components']> = {
  Table: { cellPaddingBlock: 8, cellPaddingInline: 12 },
  Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
  Descriptions: { itemPaddingBottom: 8 },
};

/** antd's theme for the shade. */
export const themeOf = (isDark: boolean): ThemeConfig => {
  const shade = isDark ? dark : light;
  return { ...shade, components: { ...components, ...shade.components } };
};

/** Whether the chosen appearance is dark now. */
export const isDark = (chosen: Theme, systemDark: boolean): boolean =>
  chosen === 'dark' || (chosen === 'system' && systemDark);

const VARIABLES = {
  '--surface': 'colorBgContainer',
  '--raised': 'colorBgElevated',
  '--ground': 'colorBgLayout',
  '--text': 'colorText',
  '--text-2': 'colorTextSecondary',
  '--text-3': 'colorTextTertiary',
  '--line': 'colorBorderSecondary',
  '--line-strong': 'colorBorder',
  '--accent': 'colorPrimary',
  '--accent-ground': 'colorPrimaryBg',
  '--accent-line': 'colorPrimaryBorder',
  '--on-accent': 'colorTextLightSolid',
  '--hover': 'colorFillTertiary',
  '--danger': 'colorError',
  '--danger-ground': 'colorErrorBg',
  '--warn': 'colorWarning',
  '--warn-ground': 'colorWarningBg',
  '--met': 'colorSuccess',
  '--met-ground': 'colorSuccessBg',
} as const;

/** The same tokens as CSS variables for our own style sheets; set on the document's root. */
export function cssVariables(isDark: boolean): ReadonlyMap<string, string> {
  const tokens = theme.getDesignToken(themeOf(isDark));
  return new Map([
    ['--font', FONT],
    ...Object.entries(VARIABLES).map(([name, token]): [string, string] => [name, tokens[token]]),
  ]);
}
