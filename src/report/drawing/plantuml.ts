import type { Trace } from '../../trace/step.ts'
import type { Zone } from '../../vocabulary/actors.ts'
import { singleLine } from '../tables/single-line.ts'
import { type Diagram, type DiagramOptions, sessionDiagram } from './diagram.ts'
import type { Item, ParticipantId } from './diagram-items.ts'
import { drawnLines } from './mermaid-escape.ts'

const columns = { participant: 20, arrow: 46, note: 42, everyone: 90 } as const

const zoneColors = {
  client: '#F5F6F8',
  'microsoft-cloud': '#EEF4FD',
  perimeter: '#FDF6E9',
  'on-premises': '#EDF6EF',
} as const satisfies Record<Zone, string>

const tones = {
  deciding: '#FFE29A',
  leg: '#EEF0F4',
  'signs-in': '#E3F3EA',
  fails: '#FCE8E6',
  open: '#F1ECFB',
} as const

const arrows = { solid: '->', dashed: '-->', cross: '-->x' } as const

/** The PlantUML text of one session, all legs in order. */
export function renderPlantuml(traces: readonly Trace[], options: DiagramOptions = {}): string {
  return plantumlOf(sessionDiagram(traces, options))
}

/** Writes a diagram as PlantUML text; ids are generated, and every text passes the one escaping function. */
export function plantumlOf(diagram: Diagram): string {
  const participants = diagram.zones.flatMap((zone) => zone.participants)
  const ids = new Map<ParticipantId, string>(participants.map(({ id }, index) => [id, `p${index + 1}`]))
  const idOf = (actor: ParticipantId): string => ids.get(actor) ?? 'p1'
  const span = participants.length < 2 ? 'p1' : `p1, p${participants.length}`
  const lines = ['@startuml', ...titleLines(diagram.title), 'autonumber']
  for (const { zone, name, participants: inZone } of diagram.zones) {
    lines.push(`box "${plantumlText(name, 60)}" ${zoneColors[zone]}`)
    for (const { id, name: shown } of inZone)
      lines.push(
        `  ${id === 'user' ? 'actor' : 'participant'} "${plantumlText(shown, columns.participant)}" as ${idOf(id)}`,
      )
    lines.push('end box')
  }
  let depth = 0
  for (const item of diagram.items) {
    if (item.kind === 'end' || item.kind === 'else') depth -= 1
    lines.push('  '.repeat(depth) + itemLine(item, idOf, span))
    if (item.kind === 'begin' || item.kind === 'else') depth += 1
  }
  return `${[...lines, '@enduml'].join('\n')}\n`
}

function titleLines(title: string): readonly string[] {
  const line = singleLine(title)
  return line === '' ? [] : [`title ${plantumlText(line, Number.POSITIVE_INFINITY)}`]
}

function itemLine(item: Item, idOf: (actor: ParticipantId) => string, span: string): string {
  switch (item.kind) {
    case 'arrow':
      return `${idOf(item.from)} ${arrows[item.line]} ${idOf(item.to)} : ${plantumlText(item.text, columns.arrow)}`
    case 'note': {
      const everyone = item.over === 'everyone'
      const color = item.tone === undefined ? '' : ` ${tones[item.tone]}`
      const texts = item.texts.map((text) => plantumlText(text, everyone ? columns.everyone : columns.note))
      return `note over ${item.over === 'everyone' ? span : idOf(item.over)}${color} : ${texts.join('\\n')}`
    }
    case 'begin':
      return `${item.block} ${plantumlText(item.text, Number.POSITIVE_INFINITY)}`
    case 'else':
      return `else ${plantumlText(item.text, Number.POSITIVE_INFINITY)}`
    case 'end':
      return 'end'
  }
}

/** Everything that PlantUML, its Creole markup or its preprocessor could read as more than a letter. */
const unsafe = /[^\p{L}\p{M}\p{N}\p{So}\p{Sc} .,;:()?+→✕]|(?<=[.:]).|^[.:]/gu

/** A text for a message, a note or a participant of a PlantUML diagram; the only way any text gets into one. */
export function plantumlText(text: string, width: number): string {
  return drawnLines(text, width)
    .map((line) => line.replace(unsafe, written))
    .join('\\n')
}

/** A character by its number, which PlantUML draws and does not interpret. */
function written(character: string): string {
  if (/^[\p{L}\p{N} ]$/u.test(character)) return character
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`
}
