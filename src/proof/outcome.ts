import { strengthBook } from '../simulate/conditional-access/clauses.ts'
import { decidePolicies } from '../simulate/conditional-access/evaluate.ts'
import type { PolicySignIn } from '../simulate/conditional-access/sign-in.ts'
import type { CombinedDecision } from '../vocabulary/policies.ts'
import type { Side } from './side.ts'

/** What policies come to on one sign-in, as far as two sets of policies can be compared by it. */
export type Outcome = Pick<CombinedDecision, 'decision' | 'required' | 'session' | 'policies' | 'missing'>

/** How an outcome compares with another one. `open`: it depends on something that is not understood. */
export type Relation = 'equal' | 'stricter' | 'looser' | 'different' | 'closed' | 'opened' | 'open'

/** What the policies of a side come to on a sign-in. */
export const outcomeOf = ({ compiled }: Side, signIn: PolicySignIn): Outcome =>
  decidePolicies(compiled, signIn).combined

/** Methods of a strength, as sets of methods of which each set is enough; undefined for any other control. */
export type Combinations = (control: string) => readonly string[] | undefined

const strengthPrefix = 'authenticationStrength:'

/** The combinations of the strengths of a side. */
export function combinationsOf({ tenant, compiled }: Side): Combinations {
  const book = strengthBook(tenant.conditionalAccess.authenticationStrengths)
  return (control) => {
    const strength =
      control === 'mfa'
        ? compiled.multifactor
        : control.startsWith(strengthPrefix)
          ? book.get(control.slice(strengthPrefix.length))
          : undefined
    // A combination that only admits certain keys is another one than that which admits any.
    return strength?.allowedCombinations.map((combination) =>
      strength.narrowed.has(combination.toLowerCase()) ? `${strength.id} ${combination}` : combination,
    )
  }
}

/** Whether whoever meets one control has met the other. */
export function controlImplies(one: string, other: string, of: Combinations, ofOther: Combinations): boolean {
  const [own, wanted] = [of(one), ofOther(other)]
  if (own === undefined || wanted === undefined) return one === other
  return own.every((combination) => wanted.includes(combination))
}

/** The words of an outcome, equal for outcomes that say the same. */
export function outcomeText({ decision, required, session }: Outcome): string {
  const clauses = required.map((clause) => clause.join(' or ')).join(' and ')
  const shaped = session === undefined ? '' : ` with ${JSON.stringify(session)}`
  return decision === 'controls-required' ? `${clauses}${shaped}` : `${decision}${shaped}`
}
