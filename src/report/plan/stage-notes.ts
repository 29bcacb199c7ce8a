import type { PlanResult } from '../../plan/result.ts'
import { counted } from '../../vocabulary/counted.ts'
import type { PageStageNote } from '../pages/page-data.ts'
import { findingsOf, personasOf, usersIn } from './affected.ts'
import { kindWords } from './words.ts'

const grave: ReadonlySet<string> = new Set(['stranded', 'opened', 'weakened'])

/** What a stage brings to each cohort, the gravest first; each kind of finding once. */
export function stageNotes(result: PlanResult, stage: number): readonly PageStageNote[] {
  const notes = personasOf(result).flatMap((persona) => {
    const found = findingsOf(result, persona, stage)
    return [...new Set(found.map(({ kind }) => kind))].map((kind) => {
      const users = Math.max(...found.map((one) => (one.kind === kind ? usersIn(persona, one) : 0)))
      return { words: `${persona}: ${kindWords[kind]} (${counted(users, 'user')})`, grave: grave.has(kind) }
    })
  })
  return [...notes.filter((one) => one.grave), ...notes.filter((one) => !one.grave)]
}
