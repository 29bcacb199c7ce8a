/** The two themes of a diagram. */
export type DiagramTheme = 'light' | 'dark'

const light = {
  darkMode: false,
  background: '#ffffff',
  primaryColor: '#ffffff',
  primaryTextColor: '#1b1f24',
  primaryBorderColor: '#57606a',
  lineColor: '#57606a',
  actorBkg: '#ffffff',
  actorBorder: '#57606a',
  actorTextColor: '#1b1f24',
  actorLineColor: '#afb8c1',
  signalColor: '#24292f',
  signalTextColor: '#1b1f24',
  noteBkgColor: '#fffdf2',
  noteBorderColor: '#d4a72c',
  noteTextColor: '#1b1f24',
  labelBoxBkgColor: '#f6f8fa',
  labelBoxBorderColor: '#57606a',
  labelTextColor: '#1b1f24',
  loopTextColor: '#1b1f24',
  sequenceNumberColor: '#ffffff',
}

const dark: Readonly<Record<keyof typeof light, string | boolean>> = {
  darkMode: true,
  background: '#0d1117',
  primaryColor: '#161b22',
  primaryTextColor: '#e6edf3',
  primaryBorderColor: '#8b949e',
  lineColor: '#8b949e',
  actorBkg: '#161b22',
  actorBorder: '#8b949e',
  actorTextColor: '#e6edf3',
  actorLineColor: '#484f58',
  signalColor: '#c9d1d9',
  signalTextColor: '#e6edf3',
  noteBkgColor: '#272115',
  noteBorderColor: '#9e6a03',
  noteTextColor: '#e6edf3',
  labelBoxBkgColor: '#21262d',
  labelBoxBorderColor: '#8b949e',
  labelTextColor: '#e6edf3',
  loopTextColor: '#e6edf3',
  sequenceNumberColor: '#0d1117',
}

const layout = { mirrorActors: true, messageAlign: 'center', noteAlign: 'center', actorMargin: 40, boxMargin: 8 }

/** Front matter of a diagram that we draw; empty if a forge draws it in the colors of its page. */
export function themeFrontmatter(theme: DiagramTheme | undefined): readonly string[] {
  if (theme === undefined) return []
  const config = { theme: 'base', themeVariables: theme === 'light' ? light : dark, sequence: layout }
  return ['---', `config: ${JSON.stringify(config)}`, '---']
}
