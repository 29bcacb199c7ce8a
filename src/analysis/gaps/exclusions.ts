import { type Bitmap, difference, emptyBitmap, isEmpty } from '../../classes/bitmap.ts'
import type { Kind } from '../../classes/user-sets.ts'
import { once } from '../../memory/once.ts'
import { hasBit, maskWhere } from '../../simulate/conditional-access/bits.ts'
import type { PoliciesOfLeg } from '../../simulate/policies-of-leg.ts'
import type { Policy, UserSide } from '../../tenant/conditional-access/model.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { settledTenant } from '../../tenant/tenant-at.ts'
import { verdictOf } from '../../trace/verdict.ts'
import { narrowed, playedElsewhere, type SweptUsers, sweptUsersIn, withoutUsers } from './crowd.ts'
import type { Played } from './played.ts'
import { concernedBy, concernedByAny } from './policies-behind.ts'
import type { Because } from './result.ts'
import { type Collector, collector, type Observer, type Sweep } from './sweep.ts'
import { sweptPolicies, withPolicy } from './swept-policies.ts'

const exclusion: Because = {
  statement: 'A policy does not apply to excluded users, even if another assignment includes them.',
  citation: { source: 'ca-users-groups' },
}
const nobody: UserSide = {
  all: false,
  guests: false,
  users: new Set(),
  groups: new Set(),
  roles: new Set(),
  unclear: [],
}

const hasExclusions = ({ exclude }: Policy['conditions']): boolean =>
  exclude.guests || exclude.users.size + exclude.groups.size + exclude.roles.size > 0 || exclude.external !== undefined

interface Excluding {
  readonly policy: Policy
  readonly index: number
  /** Users of a kind whom the policy would apply to without its exclusions; undefined if there are none. */
  readonly excluded: (kind: Kind, of: PoliciesOfLeg) => Bitmap | undefined
  /** The users in the tenant without the policy's user exclusions; computed on demand. */
  readonly bound: () => SweptUsers
}

const demandsFactor = ({ grant }: Policy): boolean =>
  grant?.controls.includes('mfa') === true || grant?.strength !== undefined

const includingAll = (policy: Policy): Policy => ({ ...policy, conditions: { ...policy.conditions, exclude: nobody } })

function excludedIn(assigned: PoliciesOfLeg['assigned'], index: number): Excluding['excluded'] {
  const known = new Map<number, Bitmap | undefined>()
  return (kind, of) => {
    if (known.has(kind.index)) return known.get(kind.index)
    const included = concernedBy({ assigned }, kind, index)
    const excluded = difference(included, concernedBy(of, kind, index, 'possible'))
    const some = isEmpty(excluded) ? undefined : excluded
    known.set(kind.index, some)
    return some
  }
}

/** Sign-ins that an exclusion leaves unprotected: no other policy applies, or no second factor is required. */
export function exclusions(sweep: Sweep): Observer {
  const { tenant: declared, at, crowd } = sweep
  const tenant = settledTenant(declared, at)
  const found = collector(sweep)
  const covered = coveredBook()
  const { compiled, assigned } = crowd.engine.assignedWith(at, includingAll)
  const swept = sweptPolicies(tenant).filter(
    ({ conditions, grant }) => grant !== undefined && hasExclusions(conditions),
  )
  const all = swept.map((policy): Excluding => {
    const index = compiled.policies.findIndex(({ name }) => name === policy.name)
    return {
      policy,
      index,
      excluded: excludedIn(assigned, index),
      bound: once(() => sweptUsersIn(crowd, (one) => withPolicy(settledTenant(one, at), policy.name, includingAll))),
    }
  })
  return {
    see: (played) => {
      played.traces.forEach((trace, leg) => {
        const of = played.policies(leg)
        if (of === undefined || verdictOf(trace).kind !== 'signs-in') return
        for (const one of all) {
          if (!hasBit(of.reached.applying, one.index)) continue
          const excluded = one.excluded(played.kind, of)
          const concerned = excluded && narrowed(played, excluded)
          if (concerned !== undefined)
            reportExclusion({ found, tenant, covered: covered(of, played.kind) }, one, concerned, leg)
        }
      })
    },
    end: found.cases,
  }
}

/** The users of a kind to whom a policy that asks for something may apply on a leg. */
function coveredBy(of: PoliciesOfLeg, kind: Kind): Bitmap {
  const granting = maskWhere(of.compiled.policies.length, (index) => {
    return hasBit(of.reached.perhaps, index) && of.compiled.policies[index]?.grant !== undefined
  })
  return concernedByAny(of, kind, granting, 'possible')
}

/** The same, found once for all parts of a sign-in, which are seen before those of the next. */
function coveredBook(): typeof coveredBy {
  let of: PoliciesOfLeg | undefined
  let covered = emptyBitmap(0)
  return (asked, kind) => {
    if (asked !== of) covered = coveredBy(asked, kind)
    of = asked
    return covered
  }
}

interface Reporting {
  readonly found: Collector
  readonly tenant: Tenant
  /** The users whom other policies may cover. */
  readonly covered: Bitmap
}

function reportExclusion(
  { found, tenant, covered }: Reporting,
  { policy, bound }: Excluding,
  played: Played,
  leg: number,
): void {
  const emergency = tenant.users.get(played.kind.representative)?.emergencyAccess === true
  const severity = emergency ? 'note' : 'warning'
  const shown = { severity, about: policy.name, because: [exclusion], origin: policy.origin } as const
  const uncovered = withoutUsers(played, covered)
  if (uncovered !== undefined) found.add(uncovered, { ...shown, kind: 'exclusion-uncovered' })
  const trace = played.traces[leg]
  const verdict = trace && verdictOf(trace)
  if (verdict?.kind !== 'signs-in' || verdict.secondFactor !== 'not-required' || !demandsFactor(policy)) return
  // If all users of a set are excluded, the policy would apply to all of them in the same way.
  const factor = playedElsewhere(bound(), played)?.traces[leg]?.facts.secondFactor
  if (factor === 'required' || factor === 'registration-required')
    found.add(played, { ...shown, kind: 'second-factor-bypassed', way: 'excluded-account' })
}
