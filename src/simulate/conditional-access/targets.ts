import { cachePerOwner } from '../../memory/cache-per-owner.ts'
import type { PolicyOutcome } from '../../vocabulary/policies.ts'
import type { CompiledPolicies } from './compile.ts'
import type { Row } from './row.ts'
import { targetParts } from './row-store.ts'
import { neededBy, targetRow, textOfTarget } from './rows-of.ts'
import type { PolicySignIn } from './sign-in.ts'

type Via = NonNullable<PolicyOutcome['via']>

/** A service that the target needs, and what the policies say about it. */
export interface Need {
  readonly via: Via
  readonly row: Row
}

function needsOf(compiled: CompiledPolicies, signIn: PolicySignIn): readonly Need[] {
  const { target } = signIn
  return (['early', 'late'] as const).flatMap((binding) =>
    neededBy(target, binding).map(({ application, service }) => ({
      via: { service, binding },
      row: targetRow(compiled, { ...signIn, target: { applications: [application] } }, []),
    })),
  )
}

/** What a sign-in is for, alone and with the services it needs. */
export interface Targets {
  /** The target without the services that it needs. */
  readonly own: Row
  readonly needs: readonly Need[]
}

// Invariant: the policies do not change, and of a sign-in no more is read than the parts of a target.
const targets = cachePerOwner<Targets, [string]>({
  name: 'targets and what they need',
  owner: 'policies',
  parts: ['target'],
  // What a target needs is always asked for here.
  within: targetParts.filter((part) => part !== 'dependencies'),
})

/** What the policies say about a target alone and of the services it needs; found once for each target. */
export function targetsOf(compiled: CompiledPolicies, signIn: PolicySignIn): Targets {
  return targets.find(compiled, [textOfTarget(targets.declared, signIn, true)], () => ({
    own: targetRow(compiled, signIn, []),
    needs: needsOf(compiled, signIn),
  }))
}
