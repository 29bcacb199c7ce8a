import type { ConditionName } from '../vocabulary/policies.ts'
import type { Atom, Contribution, DimensionName, InexactPart, Layer } from './atom.ts'
import type { Candidate } from './cuts/candidate.ts'
import { clients, flows, platforms, programs } from './cuts/clients.ts'
import { devices } from './cuts/devices.ts'
import { insiderRisks, servicePrincipalRisks, signInRisks, userRisks } from './cuts/levels.ts'
import type { ClaimedMemberships } from './cuts/memberships.ts'
import { people, workloads } from './cuts/people.ts'
import { places } from './cuts/places.ts'
import { targets } from './cuts/targets.ts'
import { blankSignIn, masksOf, standingsOf, withContribution } from './rows.ts'
import type { Side } from './side.ts'

/** All sign-ins of people, or of workload identities, partitioned into atoms. */
export interface Space {
  readonly of: 'people' | 'programs'
  readonly layers: readonly Layer[]
  readonly open: readonly InexactPart[]
}

const settles: Readonly<Record<DimensionName, readonly ConditionName[]>> = {
  client: [],
  // How a policy treats an ActiveSync client depends on its platform.
  platform: ['devicePlatform', 'clientApps'],
  flow: ['authenticationFlow'],
  signInRisk: ['signInRisk'],
  userRisk: ['userRisk'],
  insiderRisk: ['insiderRisk'],
  servicePrincipalRisk: ['servicePrincipalRisk'],
  device: ['devices'],
  location: ['location'],
  target: ['application'],
  people: ['users'],
}

/** Whether a sign-in targets an application, an action or data: a legacy client can only target an application. */
const kindOf = (candidate: Candidate): string =>
  candidate.contributions
    .map(({ target, principal }) => `${target === undefined ? '' : Object.keys(target)[0]} ${principal?.kind ?? ''}`)
    .join()

/** Distinctions that are needed besides those that policies make. */
export interface ExtraDistinctions {
  /** Equal for values that need not be distinguished. */
  readonly mark: (dimension: DimensionName, contributions: readonly Contribution[]) => string
  /** Whether to distinguish the tenant's networks by their addresses. */
  readonly networks: boolean
  /** Whether to distinguish devices by their state. */
  readonly deviceStates: boolean
  /** Undeclared people in every combination of groups and roles that policies name, and of these; without it in none. */
  readonly anyMembership?: ClaimedMemberships
}

const nothingMore: ExtraDistinctions = { mark: () => '', networks: false, deviceStates: false }

/** No distinctions but those of policies; with `anyMembership`, of people in every combination of groups and roles. */
export const distinctionsOfPolicies = (anyMembership: boolean | undefined): ExtraDistinctions =>
  anyMembership === true ? { ...nothingMore, anyMembership: { groups: [], roles: [] } } : nothingMore

/** Whose sign-ins are looked at, and for how long. */
export interface PopulationScope {
  /** Whether undeclared people may be in every combination of groups and roles, or are in none. */
  readonly anyMembership?: boolean | undefined
  /** How many steps one search may take; what would take more is open. */
  readonly mostSteps?: number | undefined
}

/** Merges the candidates that neither a policy of any side nor a requested distinction separates. */
function joined(
  sides: readonly Side[],
  candidates: readonly Candidate[],
  conditions: readonly ConditionName[],
  mark: (contributions: readonly Contribution[]) => string,
): readonly Atom[] {
  const standings = sides.map(standingsOf)
  const atoms = new Map<string, { words: string[]; contributions: Candidate['contributions'] }>()
  for (const candidate of candidates) {
    const parts = sides.map((side, at) => {
      const signIn = withContribution(blankSignIn(side), candidate.contributions[at])
      const masks = masksOf(side, signIn, conditions)
      return `${masks?.certain.join()}/${masks?.possible.join()}/${standings[at]?.(signIn)}`
    })
    const key = `${kindOf(candidate)} ${mark(candidate.contributions)} ${parts.join('|')}`
    const known = atoms.get(key)
    if (known === undefined) atoms.set(key, { words: [candidate.word], contributions: candidate.contributions })
    else known.words.push(candidate.word)
  }
  return [...atoms.values()]
}

function layerOf(
  sides: readonly Side[],
  dimension: DimensionName,
  candidates: readonly Candidate[],
  { mark }: ExtraDistinctions,
): Layer {
  const conditions = settles[dimension]
  // Client and platform are evaluated together, so neither can be merged alone.
  const apart = dimension === 'client' || dimension === 'platform'
  const atoms = apart
    ? candidates.map(({ word, contributions }) => ({ words: [word], contributions }))
    : joined(sides, candidates, conditions, (contributions) => mark(dimension, contributions))
  return { dimension, atoms, conditions }
}

/**
 * Partitions the sign-ins of people by everything that the policies of the sides read, and by requested distinctions.
 */
export function spaceOfPeople(sides: readonly Side[], wishes: ExtraDistinctions = nothingMore): Space {
  const count = sides.length
  const { candidates, open } = devices(sides, wishes.deviceStates)
  const everyone = people(sides, wishes.anyMembership)
  const layer = (dimension: DimensionName, values: readonly Candidate[]): Layer =>
    layerOf(sides, dimension, values, wishes)
  return {
    of: 'people',
    open: [...open, ...everyone.open],
    layers: [
      layer('client', clients(count)),
      layer('platform', platforms(count)),
      layer('flow', flows(count)),
      layer('signInRisk', signInRisks(count)),
      layer('userRisk', userRisks(count)),
      layer('insiderRisk', insiderRisks(count)),
      layer('device', candidates),
      layer('location', places(sides, wishes.networks)),
      layer('target', targets(sides, false)),
      layer('people', everyone.candidates),
    ],
  }
}

/**
 * Partitions the sign-ins of workload identities by everything that the policies of the sides read, and by requested
 * distinctions.
 */
export function spaceOfPrograms(sides: readonly Side[], wishes: ExtraDistinctions = nothingMore): Space {
  const count = sides.length
  const layer = (dimension: DimensionName, values: readonly Candidate[]): Layer =>
    layerOf(sides, dimension, values, wishes)
  return {
    of: 'programs',
    open: [],
    layers: [
      layer('client', programs(count)),
      layer('servicePrincipalRisk', servicePrincipalRisks(count)),
      layer('location', places(sides, wishes.networks)),
      layer('target', targets(sides, true)),
      layer('people', workloads(sides)),
    ],
  }
}
