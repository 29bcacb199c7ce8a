import type { Moment, Timeline } from '../../analysis/population/results.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { counted } from '../../vocabulary/counted.ts'
import type { JsonObject } from '../json/json-value.ts'
import { markdownText } from '../tables/markdown-escape.ts'
import { plainReport, type ReportPaint } from '../tables/report-paint.ts'
import { singleLine } from '../tables/single-line.ts'
import { causeHeading, differenceWords, indentedLine } from './change-words.ts'
import { causeJson, causeLines, causeMarkdown, differenceJson, signInsOfCauses } from './diff-report.ts'

/** The number of dates at which sign-ins change, in one sentence. */
export function timelineSummary({ tenant, from, to, moments }: Timeline): string {
  const span = `between ${formatInstant(from)} and ${formatInstant(to)}`
  if (moments.length === 0) return `${tenant}: no sign-in changes ${span}.`
  return `${tenant}: sign-ins change on ${counted(moments.length, 'date')} ${span}.`
}

/** A date, and the number of sign-ins that change. */
export const momentWords = ({ at, causes, users }: Moment): string =>
  `${formatInstant(at)}: ${counted(signInsOfCauses(causes), 'sign-in')} of ${counted(users, 'user')}`

/** The dates at which sign-ins change, for a terminal; `all` includes dated changes without an effect. */
export function renderTimelineText(timeline: Timeline, paint: ReportPaint = plainReport, all = false): string {
  const lines = [indentedLine(timelineSummary(timeline))]
  for (const moment of timeline.moments) {
    lines.push('', paint.strong(momentWords(moment)))
    for (const cause of moment.causes) lines.push(...causeLines(cause, paint).map((line) => `  ${line}`))
  }
  if (all) lines.push(...withoutEffectLines(timeline))
  return lines.map((line) => `${line}\n`).join('')
}

/** Dated changes that affect no sign-in. */
export function withoutEffectLines({ withoutEffect }: Timeline): readonly string[] {
  if (withoutEffect.length === 0) return []
  const entries = withoutEffect.map((one) => indentedLine(`  ${differenceWords(one)}`))
  return ['', 'Dated entries without effect on any sign-in:', ...entries]
}

/** The same as a page, with the dates drawn. */
export function renderTimelineMarkdown(timeline: Timeline, all = false): string {
  const lines = [`**${markdownText(timelineSummary(timeline))}**`]
  if (timeline.moments.length > 0) lines.push('', '```mermaid', renderTimelineMermaid(timeline).trimEnd(), '```')
  for (const moment of timeline.moments)
    lines.push(
      '',
      `## ${markdownText(momentWords(moment))}`,
      ...moment.causes.flatMap((cause) => causeMarkdown(cause, 3)),
    )
  if (all && timeline.withoutEffect.length > 0)
    lines.push(
      '',
      'Without effect on any sign-in:',
      '',
      ...timeline.withoutEffect.map((one) => `- ${markdownText(differenceWords(one))}`),
    )
  return `${lines.join('\n')}\n`
}

/** In a Mermaid timeline, a colon ends a text, in addition to the characters that do so in every diagram. */
const timelineText = (text: string): string =>
  singleLine(text)
    .replaceAll('#', '#35;')
    .replaceAll(';', (mark, at: number, whole: string) => (/#35$/.test(whole.slice(0, at)) ? mark : '#59;'))
    .replaceAll(':', '#58;')
    .replaceAll('%', '#37;')
    .replaceAll('<', '#lt;')

/** The dates as a Mermaid timeline. */
export function renderTimelineMermaid(timeline: Timeline): string {
  const lines = ['timeline', `  title ${timelineText(timeline.tenant)}`]
  for (const { at, causes, changes } of timeline.moments) {
    const causeTexts = causes.map((cause) => timelineText(shortened(causeHeading(cause))))
    lines.push(`  ${timelineText(formatInstant(at))} : ${counted(changes, 'sign-in')} : ${causeTexts.join(' : ')}`)
  }
  return `${lines.join('\n')}\n`
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)

/** The versioned document of a timeline. */
export function timelineJson({ tenant, file, from, to, users, moments, withoutEffect }: Timeline): JsonObject {
  return {
    formatVersion: 1,
    tenant,
    file,
    from: formatInstant(from),
    to: formatInstant(to),
    users,
    moments: moments.map(({ at, causes, changes, users: affected }) => ({
      at: formatInstant(at),
      changes,
      users: affected,
      causes: causes.map(causeJson),
    })),
    withoutEffect: withoutEffect.map(differenceJson),
  }
}
