import type { Population } from '../../analysis/population/population.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { ClientRequest } from '../../vocabulary/requests.ts'
import type { Shape } from '../engine/shape-source.ts'
import { type DimensionName, dimensionNames } from '../reduction/dimensions.ts'
import { type Prediction, predict } from './predict.ts'
import { requestOfShape, type ShapeRequest } from './request-of-shape.ts'
import { stageOf } from './stage.ts'

/** A shape with the sign-in that represents it. */
export interface PlayableShape {
  readonly shape: Shape
  readonly request: ShapeRequest
}

/** A tenant extended for a log, with the sign-ins of the log. */
export interface StagedShapes {
  readonly tenant: Tenant
  readonly shapes: readonly PlayableShape[]
  /** What the model says of each shape, by its place in `shapes`; undefined if the shape cannot be played. */
  readonly predictionOf: (place: number) => Prediction | undefined
}

/** Options for staging shapes. */
export interface Staging {
  /** Index of the population within the class labels. */
  readonly side: number
  /** An address outside of all ranges that the tenants name. */
  readonly outsideAddress: string
  /** The instant to judge at; by default that of each shape. */
  readonly at?: number
}

/** Stages all shapes: adds everything that they need to the tenant before any of them is played. */
export function stageShapes(
  population: Population,
  shapes: readonly Shape[],
  { side, outsideAddress, at }: Staging,
): StagedShapes {
  const stage = stageOf(population, side)
  const instantOf = at === undefined ? instantsOfEras() : () => at
  const requestOf = onceEach((shape) => requestOfShape(stage, shape, outsideAddress, instantOf(shape)))
  const staged = shapes.map((shape) => ({ shape, request: requestOf(shape) }))
  const tenant = stage.tenant()
  return { tenant, shapes: staged, predictionOf: predictions(tenant, staged) }
}

/**
 * Between two instants at which something changes it does not matter when a sign-in takes place: all of them are played
 * when the first was seen.
 */
function instantsOfEras(): (shape: Shape) => number {
  const found = new Map<string, number>()
  return ({ first, values: { era } }) => {
    const known = found.get(era) ?? first
    found.set(era, known)
    return known
  }
}

/** What no request depends on. */
const recordedOnly: ReadonlySet<DimensionName> = new Set(['week', 'error', 'policies'])
const asked = dimensionNames.filter((name) => !recordedOnly.has(name))

/** One request for all shapes that lead to the same. */
function onceEach(make: (shape: Shape) => ShapeRequest): (shape: Shape) => ShapeRequest {
  const made = new Map<string, ShapeRequest>()
  const distinct = new Map<string, ShapeRequest>()
  return (shape) => {
    let key = ''
    for (const name of asked) key += `${shape.values[name]}\u0000`
    const known = made.get(key)
    if (known !== undefined) return known
    const request = make(shape)
    const text = JSON.stringify(request)
    const same = distinct.get(text) ?? request
    distinct.set(text, same)
    made.set(key, same)
    return same
  }
}

/** Equal requests are played once; equal predictions are one, so that each is compared once with what was recorded. */
function predictions(tenant: Tenant, shapes: readonly PlayableShape[]): StagedShapes['predictionOf'] {
  const played = new Map<ShapeRequest, Prediction>()
  const distinct = new Map<string, Prediction>()
  const play = (request: ClientRequest): Prediction => {
    const prediction = predict(tenant, request)
    const text = JSON.stringify(prediction)
    const same = distinct.get(text) ?? prediction
    distinct.set(text, same)
    return same
  }
  return (place) => {
    const request = shapes[place]?.request
    if (request === undefined || !request.ok) return undefined
    const known = played.get(request) ?? play(request.request)
    played.set(request, known)
    return known
  }
}
