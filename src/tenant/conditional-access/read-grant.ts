import { suggest } from '../../source/diagnostics/suggest.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import { type GrantControl, grantControls } from '../../vocabulary/policies.ts'
import { isDirectoryId } from './documented-words.ts'
import {
  fieldsOf,
  type GraphField,
  type GraphFields,
  type GraphReading,
  isEmpty,
  isWordNotModeled,
  knownWordsOf,
  lacksPart,
  oneWordOf,
  textOf,
  unclearIn,
  wordsOf,
  wrongForm,
} from './graph-reader.ts'
import { unknownName } from './known-names.ts'
import type { PolicyGrant, StrengthReference } from './model.ts'
import { noNames } from './name-book.ts'
import { admittedBy, strengthFields } from './read-strengths.ts'

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
  if (bare !== undefined) {
    const id = bare.toLowerCase()
    checkDeclared(reading, id, field)
    return { id, unclear: [] }
  }
  const { value: parts, unclear: beside } = unclearIn(reading, () =>
    fieldsOf(reading, field, strengthFields, ['createddatetime', 'modifieddatetime', 'description']),
  )
  const name = textOf(parts.displayName)
  const id = textOf(parts.id)?.toLowerCase() ?? name?.toLowerCase()
  if (id === undefined) {
    lacksPart(reading, field.path, 'id')
    return undefined
  }
  const embedded = !isEmpty(parts.allowedCombinations?.value)
  if (!embedded) checkDeclared(reading, id, parts.id ?? parts.displayName ?? field)
  const admitted = admittedBy(reading, parts, beside)
  return { id, ...(name === undefined ? {} : { name }), ...(embedded ? admitted : { unclear: admitted.unclear }) }
}

/** Reports a strength that the tenant does not declare: it stays a missing fact. */
function checkDeclared({ known, owner, diagnostics, document }: GraphReading, id: string, { path }: GraphField): void {
  if (known === undefined) return
  if (known.authenticationStrengths.has(id)) return
  const suggestion = suggest(id, known.authenticationStrengths)
  const args = { owner, name: id, ...(suggestion === undefined ? {} : { suggestion }) }
  diagnostics.push({ code: 'POL-7', args, at: document.rangeOf(path) })
}

function isGrantControl(word: string): word is GrantControl {
  return grantControls.some((control) => control === word)
}

interface Agreements {
  readonly kind: string
  readonly isId: (word: string) => boolean
}

/** Terms of use are named by an id of the directory. */
const termsOfUse: Agreements = { kind: 'terms of use', isId: isDirectoryId }

/** The id of a custom control is a word of its provider, but not one that Graph has for a separate control. */
const customControls: Agreements = {
  kind: 'custom control',
  isId: (word) => !['block', ...grantControls].some((control) => control.toLowerCase() === word.toLowerCase()),
}

/** Terms of use and custom factors are ids, or objects that carry one; any other word is reported and leaves it open. */
function idsOf(reading: GraphReading, field: GraphField | undefined, { kind, isId }: Agreements): readonly string[] {
  if (field === undefined || isEmpty(field.value)) return []
  const items: readonly unknown[] = Array.isArray(field.value) ? field.value : [field.value]
  const ids = items.flatMap((item, index) => {
    const path = Array.isArray(field.value) ? [...field.path, index] : field.path
    const words = isMapping(item) ? idIn(reading, item, path) : wordsOf(reading, { value: item, path })
    return words.flatMap(({ word, path: at }) => {
      if (reading.known === undefined || isId(word)) return [word]
      if (!isWordNotModeled(reading, word, at)) unknownName(reading, { word: kind, names: noNames }, word, at)
      return []
    })
  })
  return [...new Set(ids)].sort()
}

function idIn(reading: GraphReading, item: unknown, path: GraphField['path']) {
  const { id } = fieldsOf(reading, { value: item, path }, ['id'], ['displayname'])
  const word = textOf(id)
  if (word === undefined && !isEmpty(item)) lacksPart(reading, path, 'id')
  return word === undefined ? [] : [{ word, path: id?.path ?? path }]
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

/** Whether some control must be met, or may have to be. */
function demandsSomething({ block, controls, strength, termsOfUse, customFactors, ...rest }: PolicyGrant): boolean {
  const listed = controls.length + termsOfUse.length + customFactors.length
  return block || strength !== undefined || listed + rest.unknownControls.length + rest.unclear.length > 0
}

/** Whether any control is enough; what joins a single control does not matter. */
function readOperator(reading: GraphReading, field: GraphField | undefined, parts: GrantParts, at: GraphField) {
  return unclearIn(reading, () => {
    const several = Object.entries(parts).flatMap(([name, part]) =>
      name === 'operator' ? [] : Array.isArray(part.value) ? part.value.filter((item) => !isEmpty(item)) : [part.value],
    )
    if (several.length > 1 && isEmpty(field?.value)) wrongForm(reading, [...at.path, 'operator'], '`AND` or `OR`')
    return oneWordOf(reading, field, ['AND', 'OR']) === 'OR'
  })
}

type GrantParts = GraphFields<(typeof grantFields)[number]>

/** What a policy demands; undefined if it demands nothing. */
export function readGrant(reading: GraphReading, field: GraphField | undefined): PolicyGrant | undefined {
  if (field === undefined || isEmpty(field.value)) return undefined
  const { value: parts, unclear: beside } = unclearIn(reading, () => fieldsOf(reading, field, grantFields))
  const operator = readOperator(reading, parts.operator, parts, field)
  const { value, unclear: unknownControls } = unclearIn(reading, () => ({
    words: knownWordsOf(reading, parts.builtInControls, ['block', ...grantControls], ','),
    termsOfUse: idsOf(reading, parts.termsOfUse, termsOfUse),
    customFactors: idsOf(reading, parts.customAuthenticationFactors, customControls),
  }))
  const strength = unclearIn(reading, () => readStrength(reading, parts.authenticationStrength))
  const { words, ...agreements } = value
  const grant: PolicyGrant = {
    operator: operator.value ? 'OR' : 'AND',
    block: words.includes('block'),
    controls: grantControls.filter((control) => words.some((word) => isGrantControl(word) && word === control)),
    ...(strength.value === undefined ? {} : { strength: strength.value }),
    ...agreements,
    // What was not understood of a strength that can be named is known with the strength.
    unknownControls: strength.value === undefined ? [...unknownControls, ...strength.unclear] : unknownControls,
    operatorUnclear: operator.unclear,
    unclear: beside,
  }
  reportConflicts(reading, grant, field)
  return demandsSomething(grant) ? grant : undefined
}
