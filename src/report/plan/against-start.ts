import type { AgainstStart, PlanResult } from '../../plan/result.ts'
import { findingPeople, kindWords } from './words.ts'

/** What one of these says that a stage itself brings. */
const same = ({ findings }: PlanResult, { kind, stage, users }: AgainstStart): boolean =>
  findings.some((one) => one.stage === stage && one.kind === kind && one.users === users)

/** What differs from the start when a stage ends; undefined where the findings of the stage say the same. */
export function differencesFromStart(result: PlanResult, stage: number): readonly AgainstStart[] | undefined {
  if (stage === 0) return undefined
  const all = result.againstStart.filter((one) => one.stage === stage)
  const own = result.findings.filter((one) => one.stage === stage)
  const kinds = new Set(own.map(({ kind }) => kind))
  const news = kinds.size !== all.length || all.some((one) => !same(result, one))
  return news ? all : undefined
}

/** The same in one line. */
export function againstStartLine(result: PlanResult, stage: number): string | undefined {
  const all = differencesFromStart(result, stage)
  if (all === undefined) return undefined
  const parts = all.map((one) => `${one.kind} ${findingPeople(one)}`)
  return `at its end, compared with the start: ${parts.length === 0 ? 'no sign-in that existed then differs' : parts.join('; ')}`
}

/** The same in sentences, each with an example. */
export function againstStartSentences(result: PlanResult, stage: number): readonly string[] | undefined {
  return differencesFromStart(result, stage)?.map((one) => {
    const [{ users, client, network }] = one.changes
    const example = `${users.representative}, ${result.clientNames[client] ?? client}, from ${network}`
    return `${findingPeople(one)}: ${kindWords[one.kind]} (for example ${example})`
  })
}
