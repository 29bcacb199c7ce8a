import { protocolTable } from '../../catalog/protocols.ts'
import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import { editDistance } from '../../source/diagnostics/edit-distance.ts'
import { suggest } from '../../source/diagnostics/suggest.ts'
import type { DocumentPath } from '../../source/document/located-document.ts'
import { compilePattern } from '../../source/text/pattern.ts'
import { claimName, isSecurityIdentifier, knownClaims } from '../claim-names.ts'
import { asksForPresence, type ClaimConditionFile } from '../settings/access-rules.ts'
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
  const name = claimName(condition.claim)
  if (!known.has(name)) return [unknownClaim(file, condition.claim, known, [...path, 'claim'])]
  // A comparison without a value is reported by another check.
  if (condition.value === undefined) return []
  const { operator, value } = condition
  const at = [...path, 'value']
  if (asksForPresence(condition))
    return [{ code: 'TEN-42', args: { operator: condition.operator }, at: file.document.rangeOf(at) }]
  const isPattern = operator === 'matches' || operator === 'not-matches'
  if (name === 'group' || name === 'groupsid') return judgeGroup(file, { name, value, isPattern }, path)
  return isPattern ? judgePattern(file, value, at) : judgeValue(file, name, value, at)
}

function judgeGroup(
  file: WellFormedFile,
  { name, value, isPattern }: { readonly name: string; readonly value: string; readonly isPattern: boolean },
  path: DocumentPath,
): readonly Diagnostic[] {
  const groups = file.names('groups', ['name', 'id'])
  const at = [...path, 'value']
  const open = (problem: 'pattern' | 'sid'): readonly Diagnostic[] => [
    { code: 'TEN-41', args: { claim: name, problem }, at: file.document.rangeOf(at) },
  ]
  if (isPattern) return [...judgePattern(file, value, at), ...open('pattern')]
  if (isSecurityIdentifier(value)) return groups.has(value) ? [] : open('sid')
  return file.parts.groups === undefined ? [] : undeclared(file, groups, { kind: 'group', name: value, path: at })
}

const switches: ReadonlySet<string> = new Set(['insidecorporatenetwork', 'client-inside'])
const applications = [...new Set(protocolTable.flatMap(({ adfsClientApplication }) => adfsClientApplication ?? []))]

/** Values that are known of claims with others beside them: only one letter away from these is a mistake for certain. */
const someValues: ReadonlyMap<string, readonly string[]> = new Map([
  ['x-ms-client-application', applications],
  ['x-ms-endpoint-absolute-path', ['/adfs/ls/']],
])

/** The value that is meant instead of one that a claim never has; undefined if it may have it. */
function meantInstead(claim: string, value: string): { readonly suggestion?: string } | undefined {
  const written = value.toLowerCase()
  if (switches.has(claim)) {
    if (written === 'true' || written === 'false') return undefined
    const suggestion = suggest(written, ['true', 'false'])
    return suggestion === undefined ? {} : { suggestion }
  }
  const known = someValues.get(claim) ?? []
  if (known.some((one) => one.toLowerCase() === written)) return undefined
  const suggestion = known.find((one) => editDistance(written, one.toLowerCase(), 1) <= 1)
  return suggestion === undefined ? undefined : { suggestion }
}

function judgeValue(file: WellFormedFile, claim: string, value: string, path: DocumentPath): readonly Diagnostic[] {
  const meant = meantInstead(claim, value)
  return meant === undefined
    ? []
    : [{ code: 'TEN-40', args: { claim, value, ...meant }, at: file.document.rangeOf(path) }]
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
