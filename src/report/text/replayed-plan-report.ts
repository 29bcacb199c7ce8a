import type { ChangeGroup, EffectGroup } from '../../replay/plan/group-changes.ts'
import type { PlanEffect } from '../../replay/plan/judge-plan.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { counted } from '../../vocabulary/counted.ts'
import { csvText } from '../tables/csv.ts'
import { markdownTable, markdownText } from '../tables/markdown-escape.ts'
import { plainReport, type ReportPaint } from '../tables/report-paint.ts'
import { indentedLine } from './change-words.ts'

/** The effect of a plan on a log, for every format. */
export interface ReplayedPlan {
  /** The file of the plan, if it is a different one. */
  readonly file?: string
  /** The instant to judge at, if it is not that of each sign-in. */
  readonly at?: number
  /** Report-only policies that are enforced in the plan. */
  readonly enforced: readonly string[]
  readonly judged: number
  readonly notJudged: number
  /** Judged sign-ins that are undetermined today and under the plan, so that no effect mentions them. */
  readonly openAlready: number
  readonly effects: readonly EffectGroup[]
  /** The affected people, if requested. */
  readonly people?: readonly { readonly effect: PlanEffect; readonly names: readonly string[] }[]
}

const titles: Readonly<Record<PlanEffect, string>> = {
  'newly blocked': 'NEWLY BLOCKED',
  'newly asked': 'newly asked for a second factor',
  'newly unprotected': 'NEWLY UNPROTECTED: signs in without the second factor that was there',
  'no longer asked': 'no longer asked for a second factor',
  undetermined: 'undetermined under the plan',
  'unexplained today': 'not judged: the model contradicts the log of today already',
}

const bad: ReadonlySet<PlanEffect> = new Set(['newly blocked', 'newly unprotected'])

/** The number of people, or its bounds if shapes do not identify them. */
export function peopleWords(people: number, most: number | undefined): string {
  if (most === undefined || most === people) return counted(people, 'person', 'people')
  return `between ${people} and ${most} people`
}

const groupWords = ({ people, most, signIns }: ChangeGroup): string =>
  `${peopleWords(people, most)}, ${counted(signIns, 'sign-in')}`

const mostParts = 10

function partLines(before: string, groups: readonly ChangeGroup[]): readonly string[] {
  const shown = groups
    .slice(0, mostParts)
    .map((group) => indentedLine(`  ${before} ${group.name}: ${groupWords(group)}`))
  return groups.length > mostParts ? [...shown, `  ${before} ${groups.length - mostParts} more`] : shown
}

/** Whether an effect is one that nobody wants. */
export const isBadEffect = (effect: PlanEffect): boolean => bad.has(effect)

/** An effect with its people and sign-ins, in words. */
export const effectTitle = (group: EffectGroup): string => `${titles[group.effect]}: ${groupWords(group)}`

function effectLines(group: EffectGroup, names: readonly string[], paint: ReportPaint): readonly string[] {
  const { effect, causes, applications, weeks } = group
  const title = effectTitle(group)
  return [
    '',
    isBadEffect(effect) ? paint.bad(title) : paint.strong(title),
    ...partLines('by', causes),
    ...partLines('to', applications),
    ...partLines('in the week of', weeks),
    ...names.map((name) => indentedLine(`    ${name}`)),
  ]
}

/** A description of the plan. */
export function planWords({ file, at, enforced }: ReplayedPlan): string {
  const parts = [
    file ?? 'the same tenant',
    ...(at === undefined ? [] : [`as of ${formatInstant(at)}`]),
    ...enforced.map((name) => `with "${name}" enforced`),
  ]
  return parts.join(', ')
}

const namesOf = ({ people = [] }: ReplayedPlan, effect: PlanEffect): readonly string[] =>
  people.find((one) => one.effect === effect)?.names ?? []

/** How many sign-ins a plan was judged by, and of how many nothing can be said. */
export function judgedWords({ judged, notJudged }: ReplayedPlan): string {
  const rest = notJudged === 0 ? '' : `; ${counted(notJudged, 'more sign-in')} of which the log says too little`
  return `${counted(judged, 'sign-in')} that got through${rest}`
}

/** What no effect says: that nothing changes, as far as that is known, and which sign-ins the plan might block. */
export function unchangedWords({ effects, judged, notJudged, openAlready }: ReplayedPlan): readonly string[] {
  const open =
    openAlready === 0
      ? []
      : [`undetermined today and under the plan, which may block them: ${counted(openAlready, 'sign-in')}`]
  if (effects.length > 0) return open
  if (judged === openAlready) return [...open, 'nothing can be said about the plan']
  const whom = notJudged + openAlready === 0 ? 'for anyone who signed in' : 'in the other sign-ins'
  return [...open, `nothing changes ${whom}`]
}

/** The effect of a plan on a log, for a terminal. */
export function replayedPlanLines(plan: ReplayedPlan, paint: ReportPaint = plainReport): readonly string[] {
  const { effects } = plan
  return [
    '',
    paint.strong(indentedLine(`under the plan (${planWords(plan)})`)),
    judgedWords(plan),
    ...unchangedWords(plan),
    ...effects.flatMap((group) => effectLines(group, namesOf(plan, group.effect), paint)),
  ]
}

const headings = ['effect', 'part', 'name', 'people', 'at most', 'sign-ins']

function rowsOf(plan: ReplayedPlan): readonly (readonly string[])[] {
  const judged = ['judged', 'all', '', '', '', `${plan.judged}`]
  const effects = plan.effects.flatMap((group) => {
    const row = (part: string, one: ChangeGroup): readonly string[] => [
      group.effect,
      part,
      one.name,
      `${one.people}`,
      `${one.most ?? one.people}`,
      `${one.signIns}`,
    ]
    return [
      row('all', group),
      ...group.causes.map((one) => row('cause', one)),
      ...group.applications.map((one) => row('application', one)),
      ...group.weeks.map((one) => row('week', one)),
      ...namesOf(plan, group.effect).map((name) => [group.effect, 'person', name, '1', '1', '']),
    ]
  })
  return [judged, ...effects]
}

/** The same as rows. */
export const replayedPlanCsv = (plan: ReplayedPlan): string => csvText([headings, ...rowsOf(plan)])

/** The same as Markdown. */
export function replayedPlanMarkdown(plan: ReplayedPlan): readonly string[] {
  return [
    `## Under the plan: ${markdownText(planWords(plan))}`,
    '',
    `${judgedWords(plan)}.`,
    '',
    ...unchangedWords(plan).flatMap((words) => [`${words}.`, '']),
    ...markdownTable(
      headings,
      rowsOf(plan).map((row) => row.map(markdownText)),
    ),
  ]
}
