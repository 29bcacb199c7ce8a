import type { Trace } from '../../trace/step.ts'
import { sessionVerdict } from '../../trace/verdict.ts'
import type { Zone } from '../../vocabulary/actors.ts'
import type { Credential } from '../../vocabulary/credentials.ts'
import { credentials } from '../../vocabulary/credentials.ts'
import type { LegName } from '../../vocabulary/requests.ts'
import { type Audience, actorWords, credentialWords, purposeWords } from '../wording/nouns.ts'
import { nameOf, sessionSentence } from '../wording/outcomes.ts'
import { capital } from '../wording/phrasing.ts'
import { zoneWords } from '../wording/places.ts'
import { deviceItems } from './device-items.ts'
import type { Item, Participant, ParticipantId } from './diagram-items.ts'
import { legItems } from './diagram-leg.ts'
import { outcomeTone } from './diagram-notes.ts'

/** A sequence diagram independent of notation: participants by zone, and events. */
export interface Diagram {
  readonly title: string
  readonly zones: readonly {
    readonly zone: Zone
    readonly name: string
    readonly participants: readonly Participant[]
  }[]
  readonly items: readonly Item[]
}

/** Options for a diagram. */
export interface DiagramOptions {
  readonly audience?: Audience
  /** Names for participants that represent several people or clients. */
  readonly names?: Readonly<Partial<Record<ParticipantId, string>>>
  /** A legend of the signs; several diagrams on one page share one. */
  readonly legend?: boolean
  /** Omits what the surrounding text already states: title, legend, assumptions and the verdict. */
  readonly compact?: boolean
  /** Legs of which only the outcome is drawn. */
  readonly folded?: ReadonlySet<LegName>
  /** Overrides the title; an empty one omits it. */
  readonly title?: string
}

const zoneOrder = ['client', 'microsoft-cloud', 'perimeter', 'on-premises'] as const satisfies readonly Zone[]

/** The diagram of a session: all legs, in order. One leg alone is a session of one. */
export function sessionDiagram(traces: readonly Trace[], options: DiagramOptions = {}): Diagram {
  const { audience = 'architect', compact = false, folded } = options
  const asked = new Set<string>()
  const items: Item[] = [...deviceItems(traces, audience)]
  for (const [index, trace] of traces.entries())
    items.push(
      ...legItems(trace, audience, {
        number: index + 1,
        of: traces.length,
        compact,
        folded: folded?.has(trace.request.leg) === true,
        asked,
      }),
    )
  if (traces.length > 1 && !compact)
    items.push({
      kind: 'note',
      over: 'everyone',
      texts: [sessionSentence(traces, audience)],
      tone: outcomeTone(sessionVerdict(traces).kind),
    })
  if (options.legend !== false && !compact) items.push(...legend(items))
  return {
    title: options.title ?? (compact ? '' : titleOf(traces, options)),
    zones: zonesOf(traces, items, options.names ?? {}),
    items,
  }
}

function titleOf(traces: readonly Trace[], { names }: DiagramOptions): string {
  const [first] = traces
  if (first === undefined) return ''
  const user = names?.user ?? nameOf(traces, 'user')
  return `${user} uses ${names?.client ?? nameOf(traces, 'client')} to ${purposeWords[first.request.purpose]} (${first.request.network})`
}

/** Only senders and receivers of messages, and the client, which always takes part. */
function zonesOf(
  traces: readonly Trace[],
  items: readonly Item[],
  names: NonNullable<DiagramOptions['names']>,
): Diagram['zones'] {
  const drawn = new Set<ParticipantId>(['client'])
  for (const item of items) if (item.kind === 'arrow') drawn.add(item.from).add(item.to)
  const zones = new Map<Zone, Map<ParticipantId, string>>()
  const place = (zone: Zone, id: ParticipantId, name: string): void => {
    const inZone = zones.get(zone) ?? new Map<ParticipantId, string>()
    zones.set(zone, inZone.set(id, inZone.get(id) ?? names[id] ?? withoutArticle(name)))
  }
  if (drawn.has('user')) place('client', 'user', nameOf(traces, 'user'))
  if (drawn.has('device')) place('client', 'device', deviceName(traces))
  place('client', 'client', nameOf(traces, 'client'))
  for (const { actors } of traces)
    for (const { id, name, zone } of actors)
      if (drawn.has(id) && id !== 'user' && id !== 'client') place(zone, id, name)
  for (const id of checkers) if (drawn.has(id)) place(zoneOfChecker(id, zones), id, actorWords[id])
  return zoneOrder.flatMap((zone) => {
    const participants = [...(zones.get(zone) ?? [])].map(([id, name]) => ({ id, name }))
    return participants.length === 0 ? [] : [{ zone, name: zoneWords[zone], participants }]
  })
}

/** Those who can verify the sign-in to a device without taking part in a leg. */
const checkers = ['entra-id', 'active-directory', 'federated-idp'] as const

/** The zone in which a leg already placed it, or its default zone. */
function zoneOfChecker(
  id: (typeof checkers)[number],
  zones: ReadonlyMap<Zone, ReadonlyMap<ParticipantId, string>>,
): Zone {
  const known = [...zones].find(([, inZone]) => inZone.has(id))?.[0]
  return known ?? (id === 'entra-id' ? 'microsoft-cloud' : 'on-premises')
}

const deviceName = (traces: readonly Trace[]): string =>
  traces.flatMap(({ device }) => device?.device ?? [])[0] ?? 'the device'

/** A generic term for an unnamed participant has no article in its box. */
function withoutArticle(name: string): string {
  return name.startsWith('the ') ? capital(name.slice(4)) : name
}

/** Explains only the symbols that this diagram uses. */
function legend(items: readonly Item[]): readonly Item[] {
  const texts = items.flatMap(textsOf).join(' ')
  const shown = credentials.filter((credential: Credential) => texts.includes(credentialWords[credential].symbol))
  const parts = shown.map((credential) => `${credentialWords[credential].symbol} ${credentialWords[credential].name}`)
  if (items.some((item) => item.kind === 'note' && item.tone === 'deciding')) parts.push('framed: the deciding step')
  if (items.some((item) => item.kind === 'arrow' && item.line === 'cross')) parts.push('✕ refused')
  if (/\([A-Z]+-\d+\)/.test(texts)) parts.push('(AB-1) the rule')
  return parts.length === 0 ? [] : [{ kind: 'note', over: 'everyone', texts: [`Legend: ${parts.join(' · ')}`] }]
}

function textsOf(item: Item): readonly string[] {
  if (item.kind === 'note') return item.texts
  return item.kind === 'end' ? [] : [item.text]
}
