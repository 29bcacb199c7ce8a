import type { Trace } from '../../trace/step.ts'
import type { Zone } from '../../vocabulary/actors.ts'
import { singleLine } from '../tables/single-line.ts'
import { type Diagram, type DiagramOptions, sessionDiagram } from './diagram.ts'
import { diagramText, type Notation } from './diagram-text.ts'
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

/** Writes a diagram as PlantUML text; ids are generated, and every text passes through the one escaping function. */
export function plantumlOf(diagram: Diagram): string {
  return diagramText(diagram, notation)
}

const notation: Notation = {
  opening: (title) => ['@startuml', ...titleLines(title), 'autonumber'],
  zone: (zone, name) => `box "${plantumlText(name, 60)}" ${zoneColors[zone]}`,
  participant: (kind, id, name) => `${kind} "${plantumlText(name, columns.participant)}" as ${id}`,
  zoneEnd: 'end box',
  beforeItems: () => [],
  arrow: ({ from, to, line, text }, { idOf }) =>
    `${idOf(from)} ${arrows[line]} ${idOf(to)} : ${plantumlText(text, columns.arrow)}`,
  note: ({ over, texts, tone }, lanes) => {
    const everyone = over === 'everyone'
    const color = tone === undefined ? '' : ` ${tones[tone]}`
    const lines = texts.map((text) => plantumlText(text, everyone ? columns.everyone : columns.note))
    return [`note over ${everyone ? lanes.span(', ') : lanes.idOf(over)}${color} : ${lines.join('\\n')}`]
  },
  condition: (text) => plantumlText(text, Number.POSITIVE_INFINITY),
  closing: ['@enduml'],
  depth: 0,
}

function titleLines(title: string): readonly string[] {
  const line = singleLine(title)
  return line === '' ? [] : [`title ${plantumlText(line, Number.POSITIVE_INFINITY)}`]
}

/** Everything that PlantUML, its Creole markup or its preprocessor could interpret. */
const unsafe = /[^\p{L}\p{M}\p{N}\p{So}\p{Sc} .,;:()?+→✕]|(?<=[.:]).|^[.:]/gu

/** Escapes a text for a message, a note or a participant of a PlantUML diagram; all text passes through here. */
export function plantumlText(text: string, width: number): string {
  return drawnLines(text, width)
    .map((line) => line.replace(unsafe, written))
    .join('\\n')
}

/** A numeric character reference, which PlantUML draws without interpreting it. */
function written(character: string): string {
  if (/^[\p{L}\p{N} ]$/u.test(character)) return character
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`
}
