import type { DocumentPath } from '../source/document/located-document.ts'
import { isMapping } from '../vocabulary/mapping.ts'
import { own } from '../vocabulary/own.ts'

/** Fields that identify an item of a list, the most specific first, in lower case. */
export const namingFields = ['userprincipalname', 'id', 'appid', 'tenantid', 'name', 'displayname', 'change'] as const

/** Whether an item of a list has a name, case ignored. */
function isNamed(item: unknown, name: string): boolean {
  if (typeof item === 'string') return item.toLowerCase() === name
  if (!isMapping(item)) return false
  return Object.entries(item).some(
    ([key, value]) =>
      namingFields.some((field) => field === key.toLowerCase()) &&
      typeof value === 'string' &&
      value.toLowerCase() === name,
  )
}

/** The place in a file to which keys and names of items lead; undefined if there is none. */
export function placeOfSetting(file: unknown, steps: readonly string[]): DocumentPath | undefined {
  const path: (string | number)[] = []
  let part = file
  for (const step of steps) {
    if (Array.isArray(part)) {
      const at = part.findIndex((item) => isNamed(item, step.toLowerCase()))
      if (at < 0) return undefined
      path.push(at)
      part = part[at]
    } else {
      part = isMapping(part) ? own(part, step) : undefined
      path.push(step)
    }
    if (part === undefined) return undefined
  }
  return path
}

/** A part of a file with another value at a place. */
export function withValueAt(part: unknown, [step, ...rest]: DocumentPath, value: unknown): unknown {
  if (step === undefined) return value
  if (Array.isArray(part)) return part.map((item, at) => (at === step ? withValueAt(item, rest, value) : item))
  const mapping = isMapping(part) ? part : {}
  return { ...mapping, [step]: withValueAt(mapping[step], rest, value) }
}

/** The value at a place of a file. */
export function valueAtPlace(part: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>(
    (one, step) => (Array.isArray(one) ? one[Number(step)] : isMapping(one) ? one[step] : undefined),
    part,
  )
}

/** Parts of a file of which no setting is stated with other values beside it: users and policies say what is open in them. */
const apart: ReadonlySet<string> = new Set([
  ...['name', 'asOf', 'description', 'exportsDisagree', 'exportsDisagreeOn'],
  ...['conditionalAccess', 'users', 'rollouts', 'day', 'events'],
])

/** Whether settings of a part of a file can be stated with one of the values on which exports disagree. */
export const canBeStatedInDispute = (part: string): boolean => !apart.has(part)
