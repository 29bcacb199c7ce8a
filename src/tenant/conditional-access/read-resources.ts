import { applicationIdsOf, suiteWords } from './application-suites.ts'
import { fieldsOf, type GraphField, type GraphReading, knownWordsOf, wordsOf } from './graph-reader.ts'
import type { Resources } from './model.ts'
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

function sideOf(reading: GraphReading, field: GraphField | undefined): ResourceSide {
  const ids = new Set<string>()
  const suites = new Set<string>()
  let all = false
  for (const { word } of wordsOf(reading, field)) {
    const lower = word.toLowerCase()
    const suite = suiteWords.find((known) => known.toLowerCase() === lower)
    if (lower === 'all') all = true
    else if (suite !== undefined) suites.add(suite)
    else if (lower !== 'none') for (const id of applicationIdsOf(lower)) ids.add(id)
  }
  return { all, ids, suites: [...suites].sort() }
}

function trafficOf(reading: GraphReading, field: GraphField | undefined): readonly string[] {
  const parts = fieldsOf(reading, field, ['includeTrafficProfiles', 'excludeTrafficProfiles'])
  knownWordsOf(reading, parts.excludeTrafficProfiles, ['m365', 'internet', 'private'], ',')
  return knownWordsOf(reading, parts.includeTrafficProfiles, ['m365', 'internet', 'private'], ',')
}

/** What a policy protects. */
export function readResources(reading: GraphReading, field: GraphField | undefined): Resources {
  const parts = fieldsOf(reading, field, applicationFields)
  const include = sideOf(reading, parts.includeApplications)
  const exclude = sideOf(reading, parts.excludeApplications)
  const filter = readAttributeFilter(reading, parts.applicationFilter)
  const contexts = wordsOf(reading, parts.includeAuthenticationContextClassReferences)
  const traffic = [...trafficOf(reading, parts.globalSecureAccess), ...trafficOf(reading, parts.networkAccess)]
  return {
    all: include.all,
    include: include.ids,
    includeSuites: include.suites,
    exclude: exclude.ids,
    excludeSuites: exclude.suites,
    excludeAll: exclude.all,
    userActions: new Set(knownWordsOf(reading, parts.includeUserActions, userActionUrns)),
    contexts: new Set(contexts.map(({ word }) => word.toLowerCase())),
    traffic: [...new Set(traffic)].sort(),
    ...(filter === undefined ? {} : { filter }),
  }
}
