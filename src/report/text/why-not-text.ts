import type { Lever, LeverKind } from '../../analysis/why-not/lever.ts'
import type { ChangeSet, WhyNot } from '../../analysis/why-not/why-not.ts'
import { neutralize } from '../../source/text/neutralize.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { counted } from '../../vocabulary/counted.ts'
import { formatVersion } from '../json/json.ts'
import type { Json, JsonObject } from '../json/json-value.ts'
import { markdownFence, markdownText } from '../tables/markdown-escape.ts'
import type { ReportPaint } from '../tables/report-paint.ts'
import { singleLine } from '../tables/single-line.ts'
import { listed } from '../wording/phrasing.ts'

const value = (text: string): string => text.replace(/^"(.*)"$/, '$1')

const acts: Readonly<Partial<Record<LeverKind, string>>> = {
  'user-method': 'register a method',
  'user-role': 'give the role',
  'device-enrolment': 'enroll the device',
}

/** One lever in a phrase: what is set, from what, to what. */
export function leverWords({ kind, what, from, to }: Lever): string {
  if (kind === 'client-version') return `replace ${value(from ?? '')} with ${value(to ?? '')}`
  const act = acts[kind]
  if (act !== undefined) return `${act}: ${what}: add ${value(to ?? '')}`
  if (kind === 'policy-scope' && to !== undefined) return `${what}: add ${value(to)}`
  if (to === undefined) return `${what}: remove ${value(from ?? '')}`
  return `${what}: ${from === undefined ? 'not stated' : value(from)} -> ${value(to)}`
}

/** The diff of everyone else's sign-ins in one line. */
export function sideEffectWords({ sideEffects: { verdicts, users, lost } }: ChangeSet): string {
  if (verdicts === 0) return 'no other sign-in changes'
  const worse = lost === 0 ? '' : `, ${lost} of them no longer work${lost === 1 ? 's' : ''}`
  return `${counted(verdicts, 'other verdict')} of ${counted(users, 'user')} change${verdicts === 1 ? 's' : ''}${worse}`
}

const gentler = (pairs: number): string =>
  pairs === 0 ? '' : `; so ${pairs === 1 ? 'does' : 'do'} ${counted(pairs, 'pair')} of changes with fewer side effects`

/** What was proven: the number of tested sets of changes. */
export function proofWords({ already, levers, tried, size, sets, gentlerPairs, more }: WhyNot): string {
  if (already) return 'the sign-in already ends that way'
  const all = sets.length - gentlerPairs + more
  const within = `within the ${levers} settings tried`
  if (size === 0)
    return `no single change or pair of changes achieves this (${tried} edits of ${levers} settings tried)`
  if (size === 1)
    return `${counted(all, 'single change')} achieve${all === 1 ? 's' : ''} this; proven minimal ${within} (${tried} edits)${gentler(gentlerPairs)}`
  return `no single change achieves this, ${counted(all, 'pair')} of changes do${all === 1 ? 'es' : ''}; proven minimal ${within} (${tried} edits)`
}

function patchLines({ patch }: ChangeSet, paint: ReportPaint): readonly string[] {
  return patch
    .trimEnd()
    .split('\n')
    .map((line) => neutralize(line.replace(/\t/g, '  ')))
    .map((line) =>
      line.startsWith('+') ? paint.good(line) : line.startsWith('-') ? paint.bad(line) : paint.faint(line),
    )
    .map((line) => `     ${line}`)
}

/** The sets for a terminal, those with the fewest side effects first. */
export function renderWhyNotText(found: WhyNot, paint: ReportPaint): string {
  const blocks = found.sets.flatMap((set, index) => [
    `${`${index + 1}.`.padStart(3)} ${paint.strong(singleLine(listed(set.levers.map(leverWords))))}`,
    `     ${sideEffectWords(set)}`,
    ...patchLines(set, paint),
    '',
  ])
  const rest = found.more > 0 ? [`... and ${found.more} more: see --limit`, ''] : []
  return `${[...blocks, ...rest, proofWords(found)].join('\n')}\n`
}

/** The sets as a page. */
export function renderWhyNotMarkdown(found: WhyNot): string {
  const blocks = found.sets.flatMap((set, index) => [
    `## ${index + 1}. ${markdownText(listed(set.levers.map(leverWords)))}`,
    '',
    `${markdownText(sideEffectWords(set))}.`,
    '',
    ...markdownFence('diff', set.patch),
    '',
  ])
  return [`# Why not: ${markdownText(found.tenant)}`, '', `${markdownText(proofWords(found))}.`, '', ...blocks].join(
    '\n',
  )
}

/** The versioned document of the sets. */
export function whyNotJson(found: WhyNot, want: string): JsonObject {
  const { tenant, file, at, requests, already, levers, tried, size, sets, gentlerPairs, more } = found
  const lever = ({ kind, what, from, to }: Lever): Json => ({
    kind,
    what,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  })
  return {
    formatVersion,
    tenant,
    file,
    asOf: formatInstant(at),
    want,
    signIns: requests.map(({ user, client, purpose, network }) => ({ user, client, purpose, network })),
    already,
    levers,
    tried,
    size,
    sets: sets.map((set) => ({
      changes: set.levers.map(lever),
      sideEffects: { ...set.sideEffects },
      patch: set.patch,
      files: set.files.map(({ name }) => name),
    })),
    gentlerPairs,
    more,
  }
}
