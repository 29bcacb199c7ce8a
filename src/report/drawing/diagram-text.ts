import type { Zone } from '../../vocabulary/actors.ts'
import type { Diagram } from './diagram.ts'
import type { Item, ParticipantId } from './diagram-items.ts'

type Arrow = Extract<Item, { kind: 'arrow' }>
type Note = Extract<Item, { kind: 'note' }>

/** Properties of the whole diagram that a line may need. */
export interface Lanes {
  readonly count: number
  /** The generated id of a participant. */
  readonly idOf: (participant: ParticipantId) => string
  /** The first and the last lane, separated by this text; the only lane if there is one. */
  readonly span: (separator: string) => string
}

/** The syntax of a sequence diagram language. The traversal indents the lines. */
export interface Notation {
  /** Everything above the participants. */
  readonly opening: (title: string, lanes: Lanes) => readonly string[]
  readonly zone: (zone: Zone, name: string) => string
  readonly participant: (kind: 'actor' | 'participant', id: string, name: string) => string
  readonly zoneEnd: string
  /** What follows the participants, above the first message. */
  readonly beforeItems: (title: string, lanes: Lanes) => readonly string[]
  readonly arrow: (item: Arrow, lanes: Lanes) => string
  readonly note: (item: Note, lanes: Lanes) => readonly string[]
  /** The text that follows `alt`, `opt` and `else`, which all languages share. */
  readonly condition: (text: string) => string
  readonly closing: readonly string[]
  /** Indentation of the content in steps of two spaces. */
  readonly depth: number
}

/** Writes a diagram as text: every language has the same lanes, items and nesting. */
export function diagramText({ title, zones, items }: Diagram, notation: Notation): string {
  const participants = zones.flatMap((zone) => zone.participants)
  const ids = new Map<ParticipantId, string>(participants.map(({ id }, index) => [id, `p${index + 1}`]))
  const count = participants.length
  const lanes: Lanes = {
    count,
    idOf: (participant) => ids.get(participant) ?? 'p1',
    span: (separator) => (count < 2 ? 'p1' : `p1${separator}p${count}`),
  }
  const lines: string[] = []
  let depth = notation.depth
  const add = (line: string): number => lines.push('  '.repeat(depth) + line)
  for (const { zone, name, participants: inZone } of zones) {
    add(notation.zone(zone, name))
    for (const { id, name: shown } of inZone)
      add(`  ${notation.participant(id === 'user' ? 'actor' : 'participant', lanes.idOf(id), shown)}`)
    add(notation.zoneEnd)
  }
  for (const line of notation.beforeItems(title, lanes)) add(line)
  for (const item of items) {
    if (item.kind === 'end' || item.kind === 'else') depth -= 1
    for (const line of itemLines(item, notation, lanes)) add(line)
    if (item.kind === 'begin' || item.kind === 'else') depth += 1
  }
  return `${[...notation.opening(title, lanes), ...lines, ...notation.closing].join('\n')}\n`
}

function itemLines(item: Item, notation: Notation, lanes: Lanes): readonly string[] {
  switch (item.kind) {
    case 'arrow':
      return [notation.arrow(item, lanes)]
    case 'note':
      return notation.note(item, lanes)
    case 'begin':
      return [`${item.block} ${notation.condition(item.text)}`]
    case 'else':
      return [`else ${notation.condition(item.text)}`]
    case 'end':
      return ['end']
  }
}
