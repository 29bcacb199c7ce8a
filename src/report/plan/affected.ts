import type { FindingKind } from '../../plan/finding-kinds.ts'
import type { PlanFinding, PlanResult } from '../../plan/result.ts'
import { counted } from '../../vocabulary/counted.ts'
import { kindWords } from './words.ts'

// The keys of a record are its keys, which its type cannot say; they stand in the order of gravity.
const findingKinds = Object.keys(kindWords) as readonly FindingKind[]

/** Who is in the matrix where a plan has no cohorts. */
export const everyone = 'Everyone'

/** The cohorts of a plan, or everyone. */
export function personasOf({ cohorts }: Pick<PlanResult, 'cohorts'>): readonly string[] {
  return cohorts.length === 0 ? [everyone] : cohorts.map(({ cohort }) => cohort)
}

/** How many of a cohort a finding is of. */
export function usersIn(persona: string, { cohorts, users }: PlanFinding): number {
  if (cohorts.length === 0) return persona === everyone ? users : 0
  return cohorts.find(({ cohort }) => cohort === persona)?.users ?? 0
}

/** The findings of a cohort in a stage, the gravest first. */
export function findingsOf(result: PlanResult, persona: string, stage: number): readonly PlanFinding[] {
  const own = result.findings.filter((one) => one.stage === stage && usersIn(persona, one) > 0)
  return findingKinds.flatMap((kind) => own.filter((one) => one.kind === kind))
}

/** What a stage means for a cohort, in a few words: each kind once, the gravest first. */
export function personaCell(result: PlanResult, persona: string, stage: number): string {
  const kinds = new Map<FindingKind, number>()
  for (const one of findingsOf(result, persona, stage))
    kinds.set(one.kind, Math.max(kinds.get(one.kind) ?? 0, usersIn(persona, one)))
  if (kinds.size === 0) return 'no change'
  return [...kinds].map(([kind, users]) => `${kind} (${counted(users, 'user')})`).join(', ')
}

/** The kinds of findings that a plan has, with what they mean. */
export function legend({ findings }: PlanResult): readonly string[] {
  const seen = new Set(findings.map(({ kind }) => kind))
  return findingKinds.filter((kind) => seen.has(kind)).map((kind) => `${kind}: ${kindWords[kind]}`)
}
