import type { Tenant } from '../../tenant/tenant.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import type { Shape } from '../engine/shape-source.ts'
import { mondayOf } from '../play/monday-of.ts'
import type { PlayableShape, StagedShapes } from '../play/play-shapes.ts'
import type { Prediction } from '../play/predict.ts'
import { type Recorded, recordedOf } from '../play/recorded.ts'
import { isOfServer } from '../play/request-of-shape.ts'
import { type Comparison, compareShape, type Disagreement } from './compare-shape.ts'
import { explanationsOf } from './explain-disagreement.ts'
import { type NamedTally, tallies } from './tally.ts'

/** An example sign-in of a kind of disagreement. */
export interface Witness {
  readonly id: string
  readonly at: number
  readonly shape: number
  readonly user: string
  readonly client: string
  readonly application: string
  readonly network: string
}

/** Equal disagreements across different sign-ins. */
export interface DisagreementKind extends Disagreement {
  readonly shapes: readonly number[]
  readonly signIns: number
  readonly witness: Witness
  /** Single changes to the tenant file that make the model match the log. */
  readonly explanations: readonly string[]
}

/** A missing fact, or an unknown word, that kept sign-ins from being judged. */
export interface CountedWord {
  readonly name: string
  readonly shapes: number
  readonly signIns: number
}

/** How well a model matches a log. */
export interface Calibration {
  readonly total: NamedTally
  readonly byPolicy: readonly NamedTally[]
  readonly byApplication: readonly NamedTally[]
  readonly byClient: readonly NamedTally[]
  /** By the Monday of each week, in order. */
  readonly byWeek: readonly NamedTally[]
  readonly disagreements: readonly DisagreementKind[]
  readonly missing: readonly CountedWord[]
  readonly unmapped: readonly CountedWord[]
  /** The servers whose logs are not compared with the model. */
  readonly servers: readonly CountedWord[]
}

/** A shape that cannot be played is undetermined, with the data that its records lack. */
function comparisonOf(
  { shape, request }: PlayableShape,
  recorded: Recorded,
  prediction: Prediction | undefined,
  compare: typeof compareShape,
): Comparison {
  if (isOfServer(shape)) return { result: 'not comparable', disagreements: [], missing: [], policies: new Map() }
  if (!request.ok || prediction === undefined) {
    const missing = request.ok ? [] : request.missing
    return { result: 'undetermined', disagreements: [], missing, policies: new Map() }
  }
  return compare(recorded, prediction)
}

/** What was recorded of shapes, and the comparison of each with a prediction, made once for equal ones. */
function comparing() {
  const read = new Map<string, Recorded>()
  const made = new Map<Recorded, Map<Prediction, Comparison>>()
  return {
    recorded: (shape: Shape): Recorded => {
      const { policies, error, requirement, secondFactor } = shape.values
      const key = [policies, error, requirement, secondFactor].join('\u0000')
      const known = read.get(key) ?? recordedOf(shape)
      read.set(key, known)
      return known
    },
    compare: (recorded: Recorded, prediction: Prediction): Comparison => {
      const own = made.get(recorded) ?? new Map<Prediction, Comparison>()
      made.set(recorded, own)
      const known = own.get(prediction) ?? compareShape(recorded, prediction)
      own.set(prediction, known)
      return known
    },
  }
}

interface OpenKind {
  readonly difference: Disagreement
  readonly shapes: number[]
  signIns: number
  readonly first: PlayableShape
}

const kindOf = ({ about, policy, recorded, predicted, reason }: Disagreement): string =>
  [about, policy, recorded, predicted, reason].join('\u0000')

/** The words of a shape that no table contains, with their fields. */
export function unmappedWords({ values }: Shape): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value.startsWith('?') ? [`${name}: ${value.slice(1)}`] : [],
  )
}

function counter() {
  const words = new Map<string, { shapes: number; signIns: number }>()
  return {
    add: (names: readonly string[], signIns: number): void => {
      for (const name of names) {
        const found = words.get(name) ?? { shapes: 0, signIns: 0 }
        words.set(name, { shapes: found.shapes + 1, signIns: found.signIns + signIns })
      }
    },
    all: (): readonly CountedWord[] =>
      [...words]
        .map(([name, count]) => ({ name, ...count }))
        .sort((one, other) => other.signIns - one.signIns || (one.name < other.name ? -1 : 1)),
  }
}

function witnessOf({ shape, request }: PlayableShape): Witness {
  const asked: Partial<ClientRequest> = request.ok ? request.request : {}
  return {
    id: shape.witness,
    at: shape.first,
    shape: shape.index,
    user: asked.user ?? '',
    client: asked.client ?? shape.values.client,
    application: shape.resource || shape.application || shape.values.applicationId,
    network: asked.network ?? '',
  }
}

function closed(tenant: Tenant, { difference, shapes, signIns, first }: OpenKind): DisagreementKind {
  return {
    ...difference,
    shapes,
    signIns,
    witness: witnessOf(first),
    explanations: first.request.ok ? explanationsOf(tenant, first.shape, first.request.request, difference) : [],
  }
}

const mostFirst = (kinds: Iterable<OpenKind>): readonly OpenKind[] =>
  [...kinds].sort((one, other) => other.signIns - one.signIns)

/** Plays every shape against the tenant in its state when the shape was first seen, and compares the results. */
export function calibrate({ tenant, shapes, predictionOf }: StagedShapes): Calibration {
  const { recorded, compare } = comparing()
  const [total, byPolicy, byApplication, byClient, byWeek] = [tallies(), tallies(), tallies(), tallies(), tallies()]
  const [missing, unmapped, servers] = [counter(), counter(), counter()]
  const kinds = new Map<string, OpenKind>()
  for (const [place, one] of shapes.entries()) {
    const { shape } = one
    const log = recorded(shape)
    const comparison = comparisonOf(one, log, predictionOf(place), compare)
    const { result } = comparison
    total.add('all', result, shape.signIns)
    byApplication.add(shape.resource || shape.application || shape.values.applicationId || '-', result, shape.signIns)
    byClient.add(shape.values.client || '-', result, shape.signIns)
    byWeek.add(mondayOf(shape.values.week), result, shape.signIns)
    if (isOfServer(shape)) servers.add([shape.values.server], shape.signIns)
    for (const [name, agreement] of comparison.policies) byPolicy.add(name, agreement, shape.signIns)
    if (result === 'undetermined') missing.add(comparison.missing, shape.signIns)
    unmapped.add([...unmappedWords(shape), ...log.unmapped.map((word) => `result: ${word}`)], shape.signIns)
    for (const difference of comparison.disagreements) {
      const kind = kinds.get(kindOf(difference)) ?? { difference, shapes: [], signIns: 0, first: one }
      kind.shapes.push(shape.index)
      kind.signIns += shape.signIns
      kinds.set(kindOf(difference), kind)
    }
  }
  const [all = emptyTotal] = total.all()
  return {
    total: all,
    byPolicy: byPolicy.all(),
    byApplication: byApplication.all(),
    byClient: byClient.all(),
    byWeek: [...byWeek.all()].sort((one, other) => (one.name < other.name ? -1 : 1)),
    disagreements: mostFirst(kinds.values()).map((kind) => closed(tenant, kind)),
    missing: missing.all(),
    unmapped: unmapped.all(),
    servers: servers.all(),
  }
}

const nothing = { shapes: 0, signIns: 0 }
const emptyTotal: NamedTally = {
  name: 'all',
  agrees: nothing,
  disagrees: nothing,
  undetermined: nothing,
  notComparable: nothing,
}
