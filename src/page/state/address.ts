import type { Change } from '../../source/edit/change.ts'
import { formatInstant, parseInstant } from '../../source/text/parse-values.ts'
import { type Purpose, purposes } from '../../vocabulary/requests.ts'
import { editOfParts, partsOfEdit } from '../edit/edit.ts'
import type { Tone } from '../plan/cell-summary.ts'
import { tones } from './cell.ts'
import {
  type Ask,
  againsts,
  askKeys,
  type Grouping,
  groupings,
  type OpenCell,
  type State,
  type View,
  views,
} from './state.ts'

const separator = '~'

const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(separator, '%7E').replaceAll('%40', '@').replaceAll('%2F', '/')

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const joined = (parts: readonly string[]): string => parts.map(encoded).join(separator)
/** The parts of a value that an address carries. */
export const addressParts = (text: string): readonly string[] => text.split(separator).map(decoded)

/** The part of an address after `#` that leads back to this state; what is as in the beginning is left out. */
export function addressOf(state: State, first: State): string {
  const entries: (readonly [key: string, value: string])[] = []
  if (state.example !== undefined) entries.push(['example', encoded(state.example)])
  if (state.stage > 0) entries.push(['stage', String(state.stage)])
  if (state.stage > 0 && state.against !== 'start') entries.push(['against', state.against])
  const add = (key: string, value: string, usual: string): void => {
    if (value !== usual) entries.push([key, encoded(value)])
  }
  add('view', state.view, first.view)
  if (state.cell !== undefined) entries.push(['cell', joined([state.cell.user, state.cell.client, state.cell.purpose])])
  add('network', state.network, first.network)
  add('date', formatInstant(state.at), state.stage > 0 ? '' : formatInstant(first.at))
  for (const signal of state.signals) entries.push(['signal', encoded(signal)])
  add('purpose', state.purpose, first.purpose)
  add('users', state.users, first.users)
  add('clients', state.clients, first.clients)
  for (const tone of state.tones) entries.push(['show', tone])
  if (state.changedOnly) entries.push(['changed', 'only'])
  add('group', state.group, first.group)
  if (state.turned !== first.turned) entries.push(['rows', state.turned ? 'clients' : 'people'])
  add('audience', state.audience, first.audience)
  add('policy', state.policy ?? '', first.policy ?? '')
  add('box', state.box ?? '', first.box ?? '')
  for (const [key, value] of Object.entries(state.ask)) entries.push(['ask', joined([key, value])])
  for (const edit of state.edits) entries.push(['change', joined(partsOfEdit(edit))])
  if (state.packed !== undefined) entries.push(['text', state.packed])
  return entries.map(([key, value]) => `${key}=${value}`).join('&')
}

const oneOf = <Word extends string>(words: readonly Word[], text: string | undefined): Word | undefined =>
  words.find((word) => word === text)

/** The packed texts that an address carries. */
export const packedIn = (address: string): string | undefined => entriesOf(address).find(([key]) => key === 'text')?.[1]

/** The example of a playground that an address names. */
export const exampleIn = (address: string): string | undefined => {
  const raw = entriesOf(address).find(([key]) => key === 'example')?.[1]
  return raw === undefined ? undefined : decoded(raw)
}

/** What an address says, as keys and values that are still encoded. */
export function entriesOf(address: string): readonly (readonly [key: string, value: string])[] {
  return address
    .replace(/^#/, '')
    .split('&')
    .flatMap((entry) => {
      const equals = entry.indexOf('=')
      return equals < 0 ? [] : [[entry.slice(0, equals), entry.slice(equals + 1)] as const]
    })
}

/** For whom a session can be drawn. */
export const audiences = ['user', 'architect', 'auditor'] as const

/** The state that an address leads to; whatever it does not say, or says about nobody, stays as in the beginning. */
export function stateOf(address: string, first: State): State {
  const values = new Map<string, string[]>()
  for (const [key, value] of entriesOf(address)) values.set(key, [...(values.get(key) ?? []), value])
  const text = (key: string): string | undefined => {
    const value = values.get(key)?.[0]
    return value === undefined ? undefined : decoded(value)
  }
  const all = (key: string): readonly string[] => values.get(key) ?? []
  const rows = text('rows')
  return {
    ...first,
    view: oneOf<View>(views, text('view')) ?? first.view,
    purpose: oneOf<Purpose | 'main'>([...purposes, 'main'], text('purpose')) ?? first.purpose,
    network: text('network') ?? first.network,
    at: parseInstant(text('date') ?? '') ?? first.at,
    signals: all('signal').map(decoded),
    users: text('users') ?? first.users,
    clients: text('clients') ?? first.clients,
    tones: all('show').flatMap((one) => oneOf<Tone>(tones, one) ?? []),
    changedOnly: text('changed') === 'only',
    group: oneOf<Grouping>(groupings, text('group')) ?? first.group,
    turned: rows === undefined ? first.turned : rows === 'clients',
    audience: oneOf(audiences, text('audience')) ?? first.audience,
    edits: all('change').flatMap((one): readonly Change[] => {
      const edit = editOfParts(addressParts(one))
      return edit === undefined ? [] : [edit]
    }),
    cell: cellOf(all('cell')[0]),
    stage: /^\d{1,3}$/.test(text('stage') ?? '') ? Number(text('stage')) : 0,
    against: oneOf(againsts, text('against')) ?? first.against,
    policy: text('policy') ?? first.policy,
    box: text('box') ?? first.box,
    ask: askOf(all('ask')) ?? first.ask,
  }
}

function askOf(entries: readonly string[]): Ask | undefined {
  const said = entries.flatMap((entry) => {
    const [word, value] = addressParts(entry)
    const key = oneOf(askKeys, word)
    return key === undefined || value === undefined ? [] : [[key, value] as const]
  })
  return said.length === 0 ? undefined : Object.fromEntries(said)
}

function cellOf(text: string | undefined): OpenCell | undefined {
  if (text === undefined) return undefined
  const [user, client, wanted] = addressParts(text)
  const purpose = oneOf(purposes, wanted)
  if (user === undefined || client === undefined || purpose === undefined) return undefined
  return { user, client, purpose }
}
