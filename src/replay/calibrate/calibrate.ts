import type { ClientRequest } from '../../vocabulary/requests.ts'
import type { Shape } from '../engine/shape-source.ts'
import { mondayOf } from '../play/monday-of.ts'
import type { PlayableShape, StagedShapes } from '../play/play-shapes.ts'
import type { Prediction } from '../play/predict.ts'
import { type Recorded, recordedOf } from '../play/recorded.ts'
import { isOfServer } from '../play/request-of-shape.ts'
import { dimensionNames } from '../reduction/dimensions.ts'
import { type Comparison, compareShape, type Disagreement } from './compare-shape.ts'
import { type Explain, explaining } from './explain-disagreement.ts'
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
  const read = new Map<string, Map<string, Recorded>>()
  const made = new Map<Recorded, Map<Prediction, Comparison>>()
  return {
    recorded: (shape: Shape): Recorded => {
      const { policies, error, requirement, secondFactor } = shape.values
      // The policies are by far the longest text, and the same one for many shapes.
      const own = read.get(policies) ?? new Map<string, Recorded>()
      read.set(policies, own)
      const key = [error, requirement, secondFactor].join('\u0000')
      const known = own.get(key) ?? recordedOf(shape)
      own.set(key, known)
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

/** Shapes by the kind of their disagreement; equal comparisons are one, and so are their disagreements. */
function openKinds() {
  const found = new Map<string, OpenKind>()
  const known = new Map<Disagreement, OpenKind>()
  const open = (difference: Disagreement, first: PlayableShape): OpenKind => {
    const key = kindOf(difference)
    const kind = found.get(key) ?? { difference, shapes: [], signIns: 0, first }
    found.set(key, kind)
    known.set(difference, kind)
    return kind
  }
  return {
    add: (difference: Disagreement, one: PlayableShape): void => {
      const kind = known.get(difference) ?? open(difference, one)
      kind.shapes.push(one.shape.index)
      kind.signIns += one.shape.signIns
    },
    all: (): Iterable<OpenKind> => found.values(),
  }
}

const inOrder = (tallies: readonly NamedTally[]): readonly NamedTally[] =>
  tallies.toSorted((one, other) => (one.name < other.name ? -1 : 1))

/** The words of a shape that no table contains, with their fields. */
export function unmappedWords({ values }: Shape): readonly string[] {
  const unmapped: string[] = []
  for (const name of dimensionNames)
    if (values[name].startsWith('?')) unmapped.push(`${name}: ${values[name].slice(1)}`)
  return unmapped
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

function closed(explain: Explain, { difference, shapes, signIns, first }: OpenKind): DisagreementKind {
  return {
    ...difference,
    shapes,
    signIns,
    witness: witnessOf(first),
    explanations: first.request.ok ? explain(first.shape, first.request.request, difference) : [],
  }
}

const mostFirst = (kinds: Iterable<OpenKind>): readonly OpenKind[] =>
  [...kinds].sort((one, other) => other.signIns - one.signIns)

/** Plays every shape against the tenant in its state when the shape was first seen, and compares the results. */
export function calibrate({ tenant, shapes, predictionOf }: StagedShapes): Calibration {
  const { recorded, compare } = comparing()
  const [total, byPolicy, byApplication, byClient, byWeek] = [tallies(), tallies(), tallies(), tallies(), tallies()]
  const [missing, unmapped, servers] = [counter(), counter(), counter()]
  const kinds = openKinds()
  for (const [place, one] of shapes.entries()) {
    const { shape } = one
    const log = recorded(shape)
    const comparison = comparisonOf(one, log, predictionOf(place), compare)
    const { result } = comparison
    total.add('all', result, shape.signIns)
    byApplication.add(shape.resource || shape.application || shape.values.applicationId || '-', result, shape.signIns)
    byClient.add(shape.values.client || '-', result, shape.signIns)
    byWeek.add(shape.values.week, result, shape.signIns)
    if (isOfServer(shape)) servers.add([shape.values.server], shape.signIns)
    for (const [name, agreement] of comparison.policies) byPolicy.add(name, agreement, shape.signIns)
    if (result === 'undetermined') missing.add(comparison.missing, shape.signIns)
    unmapped.add([...unmappedWords(shape), ...log.unmapped.map((word) => `result: ${word}`)], shape.signIns)
    for (const difference of comparison.disagreements) kinds.add(difference, one)
  }
  const [all = emptyTotal] = total.all()
  const explain = explaining(tenant)
  return {
    total: all,
    byPolicy: byPolicy.all(),
    byApplication: byApplication.all(),
    byClient: byClient.all(),
    byWeek: inOrder(byWeek.all().map((tally) => ({ ...tally, name: mondayOf(tally.name) }))),
    disagreements: mostFirst(kinds.all()).map((kind) => closed(explain, kind)),
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
