import type { Population } from '../../analysis/population/population.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Shape } from '../engine/shape-source.ts'
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
  return { tenant: stage.tenant(), shapes: staged }
}
