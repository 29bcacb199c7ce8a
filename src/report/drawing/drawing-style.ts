import type { DiagramTheme } from './mermaid-theme.ts'

const light = {
  ground: '#ffffff',
  ink: '#1c2128',
  faint: '#59636e',
  line: '#6b7681',
  rail: '#c3cad2',
  surface: '#ffffff',
  edge: '#8b949e',
  'note-ground': '#fffbea',
  'note-edge': '#d9c56c',
  deciding: '#ffe29a',
  'deciding-edge': '#a86b00',
  good: '#e3f3ea',
  'good-edge': '#3f8f66',
  bad: '#fce8e6',
  'bad-edge': '#b3372c',
  open: '#f1ecfb',
  'open-edge': '#7a5cc0',
  leg: '#eef0f4',
  cross: '#b3261e',
  'zone-client': '#f5f6f8',
  'zone-microsoft-cloud': '#eef4fd',
  'zone-perimeter': '#fdf6e9',
  'zone-on-premises': '#edf6ef',
  'zone-ink-client': '#4d5661',
  'zone-ink-microsoft-cloud': '#1f5199',
  'zone-ink-perimeter': '#7c5200',
  'zone-ink-on-premises': '#1f6238',
} as const

const dark: Readonly<Record<keyof typeof light, string>> = {
  ground: '#14181e',
  ink: '#e7ebf0',
  faint: '#a2adb9',
  line: '#95a1ae',
  rail: '#3d4651',
  surface: '#1d232b',
  edge: '#6d7986',
  'note-ground': '#2a2616',
  'note-edge': '#7a6a2c',
  deciding: '#5a4408',
  'deciding-edge': '#e0a52c',
  good: '#15332a',
  'good-edge': '#4fae82',
  bad: '#43201e',
  'bad-edge': '#e5756b',
  open: '#2c2545',
  'open-edge': '#a98ef0',
  leg: '#262d37',
  cross: '#ff8a80',
  'zone-client': '#191e25',
  'zone-microsoft-cloud': '#15202f',
  'zone-perimeter': '#251f14',
  'zone-on-premises': '#14231b',
  'zone-ink-client': '#aab4bf',
  'zone-ink-microsoft-cloud': '#8fbcff',
  'zone-ink-perimeter': '#e8b65a',
  'zone-ink-on-premises': '#7cc79a',
}

const declarations = (colors: typeof light | typeof dark): string =>
  Object.entries(colors)
    .map(([name, value]) => `--drawn-${name}:${value}`)
    .join(';')

const rules = `
svg.sequence,svg.picture{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.ground{fill:var(--drawn-ground)}
.middle{text-anchor:middle}.start{text-anchor:start}.end{text-anchor:end}
svg.sequence text,svg.picture text{fill:var(--drawn-ink)}
.zone{stroke:none}
.zone-client{fill:var(--drawn-zone-client)}.zone-microsoft-cloud{fill:var(--drawn-zone-microsoft-cloud)}
.zone-perimeter{fill:var(--drawn-zone-perimeter)}.zone-on-premises{fill:var(--drawn-zone-on-premises)}
svg .heading{font-size:16px;font-weight:700}
svg .zone-name{font-size:12px;font-weight:600}
svg .zone-name:not(.start){text-anchor:middle}
svg .zone-name-client{fill:var(--drawn-zone-ink-client)}
svg .zone-name-microsoft-cloud{fill:var(--drawn-zone-ink-microsoft-cloud)}
svg .zone-name-perimeter{fill:var(--drawn-zone-ink-perimeter)}
svg .zone-name-on-premises{fill:var(--drawn-zone-ink-on-premises)}
.lifeline{stroke:var(--drawn-rail);stroke-width:1.25}
.head rect{fill:var(--drawn-surface);stroke:var(--drawn-edge);stroke-width:1.25}
.head-name{font-size:13.5px;font-weight:600}
.label{font-size:13px;paint-order:stroke;stroke-width:4px;stroke-linejoin:round;stroke:var(--drawn-ground);stroke-opacity:.72}
.shaft{fill:none;stroke:var(--drawn-line);stroke-width:1.5}
.arrow-dashed .shaft{stroke-dasharray:5 4}
.tip{fill:var(--drawn-line)}
.arrow-cross .shaft{stroke:var(--drawn-cross);stroke-dasharray:5 4}
.cross{fill:none;stroke:var(--drawn-cross);stroke-width:2.25;stroke-linecap:round}
.number-disc{fill:var(--drawn-faint)}
.arrow-cross .number-disc{fill:var(--drawn-cross)}
svg.sequence text.number{fill:var(--drawn-ground);font-size:12px;font-weight:700}
.note rect{fill:var(--drawn-note-ground);stroke:var(--drawn-note-edge)}
.note-text{font-size:12.5px}
.note-deciding rect{fill:var(--drawn-deciding);stroke:var(--drawn-deciding-edge);stroke-width:2}
.note-deciding .note-text{font-weight:600}
.note-leg rect{fill:var(--drawn-leg);stroke:none}.note-leg .note-text{font-weight:600}
.note-signs-in rect{fill:var(--drawn-good);stroke:var(--drawn-good-edge);stroke-width:1.5}
.note-fails rect{fill:var(--drawn-bad);stroke:var(--drawn-bad-edge);stroke-width:1.5}
.note-open rect{fill:var(--drawn-open);stroke:var(--drawn-open-edge);stroke-width:1.5;stroke-dasharray:5 3}
.frame{fill:none;stroke:var(--drawn-edge);stroke-dasharray:2 3}
.tab{fill:var(--drawn-leg);stroke:var(--drawn-edge)}
.tab-name{font-size:12px;font-weight:700}
.frame-text{font-size:12.5px;font-weight:600}
.else{stroke:var(--drawn-edge);stroke-dasharray:6 4}
.box rect{fill:var(--drawn-surface);stroke:var(--drawn-edge);stroke-width:1.25}
.box-token-issuer rect,.box-identity-provider rect,.box-directory rect{stroke-width:2}
.box-token-issuer rect{stroke:var(--drawn-zone-ink-microsoft-cloud)}
.box-directory rect,.box-identity-provider rect{stroke:var(--drawn-zone-ink-on-premises)}
.box-name{font-size:14px;font-weight:650}
svg.picture .box-fact{font-size:12px;fill:var(--drawn-faint)}
.link-sync .shaft{stroke-dasharray:6 4}
.link-sign-in .shaft{stroke:var(--drawn-rail)}.link-sign-in .tip{fill:var(--drawn-edge)}
.link-text{font-size:12px;font-weight:600}
.link-ground{fill:var(--drawn-ground);stroke:none}
svg.picture.traced .box:not(.on),svg.picture.traced .link:not(.on){opacity:.38}
svg.picture .box.on rect{stroke:var(--drawn-deciding-edge);stroke-width:2.5}
svg.picture .link.on .shaft{stroke:var(--drawn-deciding-edge);stroke-width:2.5}
svg.picture .link.on .tip{fill:var(--drawn-deciding-edge)}
.note-legend rect{fill:none;stroke:none}svg.sequence .note-legend .note-text{fill:var(--drawn-faint)}
`.trim()

/** The colors of drawings in both looks. */
export const drawingColors = { light, dark } as const

/** The style sheet of every drawing for a page: light, dark, or by the reader's preference. */
export const drawingStyle = `:root{${declarations(light)}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${declarations(dark)}}}
:root[data-theme=dark]{${declarations(dark)}}
@media print{:root,:root[data-theme=dark],:root:not([data-theme=light]){${declarations(light)}}}
${rules}`

/** The style of a drawing in a separate file. */
export function drawingStyleOf(theme: DiagramTheme): string {
  return `svg{${declarations(theme === 'dark' ? dark : light)}}\n${rules}`
}
