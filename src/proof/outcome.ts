import { strengthBook } from '../simulate/conditional-access/clauses.ts'
import { decidePolicies } from '../simulate/conditional-access/evaluate.ts'
import type { PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import type { CombinedDecision } from '../vocabulary/policies.ts'
import type { Side } from './side.ts'

/** The outcome of a set of policies for one sign-in, limited to what two sets of policies can be compared by. */
export type Outcome = Pick<CombinedDecision, 'decision' | 'required' | 'session' | 'policies' | 'missing'>

/** How one outcome compares with another. `open`: it depends on something that is not modeled. */
export type Relation = 'equal' | 'stricter' | 'looser' | 'different' | 'closed' | 'opened' | 'open'

/** The outcome of the policies of a side for a sign-in. */
export const outcomeOf = ({ compiled }: Side, signIn: PolicySignIn): Outcome =>
  decidePolicies(compiled, signIn).combined

/** The method combinations of a strength, each of which is sufficient; undefined for any other control. */
export type Combinations = (control: string) => readonly string[] | undefined

const strengthPrefix = 'authenticationStrength:'

/** The combinations of a side's authentication strengths. */
export function combinationsOf({ tenant, compiled }: Side): Combinations {
  const book = strengthBook(tenant.conditionalAccess.authenticationStrengths)
  return (control) => {
    const strength =
      control === 'mfa'
        ? compiled.multifactor
        : control.startsWith(strengthPrefix)
          ? book.get(control.slice(strengthPrefix.length))
          : undefined
    // A combination restricted to certain keys differs from the unrestricted one.
    return strength?.allowedCombinations.map((combination) =>
      strength.narrowed.has(combination.toLowerCase()) ? `${strength.id} ${combination}` : combination,
    )
  }
}

/** Whether meeting one control always meets the other. */
export function controlImplies(one: string, other: string, of: Combinations, ofOther: Combinations): boolean {
  const [own, wanted] = [of(one), ofOther(other)]
  if (own === undefined || wanted === undefined) return one === other
  return own.every((combination) => wanted.includes(combination))
}

/** A text key of an outcome; equal for equal outcomes. */
export function outcomeText({ decision, required, session }: Outcome): string {
  const clauses = required.map((clause) => clause.join(' or ')).join(' and ')
  const shaped = session === undefined ? '' : ` with ${JSON.stringify(session)}`
  if (decision === 'undetermined' && clauses !== '') return `${clauses}, and perhaps more${shaped}`
  return decision === 'controls-required' ? `${clauses}${shaped}` : `${decision}${shaped}`
}
