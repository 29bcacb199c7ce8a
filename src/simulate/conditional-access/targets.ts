import type { PolicyOutcome } from '../../vocabulary/policies.ts'
import type { CompiledPolicies } from './compile.ts'
import type { Row } from './row.ts'
import { neededBy, targetRow, textOfTarget } from './rows-of.ts'
import type { PolicySignIn } from './sign-in.ts'

type Via = NonNullable<PolicyOutcome['via']>

/** A service that the target needs, and what the policies say of it. */
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

const targets = new WeakMap<CompiledPolicies, Map<string, Targets>>()

/** What the policies say of a target alone and of the services it needs; found once for each target. */
export function targetsOf(compiled: CompiledPolicies, signIn: PolicySignIn): Targets {
  let found = targets.get(compiled)
  if (found === undefined) {
    found = new Map()
    targets.set(compiled, found)
  }
  const text = textOfTarget(signIn, true)
  const before = found.get(text)
  if (before !== undefined) return before
  const made = { own: targetRow(compiled, signIn, []), needs: needsOf(compiled, signIn) }
  found.set(text, made)
  return made
}
