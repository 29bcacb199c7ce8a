import { declareCache } from '../../memory/declared-cache.ts'
import { type KeyStore, keyStore, type ObjectStore, objectStore } from '../../memory/stores.ts'
import type { AuthenticationStrength, Policy } from '../../tenant/conditional-access/model.ts'
import { emptyMask, type Mask, setBit } from './bits.ts'
import type { DemandContext } from './clause-states.ts'
import { type Clause, type ControlKind, demandOf, type StrengthBook } from './clauses.ts'
import { isDated, isExemptible } from './controls-met.ts'

/** The demands of all policies, turned round: from a clause to the policies that demand it. */
export interface DemandIndex {
  readonly blocks: Mask
  readonly clauses: readonly Clause[]
  /** The policies behind each clause. */
  readonly demanding: readonly Mask[]
  readonly multifactor: AuthenticationStrength
  /** Whether a clause has a control that the vendor does not enforce for some applications. */
  readonly exemptible: boolean
  /** Whether a clause has a control that ends, or may end, on a day. */
  readonly dated: boolean
  /** Whether a clause asks for a bound token. */
  readonly binding: boolean
  readonly contexts: ContextStore
}

/** Contexts met so far by the number of their key, and more of them under the objects of it. */
export interface ContextStore {
  readonly byNumber: KeyStore<number, DemandContext>
  readonly under: ObjectStore<ContextStore>
}

/** What a context is kept under. */
export const contexts = declareCache('how clauses stand', [
  'legacy',
  'principal',
  'interactive',
  'authenticationFlow',
  'target',
  'exempt',
  'at',
  'devicePlatform',
  'tokenBinding',
  'sharedDevice',
  'home',
  'appProtection',
  'grants',
  'device',
])

/** An empty store of contexts. */
export const contextStore = (): ContextStore => ({
  byNumber: keyStore(contexts, 5000),
  under: objectStore(contexts),
})

/** Turns the demands of all policies round. */
export function demandIndex(
  policies: readonly Policy[],
  strengths: StrengthBook,
  multifactor: AuthenticationStrength,
): DemandIndex {
  const blocks = emptyMask(policies.length)
  const clauses = new Map<string, { readonly clause: Clause; readonly policies: Mask }>()
  policies.forEach((policy, index) => {
    const demand = demandOf(policy, strengths)
    if (demand.block) setBit(blocks, index)
    for (const clause of demand.clauses) {
      const known = clauses.get(clause.key) ?? { clause, policies: emptyMask(policies.length) }
      setBit(known.policies, index)
      clauses.set(clause.key, known)
    }
  })
  const some = (is: (kind: ControlKind) => boolean): boolean =>
    [...clauses.values()].some(({ clause }) => clause.controls.some(({ kind }) => is(kind)))
  return {
    blocks,
    clauses: [...clauses.values()].map(({ clause }) => clause),
    demanding: [...clauses.values()].map(({ policies: demanding }) => demanding),
    multifactor,
    exemptible: some(isExemptible),
    dated: some(isDated),
    binding: some((kind) => kind === 'boundToken'),
    contexts: contextStore(),
  }
}
