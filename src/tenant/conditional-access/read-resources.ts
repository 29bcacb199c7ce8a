import { applicationIdsOf, applicationNames, suiteWords } from './application-suites.ts'
import { isDirectoryId } from './documented-words.ts'
import { reportExpected } from './expected-there.ts'
import {
  fieldsOf,
  type GraphField,
  type GraphReading,
  isWordNotModeled,
  knownWordsOf,
  unclearIn,
  wordsOf,
} from './graph-reader.ts'
import { unknownName } from './known-names.ts'
import type { Resources } from './model.ts'
import { noNames } from './name-book.ts'
import { readAttributeFilter } from './read-users.ts'

const applicationFields = [
  'includeApplications',
  'excludeApplications',
  'includeUserActions',
  'includeAuthenticationContextClassReferences',
  'applicationFilter',
  'globalSecureAccess',
  'networkAccess',
] as const

/** User actions as policies write them. */
export const userActionUrns = ['urn:user:registersecurityinfo', 'urn:user:registerdevice'] as const

interface ResourceSide {
  readonly all: boolean
  readonly ids: ReadonlySet<string>
  readonly suites: readonly string[]
}

/** The app ids behind a word: an id, a declared application, or one of the catalog; undefined if it is none. */
function idsBehind({ known }: GraphReading, lower: string): readonly string[] | undefined {
  const declared = known?.applications.get(lower)
  if (declared !== undefined) return [declared]
  const ids = applicationIdsOf(lower)
  return ids === undefined && (known === undefined || isDirectoryId(lower)) ? [lower] : ids
}

const listedApplications: readonly string[] = [...suiteWords, ...applicationNames]

/** Words for all resources and for none: Graph has them for what is included only. */
const sweeping = { include: ['All', 'None'], exclude: [] } as const

/** What a side can name, for suggestions. */
const nameable = { include: [...sweeping.include, ...listedApplications], exclude: listedApplications } as const

function sideOf(reading: GraphReading, side: keyof typeof sweeping, field: GraphField | undefined): ResourceSide {
  reportExpected(reading, 'words', field, [...sweeping[side], ...suiteWords])
  const ids = new Set<string>()
  const suites = new Set<string>()
  let all = false
  for (const { word, path } of wordsOf(reading, field)) {
    const lower = word.toLowerCase()
    const suite = suiteWords.find((name) => name.toLowerCase() === lower)
    if (sweeping[side].some((one) => one.toLowerCase() === lower)) all ||= lower === 'all'
    else if (suite !== undefined) suites.add(suite)
    else if (!isWordNotModeled(reading, word, path)) {
      const found = sweeping.include.some((one) => one.toLowerCase() === lower) ? undefined : idsBehind(reading, lower)
      for (const id of found ?? []) ids.add(id)
      const kind = { word: 'application', names: reading.known?.applications ?? noNames }
      if (found === undefined) unknownName(reading, kind, word, path, nameable[side])
    }
  }
  return { all, ids, suites: [...suites].sort() }
}

function trafficOf(reading: GraphReading, field: GraphField | undefined): readonly string[] {
  const parts = fieldsOf(reading, field, ['includeTrafficProfiles', 'excludeTrafficProfiles'])
  knownWordsOf(reading, parts.excludeTrafficProfiles, ['m365', 'internet', 'private'], ',')
  return knownWordsOf(reading, parts.includeTrafficProfiles, ['m365', 'internet', 'private'], ',')
}

/** Values of authentication contexts as the vendor numbers them. */
const contextPattern = /^c[1-9]\d?$/

function contextsOf(reading: GraphReading, field: GraphField | undefined): ReadonlySet<string> {
  const names = reading.known?.authenticationContexts ?? noNames
  const found = new Set<string>()
  for (const { word, path } of wordsOf(reading, field)) {
    const lower = word.toLowerCase()
    const id = names.get(lower)
    if (id !== undefined || reading.known === undefined || contextPattern.test(lower)) found.add(id ?? lower)
    else unknownName(reading, { word: 'authentication context', names: reading.known.contextNames }, word, path)
  }
  return found
}

/** What a policy protects. A field that is unknown may name or exempt anything. */
export function readResources(reading: GraphReading, field: GraphField | undefined): Resources {
  const { value: parts, unclear } = unclearIn(reading, () => fieldsOf(reading, field, applicationFields))
  const include = unclearIn(reading, () => sideOf(reading, 'include', parts.includeApplications))
  const exclude = unclearIn(reading, () => sideOf(reading, 'exclude', parts.excludeApplications))
  const filter = unclearIn(reading, () => readAttributeFilter(reading, parts.applicationFilter))
  const actions = unclearIn(reading, () => knownWordsOf(reading, parts.includeUserActions, userActionUrns))
  const contexts = unclearIn(reading, () => contextsOf(reading, parts.includeAuthenticationContextClassReferences))
  const traffic = unclearIn(reading, () => [
    ...trafficOf(reading, parts.globalSecureAccess),
    ...trafficOf(reading, parts.networkAccess),
  ])
  return {
    all: include.value.all,
    include: include.value.ids,
    includeSuites: include.value.suites,
    exclude: exclude.value.ids,
    excludeSuites: exclude.value.suites,
    userActions: new Set(actions.value),
    contexts: contexts.value,
    traffic: [...new Set(traffic.value)].sort(),
    ...(filter.value === undefined ? {} : { filter: filter.value }),
    unclear: {
      include: [...include.unclear, ...filter.unclear],
      exclude: [...exclude.unclear, ...filter.unclear],
      userActions: actions.unclear,
      contexts: contexts.unclear,
      anything: [...unclear, ...traffic.unclear],
    },
  }
}
