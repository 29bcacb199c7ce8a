import type { NamedTally } from '../../replay/calibrate/tally.ts'
import type { ChangeGroup, EffectGroup } from '../../replay/plan/group-changes.ts'
import { disagreementWords, explainedWords, type ReplayReport, readLines } from '../text/replay-report.ts'
import {
  effectTitle,
  isBadEffect,
  judgedWords,
  peopleWords,
  planWords,
  type ReplayedPlan,
  unchangedWords,
} from '../text/replayed-plan-report.ts'

/** A row of numbers of sign-ins by how they compare with the model. */
export interface PageTally {
  readonly name: string
  readonly agrees: number
  readonly disagrees: number
  readonly undetermined: number
  readonly notComparable: number
}

/** A part of what a plan changes: who, how often. */
export interface PageGroup {
  readonly name: string
  readonly people: string
  readonly signIns: number
}

/** What a plan changes for those who signed in, by one effect. */
export interface PageEffect {
  readonly title: string
  readonly bad: boolean
  readonly parts: readonly { readonly heading: string; readonly groups: readonly PageGroup[] }[]
  readonly weeks: readonly { readonly name: string; readonly signIns: number }[]
  readonly people: readonly string[]
}

/** What recorded sign-ins say of the tenant file of a page. */
export interface PageReplay {
  /** What was read, in sentences. */
  readonly read: readonly string[]
  /** How much of the log the tenant file explains, as a sentence. */
  readonly explained: string
  readonly tables: readonly { readonly heading: string; readonly rows: readonly PageTally[] }[]
  readonly weeks: readonly PageTally[]
  readonly disagreements: readonly { readonly title: string; readonly lines: readonly string[] }[]
  readonly words: readonly {
    readonly heading: string
    readonly rows: readonly { readonly name: string; readonly signIns: number }[]
  }[]
  readonly plan?: {
    readonly title: string
    readonly judged: string
    /** That nothing changes, as far as that is known. */
    readonly quiet: readonly string[]
    readonly effects: readonly PageEffect[]
  }
}

const tally = ({ name, agrees, disagrees, undetermined, notComparable }: NamedTally): PageTally => ({
  name,
  agrees: agrees.signIns,
  disagrees: disagrees.signIns,
  undetermined: undetermined.signIns,
  notComparable: notComparable.signIns,
})

const group = ({ name, people, most, signIns }: ChangeGroup): PageGroup => ({
  name,
  people: peopleWords(people, most),
  signIns,
})

function effectOf(one: EffectGroup, people: ReplayedPlan['people']): PageEffect {
  return {
    title: effectTitle(one),
    bad: isBadEffect(one.effect),
    parts: [
      { heading: 'Cause', groups: one.causes.map(group) },
      { heading: 'Application', groups: one.applications.map(group) },
    ],
    weeks: one.weeks.map(({ name, signIns }) => ({ name, signIns })),
    people: people?.find(({ effect }) => effect === one.effect)?.names ?? [],
  }
}

/** What a page carries of a replay: plain data, and people only if they were requested. */
export function pageReplay({ logs, calibration, explained, plan }: ReplayReport): PageReplay {
  const { byPolicy, byApplication, byClient, byWeek, disagreements, missing, unmapped, servers } = calibration
  const words = [
    { heading: 'Missing fact', rows: missing },
    { heading: 'Word of no table', rows: unmapped },
    { heading: 'Log of a server, not compared', rows: servers },
  ]
  return {
    read: readLines(logs),
    explained: explainedWords(calibration.total, explained),
    tables: [
      { heading: 'Policy', rows: byPolicy.map(tally) },
      { heading: 'Application', rows: byApplication.map(tally) },
      { heading: 'Client', rows: byClient.map(tally) },
    ].filter(({ rows }) => rows.length > 0),
    weeks: byWeek.map(tally),
    disagreements: disagreements.map((one) => {
      const [title = '', ...lines] = disagreementWords(one)
      return { title, lines }
    }),
    words: words
      .filter(({ rows }) => rows.length > 0)
      .map(({ heading, rows }) => ({ heading, rows: rows.map(({ name, signIns }) => ({ name, signIns })) })),
    ...(plan === undefined
      ? {}
      : {
          plan: {
            title: planWords(plan),
            judged: judgedWords(plan),
            quiet: unchangedWords(plan),
            effects: plan.effects.map((one) => effectOf(one, plan.people)),
          },
        }),
  }
}
