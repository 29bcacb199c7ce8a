import type { PlanResult } from '../../plan/result.ts'
import { counted } from '../../vocabulary/counted.ts'
import { findingsOf, personasOf, usersIn } from './affected.ts'
import { kindWords } from './words.ts'

/** What a stage of a plan brings, in words. */
export interface StageNote {
  readonly words: string
  /** Whether someone can no longer sign in, or someone else can. */
  readonly grave: boolean
}

const grave: ReadonlySet<string> = new Set(['stranded', 'opened', 'weakened'])

/** What a stage brings to each cohort, the gravest first; each kind of finding once. */
export function stageNotes(result: PlanResult, stage: number): readonly StageNote[] {
  const notes = personasOf(result).flatMap((persona) => {
    const found = findingsOf(result, persona, stage)
    return [...new Set(found.map(({ kind }) => kind))].map((kind) => {
      const users = Math.max(...found.map((one) => (one.kind === kind ? usersIn(persona, one) : 0)))
      return { words: `${persona}: ${kindWords[kind]} (${counted(users, 'user')})`, grave: grave.has(kind) }
    })
  })
  return [...notes.filter((one) => one.grave), ...notes.filter((one) => !one.grave)]
}
