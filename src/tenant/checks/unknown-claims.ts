import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import type { DocumentPath } from '../../source/document/located-document.ts'
import { compilePattern } from '../../source/text/pattern.ts'
import { claimName, knownClaims } from '../claim-names.ts'
import type { ClaimConditionFile } from '../settings/access-rules.ts'
import type { IdentityProviderFile } from '../settings/identity-providers.ts'
import type { Item, WellFormedFile } from '../well-formed-file.ts'
import { type Check, undeclared } from './check.ts'

/** The conditions of the access rules of a provider, each with its place. */
function conditionsOf({ path, value }: Item<IdentityProviderFile>): readonly Item<ClaimConditionFile>[] {
  return (value.accessRules ?? []).flatMap((rule, at) =>
    typeof rule === 'string'
      ? []
      : (rule.conditions ?? []).map((condition, index) => ({
          path: [...path, 'accessRules', at, 'conditions', index],
          value: condition,
        })),
  )
}

function unknownClaim(file: WellFormedFile, claim: string, known: ReadonlySet<string>, path: DocumentPath): Diagnostic {
  const suggestion = suggest(claimName(claim), known)
  const args = { claim, ...(suggestion === undefined ? {} : { suggestion }) }
  return { code: 'TEN-16', args, at: file.document.rangeOf(path) }
}

function judgePattern(file: WellFormedFile, pattern: string, path: DocumentPath): readonly Diagnostic[] {
  const compiled = compilePattern(pattern)
  if (compiled.ok) return []
  const at = file.document.rangeOf(path)
  if (compiled.kind === 'unread') return [{ code: 'TEN-18', args: { pattern, part: compiled.message }, at }]
  return [{ code: 'TEN-17', args: { pattern, problem: compiled.message }, at }]
}

function judgeCondition(
  file: WellFormedFile,
  { path, value: condition }: Item<ClaimConditionFile>,
  known: ReadonlySet<string>,
): readonly Diagnostic[] {
  const { claim, operator, value } = condition
  const at = [...path, 'value']
  if (!known.has(claimName(claim))) return [unknownClaim(file, claim, known, [...path, 'claim'])]
  if (operator === 'matches' || operator === 'not-matches') return judgePattern(file, value ?? '', at)
  if (claimName(claim) !== 'group' || file.parts.groups === undefined) return []
  return undeclared(file, file.names('groups', ['name', 'id']), { kind: 'group', name: value, path: at })
}

/** The claims that access rules name exist, and their patterns can be read. */
export const unknownClaims: Check = (file) =>
  file.list('identityProviders').flatMap((provider) => {
    const passed = (provider.value.passesClaims ?? []).map(claimName)
    const known = new Set([...knownClaims, ...passed])
    const mistyped = (provider.value.passesClaims ?? []).flatMap((claim, index) =>
      knownClaims.has(claimName(claim)) || suggest(claimName(claim), knownClaims) === undefined
        ? []
        : [unknownClaim(file, claim, knownClaims, [...provider.path, 'passesClaims', index])],
    )
    return [...mistyped, ...conditionsOf(provider).flatMap((condition) => judgeCondition(file, condition, known))]
  })
