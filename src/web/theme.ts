import { createTheme, Table, type CSSVariablesResolver } from '@mantine/core';

const fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', var(--cjk-fonts), sans-serif";

export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 8 },
  autoContrast: true,
  cursorType: 'pointer',
  defaultRadius: 'md',
  fontFamily: fonts,
  headings: { fontFamily: fonts, fontWeight: '600' },
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  respectReducedMotion: true,
  // A wide table is a region of its own that one reaches with the keyboard, and scrolls with it.
  components: { TableScrollContainer: Table.ScrollContainer.extend({ defaultProps: { type: 'native', tabIndex: 0, role: 'region' } }) },
});

/** The library's grey texts, its red and what it does under the pointer are too pale to read well: 4.5 to 1 at least. */
const filledRed = { '--mantine-color-red-filled': '#c92a2a', '--mantine-color-red-filled-hover': '#b02525' };

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...filledRed,
    '--mantine-color-indigo-light-hover': '#dbe4ff',
    '--mantine-color-dimmed': '#495057',
    '--mantine-color-placeholder': '#5c636a',
    '--mantine-color-error': '#c2255c',
  },
  dark: { ...filledRed, '--mantine-color-dimmed': '#b8bcc2', '--mantine-color-placeholder': '#a0a5ab', '--mantine-color-error': '#ff8787' },
});
