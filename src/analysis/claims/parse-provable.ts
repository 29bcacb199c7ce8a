import type { PolicyName } from '../../vocabulary/requests.ts'
import type { Claim, Parsed } from './claim.ts'
import { parseClaim } from './parse-claim.ts'
import { type ClaimContext, readValues, type ValueSlot } from './read-values.ts'
import { reaches, tokensOf } from './tokens.ts'

/** A provable claim: one about sign-ins, or that nothing depends on a policy. */
export type Provable =
  | { readonly kind: 'sign-ins'; readonly claim: Claim }
  | { readonly kind: 'never-needed'; readonly policy: PolicyName }

const policy: readonly ValueSlot[] = [{ key: 'applies', lead: ['policy'], must: true }]

/** Parses a claim to prove: those of features, and `policy "X" is never needed`. */
export function parseProvable(context: ClaimContext, text: string): Parsed<Provable> {
  const tokens = tokensOf(text.trim())
  if (reaches(tokens, 0, ['policy']) === undefined) {
    const parsed = parseClaim(context, text)
    return parsed.ok ? { ok: true, value: { kind: 'sign-ins', claim: parsed.value } } : parsed
  }
  const read = readValues(context, tokens, 0, policy)
  if (!read.ok) return read
  const { value, next } = read.value
  const [name] = value.values
  if (
    reaches(tokens, next, ['is', 'never', 'needed']) === tokens.length &&
    name !== undefined &&
    value.values.length === 1
  )
    return { ok: true, value: { kind: 'never-needed', policy: name } }
  const help = `write \`policy "${name}" is never needed\`, or \`no sign-in is subject to the policy "${name}"\``
  return {
    ok: false,
    problems: [{ message: `\`${text}\` is not a statement about the policy that can be proved`, help }],
  }
}
