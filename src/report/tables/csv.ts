import { ownerOf } from '../../rules/owner.ts'
import { neutralizeLines } from '../../source/text/neutralize.ts'
import type { SessionVerdict, Trace } from '../../trace/step.ts'
import { promptCount, sessionVerdict, verdictOf } from '../../trace/verdict.ts'
import { decidingTrace, whyInFewWords } from '../wording/outcomes.ts'

const headings = [
  'user',
  'client',
  'purpose',
  'network',
  'verdict',
  'credential',
  'verifier',
  'secondFactor',
  'secondFactorBy',
  'leg',
  'rule',
  'error',
  'missing',
  'why',
  'owner',
  'presents',
  'answeredBy',
  'prompts',
] as const

/** Prefixes that make a spreadsheet treat a cell as a formula, including full-width forms. */
const formula = /^[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u

/** One field of RFC 4180; a formula is escaped with an apostrophe. */
export function csvField(text: string): string {
  const plain = neutralizeLines(text)
  const harmless = formula.test(text) || formula.test(plain) ? `'${plain}` : plain
  return /[",\r\n]|^::/.test(harmless) || harmless !== harmless.trim()
    ? `"${harmless.replaceAll('"', '""')}"`
    : harmless
}

/** Rows with headings and CRLF line endings, as in RFC 4180. */
export function csvText(rows: Iterable<readonly string[]>): string {
  return [...csvLines(rows)].join('')
}

/** The same line by line, for large output. */
export function* csvLines(rows: Iterable<readonly string[]>): Generator<string> {
  for (const row of rows) yield `${row.map(csvField).join(',')}\r\n`
}

/** One line per session, with the ids of the file and of the JSON contract. */
export function renderCsv(sessions: Iterable<readonly Trace[]>): string {
  return csvText(rowsOf(sessions))
}

/** The same lines, generated lazily. */
export function csvSessionLines(sessions: Iterable<readonly Trace[]>): Generator<string> {
  return csvLines(rowsOf(sessions))
}

function* rowsOf(sessions: Iterable<readonly Trace[]>): Generator<readonly string[]> {
  yield headings
  for (const traces of sessions) yield sessionFields(traces)
}

function sessionFields(traces: readonly Trace[]): readonly string[] {
  const trace = decidingTrace(traces)
  const { user, client, purpose, network, leg } = trace.request
  const joined = sessionVerdict(traces)
  const verdict = verdictOf(trace)
  const signsIn = joined.kind === 'signs-in' && verdict.kind === 'signs-in' ? verdict : undefined
  const verifier = signsIn?.verifier ?? (verdict.kind === 'refused' ? verdict.verifier : '')
  const many = joined.kind === 'conflict' || joined.kind === 'several-credentials'
  return [
    user,
    client,
    purpose,
    network,
    joined.kind,
    credentialField(joined, trace),
    verifier,
    signsIn?.secondFactor ?? '',
    signsIn?.secondFactorBy ?? '',
    many ? '' : leg,
    many ? '' : (verdict.rule ?? ''),
    'error' in verdict ? (verdict.error ?? '') : '',
    joined.kind === 'undetermined' ? joined.missing.join('; ') : '',
    many ? '' : whyInFewWords(trace),
    many || joined.kind === 'signs-in' || joined.kind === 'undetermined' ? '' : (ownerOf(verdict.rule) ?? ''),
    signsIn?.presents ?? '',
    signsIn?.answeredBy ?? '',
    signsIn === undefined ? '' : String(promptCount(traces)),
  ]
}

function credentialField(joined: SessionVerdict, trace: Trace): string {
  if (joined.kind === 'signs-in') return joined.credentials.join('; ')
  if (joined.kind === 'conflict' || joined.kind === 'several-credentials')
    return joined.credentials.map(({ leg, credential }) => `${leg}: ${credential}`).join('; ')
  const verdict = verdictOf(trace)
  return verdict.kind === 'refused' ? verdict.credential : ''
}
