import type { Impact, OpenedRegion, PolicyImpact } from '../../proof/impact.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import type { JsonObject } from '../json/json-value.ts'
import { csvText } from '../tables/csv.ts'
import { markdownCode, markdownText } from '../tables/markdown-escape.ts'
import { plainReport, type ReportPaint } from '../tables/report-paint.ts'
import { boxWords, signInWords } from './box-words.ts'
import { indentedLine } from './change-words.ts'
import { effectInWords } from './policy-control-words.ts'
import { decidedWords, replayCommand, witnessJson } from './proof-report.ts'

/** The impact of each policy of a file. */
export interface ImpactReport {
  readonly file: string
  readonly tenant: string
  readonly at: number
  readonly asOf?: string
  /** Set if undeclared people may be in every combination of groups and roles. */
  readonly anyMembership?: true
  readonly impact: Impact
}

const notListed = 'and more sign-ins, which are not listed'

const openLines = ({ open }: Pick<Impact, 'open'>): readonly string[] =>
  open.map(({ dimension, reason }) => `Undetermined in the dimension ${dimension}: ${reason}.`)

/** Who was looked at, where a policy applies to nobody of them. */
const peopleLines = ({ anyMembership, impact }: ImpactReport): readonly string[] =>
  anyMembership === true || impact.policies.every(({ applies }) => applies)
    ? []
    : [
        'People are those of the file, and anyone else in no group and no role; `--any-membership` adds those in groups and roles.',
      ]

const isReporting = ({ state }: PolicyImpact): boolean => state === 'enabledForReportingButNotEnforced'

const appliesToNobody = 'it applies to no possible sign-in'

/** The effect on sign-ins of removing the policy or, if it is report-only, of enforcing it. */
function neededWords(one: PolicyImpact): string {
  if (isReporting(one)) {
    if (one.needed === 'needed') return 'report-only; enforcing it would change sign-ins'
    if (one.needed === 'open') return 'report-only; undetermined: it depends on something that is not understood'
    return `report-only; enforcing it would change nothing${one.applies ? '' : `: ${appliesToNobody}`}`
  }
  if (one.needed === 'needed') return 'needed'
  if (one.needed === 'open') return 'open: it depends on something that is not understood'
  if (!one.applies) return `never needed: ${appliesToNobody}`
  const by = one.impliedBy.map((name) => `"${name}"`).join(', ')
  return by === ''
    ? 'never needed: other policies together cover everything it does'
    : `never needed: ${by} covers everything it does`
}

const othersWords = ({ others }: OpenedRegion): string =>
  others.length === 0
    ? 'no other policy decides there'
    : `decided there by: ${others.map((name) => `"${name}"`).join(', ')}`

function regionWords(one: PolicyImpact, region: OpenedRegion): string {
  const whose = region.of === 'programs' ? ' (programs)' : ''
  const [verb, object] = effectInWords(region.effect)
  const does = isReporting(one) ? `would ${verb}` : `alone ${verb}s`
  return `${does}${object === '' ? '' : ` ${object}`}${whose}: ${boxWords(region.parts)}`
}

const changeWords = (one: PolicyImpact, region: OpenedRegion): string => {
  const [before, after] = isReporting(one) ? [region.without, region.now] : [region.now, region.without]
  return `such as ${signInWords(region.words)}: ${decidedWords(before)} -> ${decidedWords(after)}; ${othersWords(region)}`
}

/** The impact of a policy in words. */
export interface ImpactWords {
  readonly needed: string
  /** What depends on it alone, and a sign-in that shows it. */
  readonly regions: readonly { readonly does: string; readonly such: string }[]
  /** What is not listed, or could not be decided. */
  readonly more: readonly string[]
}

/** The impact of a policy in words, without the commands that replay its examples. */
export function impactInWords(one: PolicyImpact): ImpactWords {
  const regions = one.opens.map((region) => ({ does: regionWords(one, region), such: changeWords(one, region) }))
  return { needed: neededWords(one), regions, more: [...(one.complete ? [] : [notListed]), ...openLines(one)] }
}

function policyLines(report: ImpactReport, one: PolicyImpact, paint: ReportPaint): readonly string[] {
  return [
    '',
    `${paint.strong(indentedLine(`"${one.policy}"`))}: ${indentedLine(neededWords(one))}`,
    ...one.opens.flatMap((region) => [
      indentedLine(`  ${regionWords(one, region)}`),
      indentedLine(`    ${changeWords(one, region)}`),
      `    ${paint.faint(indentedLine(replayCommand(report, region)))}`,
    ]),
    ...(one.complete ? [] : [`  ${notListed}`]),
  ]
}

const pairLines = (heading: string, pairs: Impact['mergeable']): readonly string[] =>
  pairs.length === 0
    ? []
    : [
        '',
        heading,
        ...pairs.map(({ policies: [one, other], why }) => indentedLine(`  "${one}" and "${other}": ${why}`)),
      ]

const headOf = ({ tenant, file, at }: ImpactReport): string => `${tenant} (${file}, as of ${formatInstant(at)})`

/** The impact of each policy, for a terminal. */
export function renderImpactText(report: ImpactReport, paint: ReportPaint = plainReport): string {
  const { policies, mergeable, contradicting } = report.impact
  const lines = [
    indentedLine(headOf(report)),
    ...[...peopleLines(report), ...openLines(report.impact)].map(indentedLine),
    ...(policies.length === 0 ? ['', 'no policy is enforced or report-only'] : []),
    ...policies.flatMap((one) => policyLines(report, one, paint)),
    ...pairLines('Could be merged:', mergeable),
    ...pairLines('Contradict each other:', contradicting),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

/** The same as Markdown. */
export function renderImpactMarkdown(report: ImpactReport): string {
  const { policies, mergeable, contradicting } = report.impact
  const lines = ['# What each policy alone does', '', markdownText(headOf(report)), '']
  for (const line of [...peopleLines(report), ...openLines(report.impact)]) lines.push(markdownText(line), '')
  for (const one of policies) {
    lines.push(`## ${markdownText(one.policy)}`, '', `**${markdownText(neededWords(one))}**`, '')
    for (const region of one.opens)
      lines.push(
        `- ${markdownText(regionWords(one, region))}`,
        `  - ${markdownText(changeWords(one, region))}`,
        `  - ${markdownCode(replayCommand(report, region))}`,
      )
    if (!one.complete) lines.push(`- ${notListed}`)
    if (one.opens.length > 0 || !one.complete) lines.push('')
  }
  for (const [heading, pairs] of [
    ['Could be merged', mergeable],
    ['Contradict each other', contradicting],
  ] as const) {
    if (pairs.length === 0) continue
    lines.push(`## ${heading}`, '')
    for (const { policies: names, why } of pairs) lines.push(`- ${names.map(markdownText).join(' and ')}: ${why}`)
    lines.push('')
  }
  return `${lines.join('\n').trimEnd()}\n`
}

/** One row per region, and one per policy without any. */
export function impactCsv({ impact }: ImpactReport): string {
  const rows = impact.policies.flatMap((one): readonly (readonly string[])[] => {
    const head = [one.policy, one.state, one.needed, one.impliedBy.join('; ')]
    if (one.opens.length === 0) return [[...head, '', '', '', '', '', '']]
    return one.opens.map((region) => [
      ...head,
      region.effect,
      boxWords(region.parts),
      signInWords(region.words),
      decidedWords(region.now),
      decidedWords(region.without),
      region.others.join('; '),
    ])
  })
  const headings = [
    'policy',
    'state',
    'needed',
    'impliedBy',
    'effect',
    'signIns',
    'example',
    'with',
    'without',
    'others',
  ]
  return csvText([headings, ...rows])
}

const pairJson = ({ policies, why }: Impact['mergeable'][number]): JsonObject => ({ policies, why })

/** The same in the shape of the JSON contract. */
export function impactJson({ file, tenant, at, anyMembership, impact }: ImpactReport): JsonObject {
  return {
    formatVersion: 1,
    file,
    tenant,
    asOf: formatInstant(at),
    ...(anyMembership && { anyMembership }),
    policies: impact.policies.map(({ policy, state, needed, applies, impliedBy, opens, complete }) => ({
      policy,
      state,
      needed,
      applies,
      impliedBy,
      complete,
      opens: opens.map((region) => ({
        of: region.of,
        effect: region.effect,
        ...witnessJson({ words: region.words, parts: region.parts, decided: region.now, request: region.request }),
        without: {
          decision: region.without.decision,
          required: region.without.required,
          policies: region.without.policies,
        },
        others: region.others,
      })),
    })),
    mergeable: impact.mergeable.map(pairJson),
    contradicting: impact.contradicting.map(pairJson),
    atoms: { ...impact.atoms },
    open: impact.open.map(({ dimension, reason }) => ({ dimension, reason })),
  }
}
