import type { Policy } from '../tenant/conditional-access/model.ts'
import type { PolicyOutcome } from '../vocabulary/policies.ts'
import type { PolicyName } from '../vocabulary/requests.ts'

/** For each session control, the policies that set it and why the merged value applies. */
export type SessionBasis = Readonly<
  Record<
    string,
    {
      readonly policies: readonly PolicyName[]
      readonly rule: 'only-one' | 'strictest'
      readonly basis: 'documented' | 'inferred'
    }
  >
>

/**
 * The origin of the session controls of a decision. That the strictest one wins is our reading of how policies combine.
 */
export function sessionBasis(policies: readonly Policy[], outcomes: readonly PolicyOutcome[]): SessionBasis {
  const setting = new Map<string, PolicyName[]>()
  policies.forEach(({ name, session }, index) => {
    if (outcomes[index]?.effect !== 'applies' || outcomes[index]?.via?.binding === 'late') return
    for (const control of Object.keys(session)) setting.set(control, [...(setting.get(control) ?? []), name])
  })
  return Object.fromEntries(
    [...setting]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([control, names]) => [
        control,
        names.length === 1
          ? { policies: names, rule: 'only-one', basis: 'documented' }
          : { policies: [...names].sort(), rule: 'strictest', basis: 'inferred' },
      ]),
  )
}
