import type { Trace } from '../../trace/step.ts'
import type { Zone } from '../../vocabulary/actors.ts'
import { displayWidth } from '../tables/display-width.ts'
import { singleLine } from '../tables/single-line.ts'
import { type Diagram, type DiagramOptions, sessionDiagram } from './diagram.ts'
import { diagramText, type Lanes, type Notation } from './diagram-text.ts'
import { mermaidLabel, mermaidText } from './mermaid-escape.ts'
import { type DiagramTheme, themeFrontmatter } from './mermaid-theme.ts'

/** Options for Mermaid text; without a theme, the renderer decides. */
export interface MermaidOptions extends DiagramOptions {
  readonly theme?: DiagramTheme
}

const columns = { participant: 20, arrow: 46, note: 42, block: 60 }

/** Translucent, so that they work on light and dark backgrounds. */
const zoneColors = {
  client: 'rgba(120, 120, 120, 0.10)',
  'microsoft-cloud': 'rgba(56, 132, 255, 0.12)',
  perimeter: 'rgba(255, 160, 0, 0.12)',
  'on-premises': 'rgba(60, 170, 90, 0.12)',
} as const satisfies Record<Zone, string>

const tones = {
  deciding: 'rgba(255, 176, 0, 0.55)',
  leg: 'rgba(120, 120, 120, 0.18)',
  'signs-in': 'rgba(60, 170, 90, 0.30)',
  fails: 'rgba(220, 60, 60, 0.30)',
  open: 'rgba(150, 90, 220, 0.30)',
} as const

const arrows = { solid: '->>', dashed: '-->>', cross: '--x' } as const

/** The Mermaid text of one session, all legs in order. */
export function renderMermaid(traces: readonly Trace[], options: MermaidOptions = {}): string {
  return mermaidOf(sessionDiagram(traces, options), options.theme)
}

/** The Mermaid text of one leg. */
export function renderLegMermaid(trace: Trace, options: MermaidOptions = {}): string {
  return renderMermaid([trace], options)
}

/** Writes a diagram as Mermaid text; ids are generated, and every text passes through the one escaping function. */
export function mermaidOf(diagram: Diagram, theme?: DiagramTheme): string {
  return diagramText(diagram, notationOf(theme))
}

const notationOf = (theme?: DiagramTheme): Notation => ({
  opening: (title, { count }) => [...themeFrontmatter(theme), 'sequenceDiagram', ...titleLines(title, count)],
  zone: (zone, name) => `box ${zoneColors[zone]} ${name}`,
  participant: (kind, id, name) => `${kind} ${id} as ${mermaidLabel(name, columns.participant, labelLines[kind])}`,
  zoneEnd: 'end',
  beforeItems: (title, lanes) => ['autonumber', ...titleNote(title, lanes)],
  arrow: ({ from, to, line, text }, { idOf }) =>
    `${idOf(from)} ${arrows[line]} ${idOf(to)}: ${mermaidText(text, columns.arrow)}`,
  note: ({ over, texts, tone }, lanes) => {
    const width = over === 'everyone' ? widthOver(lanes) : columns.note
    const lines = texts.map((text) => mermaidText(text, width))
    const note = `note over ${over === 'everyone' ? lanes.span(',') : lanes.idOf(over)}: ${lines.join('<br/>')}`
    return tone === undefined ? [note] : [`rect ${tones[tone]}`, `  ${note}`, 'end']
  },
  condition: (text) => mermaidText(text, columns.block),
  closing: [],
  depth: 1,
})

/** Maximum number of lines: three in a participant's box, one under a person. */
const labelLines = { participant: 3, actor: 1 } as const

/** The columns of a note over all lanes. */
const widthOver = ({ count }: Lanes): number => Math.max(columns.note, Math.min(136, count * 34))

/** A title wider than the drawing would be truncated. */
function fits(title: string, participants: number): boolean {
  return displayWidth(title) <= participants * 21
}

function titleLines(title: string, participants: number): readonly string[] {
  const line = singleLine(title)
  if (line === '') return []
  const drawn = fits(line, participants) ? [`  title ${mermaidText(line, Number.POSITIVE_INFINITY)}`] : []
  return [...drawn, `  accTitle: ${mermaidText(line, Number.POSITIVE_INFINITY)}`]
}

function titleNote(title: string, lanes: Lanes): readonly string[] {
  const line = singleLine(title)
  if (line === '' || fits(line, lanes.count)) return []
  return [`note over ${lanes.span(',')}: ${mermaidText(line, widthOver(lanes))}`]
}
