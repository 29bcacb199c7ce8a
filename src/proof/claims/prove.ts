import { instantsOf } from '../../analysis/claims/evaluate-claim.ts'
import type { Provable } from '../../analysis/claims/parse-provable.ts'
import { indexesOf } from '../../simulate/conditional-access/bits.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { impactOf, type OpenedRegion, weighingOf } from '../impact.ts'
import type { PopulationScope } from '../layers.ts'
import type { Side } from '../side.ts'
import { sideOf } from '../side.ts'
import type { Proof, ProofAnswer, Witness } from './proof.ts'
import { proveClaim } from './prove-claim.ts'
import { proveSessions } from './prove-sessions.ts'

/** A claim as written and as parsed. */
export interface ReadClaim {
  readonly text: string
  readonly provable: Provable
}

const worstFirst: readonly ProofAnswer[] = ['about-nobody', 'refuted', 'open', 'proved']

/** The worst of several results, with the first proof that has it. */
export function worstOf(proofs: readonly Proof[]): Proof | undefined {
  return [...proofs].sort((one, other) => worstFirst.indexOf(one.answer) - worstFirst.indexOf(other.answer))[0]
}

const witnessOf = ({ words, parts, now, request }: OpenedRegion): Witness => ({ words, parts, decided: now, request })

/** Whether nothing depends on a policy; for a policy that is not enforced there is nothing to prove. */
function neverNeeded(side: Side, text: string, policy: string, who: PopulationScope): Proof {
  const { compiled } = side
  const inForce = indexesOf(compiled.enforced).some((index) => compiled.policies[index]?.name === policy)
  const weighing = weighingOf(side, who)
  const grids = weighing.grounds.map(({ grid }) => grid)
  const impact = inForce ? impactOf(weighing, policy) : undefined
  const cut = [...grids.flatMap(({ space }) => space.open), ...(impact?.open ?? [])]
  const layers = grids.flatMap(({ space }) => space.layers).reverse()
  const [first] = impact?.opens ?? []
  const settled = impact?.needed === 'never' && cut.length === 0 ? 'proved' : 'open'
  return {
    claim: text,
    answer: impact === undefined ? 'about-nobody' : impact.needed === 'needed' ? 'refuted' : settled,
    atoms: Object.fromEntries(layers.map(({ dimension, atoms }) => [dimension, atoms.length])),
    policies: indexesOf(compiled.enforced).length,
    restsOn: impact?.impliedBy ?? [],
    ...(first === undefined ? {} : { witness: witnessOf(first) }),
    open: cut,
    missing: [],
  }
}

/** Evaluates a claim over every possible sign-in, at each instant that it covers. */
export function prove(
  tenant: Tenant,
  { text, provable }: ReadClaim,
  at: Instant = tenant.asOf,
  who: PopulationScope = {},
): Proof | undefined {
  if (provable.kind === 'never-needed') return neverNeeded(sideOf(tenant, at), text, provable.policy, who)
  const { claim } = provable
  const proofs: Proof[] = []
  for (const instant of instantsOf(tenant, claim.occasion, at)) {
    const side = sideOf(tenant, instant)
    const proof = proveClaim(side, text, claim, who) ?? proveSessions(side, text, claim)
    if (proof === undefined) return undefined
    proofs.push(proof)
  }
  return claim.quantifier.kind === 'some' ? [...proofs].sort(bestFirst)[0] : worstOf(proofs)
}

const bestFirst = (one: Proof, other: Proof): number =>
  worstFirst.indexOf(other.answer) - worstFirst.indexOf(one.answer)
