import type { Side } from '../../analysis/compare/joint-classes.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import type { Instant, UserName } from '../../vocabulary/requests.ts'
import type { ChangesFile, GatesFile, StageFile } from '../file/plan-file.ts'
import type { Cohort } from './cohorts.ts'
import type { StateDocument } from './state-document.ts'

/** How a stage is undone: by its inverse, in a way that the plan states, or not at all. */
export type WayBack =
  | { readonly kind: 'inverse' | 'stated'; readonly document: StateDocument; readonly reason?: string }
  | { readonly kind: 'none'; readonly reason?: string }

/** One stage with the tenant file as it is once the stage is reached; the first is the start. */
export interface Stage {
  readonly index: number
  readonly name: string
  readonly date?: Instant
  readonly when?: string
  readonly owner?: string
  readonly cohorts: readonly string[]
  readonly gates: GatesFile
  readonly watch: readonly string[]
  /** Without the exceptions. */
  readonly document: StateDocument
  readonly wayBack?: WayBack
  /** Whether people do something in it that undoing keeps. */
  readonly hasActs: boolean
  readonly file?: StageFile
  readonly path: DocumentPath
}

/** Something that stays otherwise from a stage up to its expiry. */
export interface Exception extends ChangesFile {
  readonly name: string
  readonly owner: string
  readonly reason: string
  readonly stage: number
  readonly expires: Instant
  readonly path: DocumentPath
}

/** Someone who signs in to the source tenant until day one, and to the target from then on. */
export interface MovedPerson {
  readonly from: UserName
  readonly to: UserName
}

/** The tenant whose people move to that of the plan, all on the first day of a stage. */
export interface Merge {
  readonly source: Tenant
  /** The people of the source, wherever they are declared. */
  readonly side: Side
  readonly stage: number
  readonly people: readonly MovedPerson[]
  /** People of the source who do not move. */
  readonly leaving: readonly UserName[]
}

/** A plan in stages whose every part is understood. */
export interface StagedPlan {
  readonly name: string
  readonly document: LocatedDocument
  /** The tenant file from which it starts. */
  readonly start: string
  readonly from: Instant
  readonly until: Instant
  readonly cohorts: readonly Cohort[]
  readonly stages: readonly Stage[]
  readonly exceptions: readonly Exception[]
  readonly merge?: Merge
}
