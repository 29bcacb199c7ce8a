import type { ConditionName } from '../vocabulary/policies.ts'
import type { Atom, DimensionName, Layer, OpenCut } from './atom.ts'
import type { Candidate } from './cuts/candidate.ts'
import { clients, flows, platforms, programs } from './cuts/clients.ts'
import { devices } from './cuts/devices.ts'
import { insiderRisks, servicePrincipalRisks, signInRisks, userRisks } from './cuts/levels.ts'
import { people, workloads } from './cuts/people.ts'
import { places } from './cuts/places.ts'
import { targets } from './cuts/targets.ts'
import { blankSignIn, masksOf, standingsOf, withContribution } from './rows.ts'
import type { Side } from './side.ts'

/** All sign-ins of people, or of programs, cut into atoms. */
export interface Space {
  readonly of: 'people' | 'programs'
  readonly layers: readonly Layer[]
  readonly open: readonly OpenCut[]
}

const settles: Readonly<Record<DimensionName, readonly ConditionName[]>> = {
  client: [],
  // What a policy says about an ActiveSync client depends on its platform.
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

/** Whether a sign-in is for an application, an action or data: a legacy client can do no more than the first. */
const kindOf = (candidate: Candidate): string =>
  candidate.contributions
    .map(({ target, principal }) => `${target === undefined ? '' : Object.keys(target)[0]} ${principal?.kind ?? ''}`)
    .join()

/** Joins the candidates that no policy of any side distinguishes. */
function joined(
  sides: readonly Side[],
  candidates: readonly Candidate[],
  conditions: readonly ConditionName[],
): readonly Atom[] {
  const standings = sides.map(standingsOf)
  const atoms = new Map<string, { words: string[]; contributions: Candidate['contributions'] }>()
  for (const candidate of candidates) {
    const parts = sides.map((side, at) => {
      const signIn = withContribution(blankSignIn(side), candidate.contributions[at])
      const masks = masksOf(side, signIn, conditions)
      return `${masks?.certain.join()}/${masks?.possible.join()}/${standings[at]?.(signIn)}`
    })
    const key = `${kindOf(candidate)} ${parts.join('|')}`
    const known = atoms.get(key)
    if (known === undefined) atoms.set(key, { words: [candidate.word], contributions: candidate.contributions })
    else known.words.push(candidate.word)
  }
  return [...atoms.values()]
}

function layerOf(sides: readonly Side[], dimension: DimensionName, candidates: readonly Candidate[]): Layer {
  const conditions = settles[dimension]
  // Client and platform are judged together, so neither can be joined alone.
  const apart = dimension === 'client' || dimension === 'platform'
  const atoms = apart
    ? candidates.map(({ word, contributions }) => ({ words: [word], contributions }))
    : joined(sides, candidates, conditions)
  return { dimension, atoms, conditions }
}

/** Cuts the sign-ins of people by everything that the policies of some sides read. */
export function spaceOfPeople(sides: readonly Side[]): Space {
  const count = sides.length
  const { candidates, open } = devices(sides)
  return {
    of: 'people',
    open,
    layers: [
      layerOf(sides, 'client', clients(count)),
      layerOf(sides, 'platform', platforms(count)),
      layerOf(sides, 'flow', flows(count)),
      layerOf(sides, 'signInRisk', signInRisks(count)),
      layerOf(sides, 'userRisk', userRisks(count)),
      layerOf(sides, 'insiderRisk', insiderRisks(count)),
      layerOf(sides, 'device', candidates),
      layerOf(sides, 'location', places(sides)),
      layerOf(sides, 'target', targets(sides, false)),
      layerOf(sides, 'people', people(sides)),
    ],
  }
}

/** Cuts the sign-ins of programs by everything that the policies of some sides read. */
export function spaceOfPrograms(sides: readonly Side[]): Space {
  const count = sides.length
  return {
    of: 'programs',
    open: [],
    layers: [
      layerOf(sides, 'client', programs(count)),
      layerOf(sides, 'servicePrincipalRisk', servicePrincipalRisks(count)),
      layerOf(sides, 'location', places(sides)),
      layerOf(sides, 'target', targets(sides, true)),
      layerOf(sides, 'people', workloads(sides)),
    ],
  }
}
