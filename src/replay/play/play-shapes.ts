import type { Population } from '../../analysis/population/population.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Shape } from '../engine/shape-source.ts'
import { requestOfShape, type ShapeRequest } from './request-of-shape.ts'
import { stageOf } from './stage.ts'

/** A shape with the sign-in that it stands for. */
export interface PlayableShape {
  readonly shape: Shape
  readonly request: ShapeRequest
}

/** A tenant on a stage, with the sign-ins of the log as its own. */
export interface StagedShapes {
  readonly tenant: Tenant
  readonly shapes: readonly PlayableShape[]
}

/** How shapes are put on a stage. */
export interface Staging {
  /** Which of the populations that the labels of classes speak of this is. */
  readonly side: number
  /** An address in none of the ranges that the tenants name. */
  readonly outsideAddress: string
  /** The instant to judge at; each shape's own unless given. */
  readonly at?: number
}

/** Puts all shapes on a stage: everything they bring along is added to the tenant before anything is played. */
export function stageShapes(
  population: Population,
  shapes: readonly Shape[],
  { side, outsideAddress, at }: Staging,
): StagedShapes {
  const stage = stageOf(population, side)
  const staged = shapes.map((shape) => ({ shape, request: requestOfShape(stage, shape, outsideAddress, at) }))
  return { tenant: stage.tenant(), shapes: staged }
}
