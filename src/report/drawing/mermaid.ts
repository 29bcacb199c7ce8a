import type { Trace } from '../../trace/step.ts'
import type { Zone } from '../../vocabulary/actors.ts'
import { displayWidth } from '../tables/display-width.ts'
import { singleLine } from '../tables/single-line.ts'
import { type Diagram, type DiagramOptions, sessionDiagram } from './diagram.ts'
import type { Item, ParticipantId } from './diagram-items.ts'
import { mermaidLabel, mermaidText } from './mermaid-escape.ts'
import { type DiagramTheme, themeFrontmatter } from './mermaid-theme.ts'

/** What a caller may decide about the Mermaid text; without a theme, whatever draws it decides. */
export interface MermaidOptions extends DiagramOptions {
  readonly theme?: DiagramTheme
}

const columns = { participant: 20, arrow: 46, note: 42, block: 60 }

/** Translucent, so that they do in light and in dark. */
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

/** Writes a diagram as Mermaid text; ids are generated, and every text passes the one escaping function. */
export function mermaidOf(diagram: Diagram, theme?: DiagramTheme): string {
  const participants = diagram.zones.flatMap((zone) => zone.participants)
  const ids = new Map<ParticipantId, string>(participants.map(({ id }, index) => [id, `p${index + 1}`]))
  const idOf = (actor: ParticipantId): string => ids.get(actor) ?? 'p1'
  const span = participants.length < 2 ? 'p1' : `p1,p${participants.length}`
  const wide = Math.max(columns.note, Math.min(136, participants.length * 34))
  const lines = [...themeFrontmatter(theme), 'sequenceDiagram', ...titleLines(diagram.title, participants.length)]
  for (const { zone, name, participants: inZone } of diagram.zones) {
    lines.push(`  box ${zoneColors[zone]} ${name}`)
    for (const { id, name: shown } of inZone)
      lines.push(`    ${id === 'user' ? 'actor' : 'participant'} ${idOf(id)} as ${nameText(id, shown)}`)
    lines.push('  end')
  }
  lines.push('  autonumber', ...titleNote(diagram.title, participants.length, span, wide))
  let depth = 1
  for (const item of diagram.items) {
    if (item.kind === 'end' || item.kind === 'else') depth -= 1
    const indent = '  '.repeat(depth)
    for (const line of itemLines(item, idOf, span, wide)) lines.push(indent + line)
    if (item.kind === 'begin' || item.kind === 'else') depth += 1
  }
  return `${lines.join('\n')}\n`
}

/** The boxes have room for three lines, the space under a user for one. */
function nameText(id: ParticipantId, name: string): string {
  return mermaidLabel(name, columns.participant, id === 'user' ? 1 : 3)
}

/** A title wider than the drawing would be cut. */
function fits(title: string, participants: number): boolean {
  return displayWidth(title) <= participants * 21
}

function titleLines(title: string, participants: number): readonly string[] {
  const line = singleLine(title)
  if (line === '') return []
  const drawn = fits(line, participants) ? [`  title ${mermaidText(line, Number.POSITIVE_INFINITY)}`] : []
  return [...drawn, `  accTitle: ${mermaidText(line, Number.POSITIVE_INFINITY)}`]
}

function titleNote(title: string, participants: number, span: string, wide: number): readonly string[] {
  const line = singleLine(title)
  return line === '' || fits(line, participants) ? [] : [`  note over ${span}: ${mermaidText(line, wide)}`]
}

function itemLines(item: Item, idOf: (actor: ParticipantId) => string, span: string, wide: number): readonly string[] {
  switch (item.kind) {
    case 'arrow':
      return [`${idOf(item.from)} ${arrows[item.line]} ${idOf(item.to)}: ${mermaidText(item.text, columns.arrow)}`]
    case 'note': {
      const over = item.over === 'everyone' ? span : idOf(item.over)
      const width = item.over === 'everyone' ? wide : columns.note
      const note = `note over ${over}: ${item.texts.map((text) => mermaidText(text, width)).join('<br/>')}`
      return item.tone === undefined ? [note] : [`rect ${tones[item.tone]}`, `  ${note}`, 'end']
    }
    case 'begin':
      return [`${item.block} ${mermaidText(item.text, columns.block)}`]
    case 'else':
      return [`else ${mermaidText(item.text, columns.block)}`]
    case 'end':
      return ['end']
  }
}
