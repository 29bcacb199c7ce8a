import { type FactName, factOrder, factRows } from '../../vocabulary/facts.ts'
import type { PreconditionKind } from '../../vocabulary/preconditions.ts'

/** What each fact is about; values stay in the terms of the file and the vendor. */
// Every fact has an entry, which building the table from the list cannot show.
export const factWords = Object.fromEntries(factOrder.map((name) => [name, factRows[name].words])) as Readonly<
  Record<FactName, string>
>

/** A missing fact in words; what is not one of our facts (a signal, what a page is silent on) stays as it is. */
export function missingWords(name: string): string {
  return Object.hasOwn(factWords, name) ? factWords[name as FactName] : name
}

const preconditionWords = {
  consent: 'consent to the application',
  licence: 'licence',
  update: 'installed update',
  endpoint: 'reachable endpoint',
  act: 'what the user does first',
  rollout: 'rollout by the vendor',
  policy: 'policy beyond what the vendor allows',
  order: 'order at sign-in',
  directory: 'virtual directory',
  device: 'setting of the device',
} as const satisfies Record<PreconditionKind, string>

/** What is assumed, in words: a fact, or something that is assumed. */
export function assumedWords(name: FactName | PreconditionKind): string {
  // One of the two tables has the name.
  return preconditionWords[name as PreconditionKind] ?? factWords[name as FactName]
}
