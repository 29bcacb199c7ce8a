import type { Diagnostic } from '../source/diagnostics/diagnostic.ts'
import type { DocumentPath, LocatedDocument } from '../source/document/located-document.ts'
import { parseCidr } from '../source/text/parse-cidr.ts'
import { parseDuration, parseInstant } from '../source/text/parse-values.ts'
import { countryMeantBy, countryOf } from '../vocabulary/countries.ts'
import { minuteOfDay } from '../vocabulary/days.ts'
import { isDirectoryId } from './conditional-access/documented-words.ts'
import { keysOfMethods } from './graph/documented.ts'

type Form = 'instant' | 'duration' | 'time' | 'cidr' | 'country' | 'app-id'

/** A value that a pattern cannot judge. */
interface FormedValue {
  readonly form: Form
  readonly what: string
  readonly steps: readonly string[]
}

/** Where dates, durations and addresses stand; `*` is every item of a list. */
const formedValues: readonly FormedValue[] = [
  { form: 'instant', what: 'date', steps: ['asOf'] },
  { form: 'instant', what: 'creation date', steps: ['createdDateTime'] },
  { form: 'instant', what: 'postponement', steps: ['multifactorAuthentication', 'mandatoryPostponedUntil'] },
  { form: 'instant', what: 'start', steps: ['rollouts', '*', 'from'] },
  { form: 'instant', what: 'end', steps: ['rollouts', '*', 'until'] },
  { form: 'instant', what: 'first interactive sign-in', steps: ['users', '*', 'firstInteractiveSignIn'] },
  { form: 'instant', what: 'last MFA', steps: ['users', '*', 'lastMfa'] },
  { form: 'instant', what: 'time of the sign-in to the device', steps: ['devices', '*', 'unlockedAt'] },
  { form: 'time', what: 'time', steps: ['day', '*', 'at'] },
  { form: 'instant', what: 'time', steps: ['events', '*', 'at'] },
  { form: 'duration', what: 'sync delay', steps: ['directorySync', 'delay'] },
  { form: 'cidr', what: 'range', steps: ['networks', '*', 'ranges', '*'] },
  { form: 'country', what: 'country', steps: ['networks', '*', 'country'] },
  { form: 'app-id', what: 'app id', steps: ['workloads', 'exchange-online', 'EwsAllowedAppIDs', '*'] },
  { form: 'app-id', what: 'app id', steps: ['events', '*', 'settings', 'EwsAllowedAppIDs', '*'] },
  { form: 'cidr', what: 'trusted address', steps: ['multifactorAuthentication', 'trustedIps', '*'] },
  {
    form: 'cidr',
    what: 'sender address',
    steps: ['workloads', 'exchange-online', 'connectors', '*', 'SenderIPAddresses', '*'],
  },
]

const parsers: { readonly [Name in Form]: (text: string) => unknown } = {
  instant: parseInstant,
  duration: parseDuration,
  time: minuteOfDay,
  cidr: parseCidr,
  country: countryOf,
  'app-id': (text) => isDirectoryId(text) || undefined,
}

/** What is wrong with a text that is none of its form. */
function problemOf({ form, what }: FormedValue, value: string): Pick<Diagnostic, 'code' | 'args'> {
  const args = { what, value }
  switch (form) {
    case 'instant':
      return { code: 'SHAPE-6', args }
    case 'duration':
      return { code: 'SHAPE-7', args }
    case 'time':
      return { code: 'SHAPE-9', args: { ...args, expected: 'a time of the day', example: '08:30' } }
    case 'cidr':
      return { code: 'SHAPE-8', args }
    case 'country':
      return {
        code: 'SHAPE-9',
        args: { ...args, expected: 'a country of ISO 3166', example: countryMeantBy(value) ?? 'DE' },
      }
    case 'app-id':
      return { code: 'SHAPE-9', args: { ...args, expected: 'an id', example: '00000003-0000-0000-c000-000000000000' } }
  }
}

const keysOfSomeMethod: ReadonlySet<string> = new Set(Object.values(keysOfMethods).flat())

interface Found {
  readonly path: DocumentPath
  readonly diagnostic: Diagnostic
}

function visit(
  value: unknown,
  steps: readonly string[],
  depth: number,
  path: DocumentPath,
  take: (at: DocumentPath, value: unknown) => void,
): void {
  const step = steps[depth]
  if (step === undefined) {
    take(path, value)
  } else if (step === '*') {
    for (const [index, item] of Array.isArray(value) ? value.entries() : []) {
      visit(item, steps, depth + 1, [...path, index], take)
    }
  } else if (typeof value === 'object' && value !== null && Object.hasOwn(value, step)) {
    // A parsed value is plain JSON data.
    visit((value as Readonly<Record<string, unknown>>)[step], steps, depth + 1, [...path, step], take)
  }
}

/** Keys of a method configuration that the vendor documents for another method. */
function keysOfOtherMethods(document: LocatedDocument): readonly Found[] {
  const found: Found[] = []
  const steps = ['authenticationMethodsPolicy', 'authenticationMethodConfigurations', '*']
  visit(document.value, steps, 0, [], (path, one) => {
    const id: unknown = Object(one)['id']
    const own: readonly string[] | undefined = Object.hasOwn(keysOfMethods, `${id}`)
      ? keysOfMethods[id as keyof typeof keysOfMethods]
      : undefined
    for (const key of Object.keys(Object(one))) {
      if (own === undefined || own.includes(key) || !keysOfSomeMethod.has(key)) continue
      const args = { key, of: `the configuration of ${id}`, known: own }
      found.push({ path, diagnostic: { code: 'SHAPE-1', args, at: document.rangeOfKey([...path, key]) } })
    }
  })
  return found
}

/** Dates, durations and addresses that have the right form and still are none, such as 30 February. */
export function checkValues(document: LocatedDocument): readonly Found[] {
  const found: Found[] = [...keysOfOtherMethods(document)]
  for (const formed of formedValues) {
    visit(document.value, formed.steps, 0, [], (path, value) => {
      if (typeof value !== 'string' || value === '' || parsers[formed.form](value) !== undefined) return
      found.push({ path, diagnostic: { ...problemOf(formed, value), at: document.rangeOf(path) } as Diagnostic })
    })
  }
  return found
}
