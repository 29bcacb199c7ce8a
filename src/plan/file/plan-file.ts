import type { Mapping } from '../../vocabulary/mapping.ts'

/** The three ways in which a stage or an exception changes the tenant file. */
export interface ChangesFile {
  readonly changes?: Mapping
  readonly adds?: Mapping
  readonly removes?: Mapping
}

/** People who go through the stages together, as the plan file says. */
export interface CohortFile {
  readonly name: string
  readonly users?: readonly string[]
  readonly group?: string
  readonly share?: string
  readonly rest?: true
  readonly reason?: string
}

/** What must be true before and after a stage. */
export interface GatesFile {
  readonly before?: readonly string[]
  readonly after?: readonly string[]
}

/** How a stage is undone, where that is not its inverse. */
export interface WayBackFile extends ChangesFile {
  readonly possible?: 'no'
  readonly reason?: string
}

/** One step of a plan, as the file says. */
export interface StageFile extends ChangesFile {
  readonly name: string
  readonly date?: string
  readonly when?: string
  readonly owner?: string
  readonly cohorts?: readonly string[]
  readonly settings?: Mapping
  readonly acts?: Mapping
  readonly registers?: readonly string[]
  readonly joins?: readonly string[]
  readonly leaves?: readonly string[]
  readonly gates?: GatesFile
  readonly wayBack?: WayBackFile
  readonly watch?: readonly string[]
}

/** Something that stays otherwise for some time, as the file says. */
export interface ExceptionFile extends ChangesFile {
  readonly name: string
  readonly owner: string
  readonly reason: string
  readonly stage: string
  readonly expires: string
}

/** Another tenant whose people move to that of the plan, as the file says. */
export interface MergeFile {
  readonly source: string
  readonly stage: string
  readonly people?: readonly { readonly from: string; readonly to: string }[]
  readonly peopleFrom?: string
  readonly leaving?: readonly string[]
}

/** A plan in stages, as its file says. */
export interface PlanFile {
  readonly plan: string
  readonly start: string
  readonly from?: string
  readonly until?: string
  readonly cohorts?: readonly CohortFile[]
  readonly stages: readonly StageFile[]
  readonly exceptions?: readonly ExceptionFile[]
  readonly merge?: MergeFile
}
