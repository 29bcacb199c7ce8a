import type { Population } from '../../analysis/population/population.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Shape } from '../engine/shape-source.ts'
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
  const staged = shapes.map((shape) => ({ shape, request: requestOfShape(stage, shape, outsideAddress, at) }))
  const tenant = stage.tenant()
  return { tenant, shapes: staged, predictionOf: predictions(tenant, staged) }
}

/**
 * Shapes differ in the week and in what was recorded, which no prediction depends on: between two instants at which
 * something changes, equal sign-ins are played once.
 */
function predictions(tenant: Tenant, shapes: readonly PlayableShape[]): StagedShapes['predictionOf'] {
  const played = new Map<string, Prediction>()
  return (place) => {
    const one = shapes[place]
    if (one === undefined || !one.request.ok) return undefined
    const { at: _at, ...asked } = one.request.request
    const key = `${one.shape.values.era} ${JSON.stringify(asked)}`
    const known = played.get(key) ?? predict(tenant, one.request.request)
    played.set(key, known)
    return known
  }
}
