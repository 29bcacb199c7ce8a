import type { DimensionName } from '../reduction/dimensions.ts'

/** Sign-ins of which everything that a verdict can depend on is equal. */
export interface Shape {
  /** Its place in the order of all shapes. */
  readonly index: number
  readonly values: Readonly<Record<DimensionName, string>>
  readonly signIns: number
  readonly people: number
  /** Milliseconds of the first and the last of them. */
  readonly first: number
  readonly last: number
  /** The id of the first of them. */
  readonly witness: string
  readonly application: string
  readonly resource: string
}

/** What of one file could not be read. */
export interface BrokenFile {
  readonly file: string
  /** How many records. */
  readonly count: number
  /** The first lines that hold them; none where the file has no lines, or was packed. */
  readonly lines: readonly number[]
}

/** Person and class for the reduction: any name of the person, lower-cased, and the class. */
export interface PersonClass {
  readonly name: string
  readonly class: string
}

/** People and sign-ins of a set of shapes. */
export interface CountedPeople {
  readonly people: number
  /** Undefined where shapes came without their people: then between `people` and this many. */
  readonly most?: number
}

/** The shapes of a log, and the second pass over the people of some of them. */
export interface ShapeSource {
  readonly shapes: readonly Shape[]
  readonly broken: readonly BrokenFile[]
  /** How many different people each group of shapes has together. */
  readonly countPeople: (groups: readonly (readonly number[])[]) => Promise<readonly CountedPeople[]>
  /** Who they are, by the log's name for them, in order. */
  readonly namePeople: (shapes: readonly number[]) => Promise<readonly string[]>
}
