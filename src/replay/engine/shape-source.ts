import type { DimensionName } from '../reduction/dimensions.ts'
import type { LeftOutReason } from '../servers/server-row.ts'

/** Sign-ins that are equal in everything that a verdict can depend on. */
export interface Shape {
  /** The index in the order of all shapes. */
  readonly index: number
  readonly values: Readonly<Record<DimensionName, string>>
  readonly signIns: number
  readonly people: number
  /** Timestamps of the first and the last sign-in, in milliseconds. */
  readonly first: number
  readonly last: number
  /** The id of the first sign-in. */
  readonly witness: string
  readonly application: string
  readonly resource: string
}

/** The unreadable part of a file. */
export interface BrokenFile {
  readonly file: string
  /** How many records. */
  readonly count: number
  /** The first unreadable lines; empty if the file has no lines. */
  readonly lines: readonly number[]
}

/** Records that are readable and no request of a person. */
export interface LeftOut {
  readonly reason: LeftOutReason
  readonly count: number
}

/** A person and class for the reduction: any name of the person, in lower case, and the class. */
export interface PersonClass {
  readonly name: string
  readonly class: string
  /** The user principal name of the person, where the name is that of an account on-premises. */
  readonly is?: string
}

/** People and sign-ins of a set of shapes. */
export interface CountedPeople {
  readonly people: number
  /** Set if the shapes came without their people: the number is then between `people` and this. */
  readonly most?: number
}

/** The shapes of a log, and access to the people of some of them. */
export interface ShapeSource {
  readonly shapes: readonly Shape[]
  readonly broken: readonly BrokenFile[]
  /** Absent unless logs of servers were read. */
  readonly leftOut?: readonly LeftOut[]
  /** How many records are copies of other ones and do not count; absent if none was found. */
  readonly copies?: number
  /** How many people servers name as an account of a Windows domain: the tenant file does not say who they are. */
  readonly accountNames?: number
  /** The number of distinct people in each group of shapes. */
  readonly countPeople: (groups: readonly (readonly number[])[]) => Promise<readonly CountedPeople[]>
  /** Their names as the log has them, in order. */
  readonly namePeople: (shapes: readonly number[]) => Promise<readonly string[]>
}
