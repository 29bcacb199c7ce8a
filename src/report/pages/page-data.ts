import { escapedJson } from '../../source/text/neutralize.ts'
import type { StageNote } from '../plan/stage-notes.ts'
import type { LivingData } from './living-data.ts'
import type { PageReplay } from './page-replay.ts'

/** A step as a scenario says it, and how it ended. */
export interface PageStep {
  readonly keyword: string
  readonly text: string
  readonly status: string
}

/** A sign-in that a scenario played. */
export interface PageSignIn {
  readonly user: string
  readonly client: string
  readonly purpose: string
  readonly network: string
}

/** How one scenario of an acceptance run ended. */
export interface PageScenario {
  readonly name: string
  readonly line: number
  readonly status: 'passed' | 'failed'
  /** Whether it laid changes over the file. */
  readonly changed?: boolean
  /** Why it failed, as the run prints it. */
  readonly message?: string
  readonly tags?: readonly string[]
  readonly steps?: readonly PageStep[]
  /** The first few of the sign-ins that it played. */
  readonly signIns?: readonly PageSignIn[]
}

/** The scenarios of one feature file. */
export interface PageFeature {
  readonly uri: string
  readonly name: string
  readonly scenarios: readonly PageScenario[]
}

/** What a recorded run says about the file of a report. */
export interface PageTests {
  /** The scenarios that ran on the file as it is now. */
  readonly features: readonly PageFeature[]
  /** How many ran on another content of the file. */
  readonly older: number
  /** How many are about other files, or a tenant of their own. */
  readonly others: number
  /** How many failed before they took a tenant. */
  readonly stopped: number
  /** How many are recorded without saying on what they ran. */
  readonly unrecorded: number
}

/** A tenant of the library to begin with. */
export interface PageExample {
  readonly name: string
  readonly file: string
  readonly files: Readonly<Record<string, string>>
}

/** A stage of a plan: the tenant file as it is once the stage is reached; the first is the start. */
export interface PageStage {
  readonly name: string
  readonly at: number
  /** What the stage waits for, where it has no date. */
  readonly when?: string
  readonly text: string
  readonly notes: readonly StageNote[]
}

/** A plan in stages. */
export interface PagePlan {
  readonly name: string
  readonly file: string
  readonly stages: readonly PageStage[]
}

/** A large file, compressed. */
export interface PackedFile {
  /** Its text as it is, or as `CompactMemberships` in JSON. */
  readonly form: 'text' | 'memberships'
  /** UTF-8, raw deflate, base64. */
  readonly data: string
  /** The groups whose members are left out, by a name or id in lower case: none of them mattered to the tenant. */
  readonly leftOut?: readonly string[]
}

/** What the HTML report carries: the tenant's own files, from which the page works out everything it shows. */
export interface PageData {
  readonly formatVersion: 1
  /** The tenant file, one of the keys of `files`. */
  readonly file: string
  /** The text of the tenant file and of every file that it names. */
  readonly files: Readonly<Record<string, string>>
  /** Large files of people, by their names; they are shown nowhere. */
  readonly packed?: Readonly<Record<string, PackedFile>>
  /** Version of the program that made the page. */
  readonly product: string
  /** The instant at which the page begins, where it is not the file's own. */
  readonly at?: number
  readonly tests?: PageTests
  /** The stages among which the reader chooses, where the report is about a plan. */
  readonly plan?: PagePlan
  /** What recorded sign-ins say, where logs were replayed. */
  readonly replay?: PageReplay
  /** Files to begin with instead, by name: a playground offers them. */
  readonly examples?: readonly PageExample[]
  /** Where the page hears that its file was saved; only on loopback. */
  readonly reloadFrom?: string
}

/** JSON that cannot end the element it stands in, whatever its strings hold. */
export function embeddedJson(data: PageData | LivingData): string {
  return escapedJson(JSON.stringify(data))
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
}
