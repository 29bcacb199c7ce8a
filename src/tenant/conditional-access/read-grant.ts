import { type GrantControl, grantControls } from '../../vocabulary/policies.ts'
import {
  fieldsOf,
  type GraphField,
  type GraphReading,
  isEmpty,
  isMapping,
  knownWordsOf,
  leaveOpen,
  textOf,
  wordsOf,
} from './graph-reader.ts'
import type { PolicyGrant, StrengthReference } from './model.ts'
import { narrowedBy, strengthFields } from './read-strengths.ts'

const grantFields = [
  'operator',
  'builtInControls',
  'customAuthenticationFactors',
  'termsOfUse',
  'authenticationStrength',
] as const

/** A strength is embedded, or named by its id or name alone. */
function readStrength(reading: GraphReading, field: GraphField | undefined): StrengthReference | undefined {
  if (field === undefined || isEmpty(field.value)) return undefined
  const bare = textOf(field)
  if (bare !== undefined) return { id: bare.toLowerCase() }
  const parts = fieldsOf(reading, field, strengthFields, ['createddatetime', 'modifieddatetime', 'description'])
  const name = textOf(parts.displayName)
  const id = textOf(parts.id)?.toLowerCase() ?? name?.toLowerCase()
  if (id === undefined) {
    leaveOpen(reading, field.path, 'authentication strength without id or name')
    return undefined
  }
  const combinations = wordsOf(reading, parts.allowedCombinations).map(({ word }) => word)
  const narrowed = narrowedBy(reading, parts.combinationConfigurations)
  return {
    id,
    ...(name === undefined ? {} : { name }),
    ...(combinations.length === 0 ? {} : { allowedCombinations: combinations, narrowed }),
  }
}

function isGrantControl(word: string): word is GrantControl {
  return grantControls.some((control) => control === word)
}

/** Terms of use and custom factors are ids, or objects that carry one. */
function idsOf(reading: GraphReading, field: GraphField | undefined): readonly string[] {
  if (field === undefined || isEmpty(field.value)) return []
  const items = Array.isArray(field.value) ? field.value : [field.value]
  const plain = items.map((item: unknown) => (isMapping(item) ? (item['id'] ?? item['Id'] ?? null) : item))
  return [...new Set(wordsOf(reading, { value: plain, path: field.path }).map(({ word }) => word))].sort()
}

function reportConflicts(reading: GraphReading, grant: PolicyGrant, at: GraphField): void {
  const { controls, strength } = grant
  const others = controls.length + grant.termsOfUse.length + grant.customFactors.length + (strength ? 1 : 0)
  const conflicts = [
    grant.block && others > 0 ? '`block` with other controls' : undefined,
    strength !== undefined && controls.includes('mfa') ? '`mfa` with an authentication strength' : undefined,
    controls.includes('passwordChange') && controls.some((control) => control !== 'mfa' && control !== 'passwordChange')
      ? '`passwordChange` with controls other than `mfa`'
      : undefined,
  ]
  for (const conflict of conflicts) {
    if (conflict === undefined) continue
    reading.diagnostics.push({
      code: 'POL-12',
      args: { owner: reading.owner, conflict },
      at: reading.document.rangeOfKey(at.path),
    })
  }
}

/** What a policy demands; undefined where it demands nothing. Controls without an operator are all required. */
export function readGrant(reading: GraphReading, field: GraphField | undefined): PolicyGrant | undefined {
  if (field === undefined || isEmpty(field.value)) return undefined
  const parts = fieldsOf(reading, field, grantFields)
  const words = knownWordsOf(reading, parts.builtInControls, ['block', ...grantControls], ',')
  const strength = readStrength(reading, parts.authenticationStrength)
  const grant: PolicyGrant = {
    operator: knownWordsOf(reading, parts.operator, ['AND', 'OR'])[0] === 'OR' ? 'OR' : 'AND',
    block: words.includes('block'),
    controls: grantControls.filter((control) => words.some((word) => isGrantControl(word) && word === control)),
    ...(strength === undefined ? {} : { strength }),
    termsOfUse: idsOf(reading, parts.termsOfUse),
    customFactors: idsOf(reading, parts.customAuthenticationFactors),
  }
  reportConflicts(reading, grant, field)
  const demands = grant.block || grant.controls.length + grant.termsOfUse.length + grant.customFactors.length > 0
  return demands || strength !== undefined ? grant : undefined
}
