import type { PageData, PageStage } from '../../report/pages/page-data.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { typedWords } from '../edit/edit.ts'
import { type Files, type Plan, type PlanOptions, planOf } from '../plan/plan.ts'
import type { App } from './app.ts'
import type { State } from './state.ts'

/** The stage of a plan with that number; undefined at the start, and for a number that is none. */
export function stageAt({ plan }: PageData, stage: number): PageStage | undefined {
  return stage > 0 ? plan?.stages[stage] : undefined
}

/** The tenant at each stage, read once; what cannot be read is as the file says. */
export function stagedPlans(data: PageData, base: Plan, options: PlanOptions): (stage: number) => Plan {
  const known = new Map<number, Plan>()
  return (stage) => {
    const texts = textsAt(data, stage)
    if (texts === undefined) return base
    const planned = known.has(stage) ? undefined : planOf(texts, data.file, options)
    if (planned !== undefined) known.set(stage, planned.ok ? planned.plan : base)
    return known.get(stage) ?? base
  }
}

/** The files as they are in a stage; undefined at the start. */
export function textsAt(data: PageData, stage: number): Files | undefined {
  const found = stageAt(data, stage)
  return found && { ...data.files, [data.file]: found.text }
}

/** What the page shows once a stage is chosen. */
export function chosenStage({ data, first }: Pick<App, 'data' | 'first'>, stage: number): Partial<State> {
  const at = data.plan?.stages[stage]?.at ?? first.at
  return { stage, texts: textsAt(data, stage), at, edits: [], packed: undefined }
}

/** Whether the files are as a stage has them. */
const isAsStaged = (data: PageData, { texts, stage }: State): boolean =>
  texts !== undefined && texts[data.file] === stageAt(data, stage)?.text

/** The text of the file as one change, in words: what a stage made of it, or what was typed. */
export function textWords({ data }: Pick<App, 'data'>, state: State): string {
  const stage = stageAt(data, state.stage)
  if (stage === undefined) return typedWords
  const words = `stage ${state.stage}, ${stage.name}`
  return isAsStaged(data, state) ? words : `${words}, and ${typedWords}`
}

/** The date at which the files are looked at where no other is chosen. */
export function usualDate({ data, base }: Pick<App, 'data' | 'base'>, { stage }: State): Instant {
  return stageAt(data, stage)?.at ?? base.tenant.asOf
}
