import { controlNames } from '../../analysis/claims/control-names.ts'
import type { Demands } from './demands.ts'
import { plainWords, refuseName } from './words.ts'
import { type SignInWorld, tenantOf } from './world.ts'

const nothing: readonly string[] = ['nothing', 'none', 'no control']
const blocked: readonly string[] = ['block', 'block access']

function readControl(world: SignInWorld, text: string): string {
  const names = controlNames(tenantOf(world))
  const found = names.get(plainWords(text))
  if (found === undefined) throw refuseName('grant control', plainWords(text), names)
  return found
}

/** Splits at a word outside of quotation marks. */
function parts(text: string, word: string): readonly string[] {
  const found: string[] = ['']
  for (const token of text.match(/"[^"]*"|[^\s"]+/g) ?? []) {
    if (token === word) found.push('')
    else found[found.length - 1] = `${found.at(-1) ?? ''} ${token}`.trim()
  }
  return found
}

/** Parses controls joined by `and`; `or` joins alternatives and binds tighter. */
export function readDemands(text: string, world: SignInWorld): Demands {
  const plain = plainWords(text)
  if (nothing.includes(plain)) return { block: false, clauses: [] }
  if (blocked.includes(plain)) return { block: true, clauses: [] }
  const clauses = parts(text, 'and').map((clause) => parts(clause, 'or').map((control) => readControl(world, control)))
  return { block: false, clauses }
}

/** Compares clauses regardless of their order and the order of controls in them. */
export const sameClauses = (one: Demands['clauses'], other: Demands['clauses']): boolean => keyOf(one) === keyOf(other)

const keyOf = (clauses: Demands['clauses']): string =>
  [...new Set(clauses.map((clause) => [...new Set(clause)].sort().join(' or ')))].sort().join(' and ')

/** Demands in words. */
export function demandWords({ block, clauses }: Demands): string {
  if (block) return 'block access'
  return clauses.length === 0 ? 'nothing' : clauses.map((clause) => clause.join(' or ')).join(' and ')
}
