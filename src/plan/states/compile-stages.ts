import type { Diagnostic } from '../../source/diagnostics/diagnostic.ts'
import type { DocumentPath, LocatedDocument } from '../../source/document/located-document.ts'
import { sameData } from '../../source/edit/change.ts'
import { formatInstant, parseInstant } from '../../source/text/parse-values.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import type { ExceptionFile, PlanFile, StageFile } from '../file/plan-file.ts'
import type { Cohort } from './cohorts.ts'
import { peopleChanges } from './people-changes.ts'
import type { Exception, Stage, WayBack } from './staged-plan.ts'
import { type StateDocument, type StatedChange, withStated } from './state-document.ts'
import { type Reading, statedChanges } from './stated-changes.ts'
import { reportUnknownName } from './unknown-name.ts'

/** What the stages of a plan are compiled with. */
export interface Compiling {
  readonly file: PlanFile
  readonly document: LocatedDocument
  readonly cohorts: readonly Cohort[]
  readonly from: Instant
  readonly report: (diagnostic: Diagnostic) => void
}

/** The instant of a text that has the form of one. */
export const instantIn = (text: string): Instant => parseInstant(text) ?? 0

function cohortsOfStage(compiling: Compiling, { cohorts = [] }: StageFile, at: DocumentPath): readonly Cohort[] {
  return cohorts.flatMap((name, index) => {
    const found = compiling.cohorts.find((one) => one.name.toLowerCase() === name.toLowerCase())
    const known = compiling.cohorts.map((one) => one.name)
    if (found === undefined) reportUnknownName(compiling, 'cohort', name, known, [...at, 'cohorts', index])
    return found ?? []
  })
}

function wayBackOf(
  compiling: Compiling,
  stage: StageFile,
  at: DocumentPath,
  before: StateDocument,
  after: StateDocument,
  acts: readonly StatedChange[],
): WayBack {
  const { document: plan, report } = compiling
  const { wayBack } = stage
  const reason = wayBack?.reason === undefined ? {} : { reason: wayBack.reason }
  if (wayBack?.possible === 'no') return { kind: 'none', ...reason }
  const stated = wayBack?.changes ?? wayBack?.adds ?? wayBack?.removes
  if (wayBack === undefined || stated === undefined)
    return { kind: 'inverse', document: withStated(before, plan, acts), ...reason }
  const back = statedChanges({ plan, before: after.value, report }, wayBack, [...at, 'wayBack'])
  return { kind: 'stated', document: withStated(after, plan, back), ...reason }
}

/** A stage of the file, in the order of which it has this place, as it follows upon a document. */
export function compileStage(compiling: Compiling, stage: StageFile, index: number, before: StateDocument): Stage {
  const { document: plan } = compiling
  const at = ['stages', index]
  let sound = true
  const report = (one: Diagnostic): void => {
    sound = false
    compiling.report(one)
  }
  const cohorts = cohortsOfStage({ ...compiling, report }, stage, at)
  const reading: Reading = { plan, before: before.value, report }
  const made = withStated(before, plan, statedChanges(reading, stage, at))
  const people = peopleChanges({ ...reading, before: made.value }, stage, at, cohorts)
  const after = withStated(made, plan, [...people.set, ...people.acts])
  if (sound && sameData(before.value, after.value))
    report({ code: 'PLAN-8', args: { name: stage.name }, at: plan.rangeOf([...at, 'name']) })
  const { name, date, when, owner, gates = {}, watch = [] } = stage
  return {
    index: index + 1,
    name,
    ...(date === undefined ? {} : { date: instantIn(date) }),
    ...(when === undefined ? {} : { when }),
    ...(owner === undefined ? {} : { owner }),
    cohorts: cohorts.map((one) => one.name),
    gates,
    watch,
    document: after,
    wayBack: wayBackOf(compiling, stage, at, before, after, people.acts),
    hasActs: people.acts.length > 0,
    file: stage,
    path: at,
  }
}

/** Reports stages without a time, and dates that are not in order. */
function reportDates({ file, document, from, report }: Compiling): void {
  let before = { at: from, of: 'the start' }
  for (const [index, { name, date, when }] of file.stages.entries()) {
    const path = ['stages', index]
    if ((date === undefined) === (when === undefined))
      report({ code: 'PLAN-11', args: { name }, at: document.rangeOf([...path, 'name']) })
    if (date === undefined) continue
    const at = instantIn(date)
    const early = index === 0 ? at < before.at : at <= before.at
    const args = { date, before: formatInstant(before.at), of: before.of }
    if (early) report({ code: 'PLAN-3', args, at: document.rangeOf([...path, 'date']) })
    before = { at, of: `the stage \`${name}\`` }
  }
}

function reportTwice({ document, report }: Compiling, what: string, key: string, names: readonly string[]): void {
  for (const [index, name] of names.entries())
    if (names.findIndex((one) => one.toLowerCase() === name.toLowerCase()) < index)
      report({ code: 'PLAN-9', args: { what, name }, at: document.rangeOf([key, index, 'name']) })
}

/** The stages of a plan one after the other, the start first. */
export function compileStages(compiling: Compiling, start: StateDocument): readonly Stage[] {
  const { file } = compiling
  reportTwice(
    compiling,
    'stages',
    'stages',
    file.stages.map(({ name }) => name),
  )
  reportTwice(
    compiling,
    'cohorts',
    'cohorts',
    (file.cohorts ?? []).map(({ name }) => name),
  )
  reportTwice(
    compiling,
    'exceptions',
    'exceptions',
    (file.exceptions ?? []).map(({ name }) => name),
  )
  reportDates(compiling)
  const first: Stage = {
    index: 0,
    name: 'Start',
    date: compiling.from,
    cohorts: [],
    gates: {},
    watch: [],
    document: start,
    hasActs: false,
    path: ['start'],
  }
  const stages = [first]
  for (const [index, stage] of file.stages.entries())
    stages.push(compileStage(compiling, stage, index, stages.at(-1)?.document ?? start))
  return stages
}

function compileException(
  compiling: Compiling,
  one: ExceptionFile,
  index: number,
  stages: readonly Stage[],
): readonly Exception[] {
  const { document, report } = compiling
  const path = ['exceptions', index]
  const stage = stages.find(({ index: place, name }) => place > 0 && name.toLowerCase() === one.stage.toLowerCase())
  if (stage === undefined) {
    const known = stages.slice(1).map(({ name }) => name)
    reportUnknownName(compiling, 'stage', one.stage, known, [...path, 'stage'])
    return []
  }
  const expires = instantIn(one.expires)
  if (stage.date !== undefined && expires <= stage.date) {
    const args = { expires: one.expires, stage: stage.name, date: formatInstant(stage.date) }
    report({ code: 'PLAN-10', args, at: document.rangeOf([...path, 'expires']) })
  }
  const changes = statedChanges({ plan: document, before: stage.document.value, report }, one, path)
  if (changes.length === 0)
    report({ code: 'PLAN-8', args: { name: one.name }, at: document.rangeOf([...path, 'name']) })
  return [{ ...one, stage: stage.index, expires, path }]
}

/** The exceptions of a plan with the stages in which they begin. */
export function compileExceptions(compiling: Compiling, stages: readonly Stage[]): readonly Exception[] {
  return (compiling.file.exceptions ?? []).flatMap((one, index) => compileException(compiling, one, index, stages))
}
