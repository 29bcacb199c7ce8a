import type { Because, Finding, GapKind } from '../../analysis/gaps/result.ts'
import { ruleById } from '../../rules/index.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { shellPath, shellWord } from '../../source/text/shell-word.ts'
import { type Citation, sources } from '../../vocabulary/citations.ts'
import { own } from '../../vocabulary/own.ts'
import { auditTrailNames, credentialWords, legWords, purposeWords } from '../wording/nouns.ts'
import { listed } from '../wording/phrasing.ts'

/** What each kind of finding is called. */
export const gapTitles = {
  'nobody-can-sign-in': 'nobody can sign in',
  'emergency-access-locked-out': 'an emergency access account is locked out',
  'two-credentials-one-prompt': 'two credentials for one prompt',
  'second-factor-bypassed': 'the second factor is bypassed',
  'app-password-outlives': 'an app password outlives what should end it',
  'breaks-on-known-date': 'a sign-in ends on a known date',
  'exclusion-uncovered': 'an exclusion that no other policy covers',
  'policy-decides-nothing': 'a policy has no effect',
  'policy-shadowed': 'a policy makes no difference beside others',
  'no-on-premises-audit': 'no record on-premises',
  undetermined: 'the verdict is undetermined',
  'verdict-hangs-on-assumption': 'the verdict depends on a default',
} as const satisfies Record<GapKind, string>

/** The kinds in the order in which they are shown. */
// Object.keys of a literal are its keys, which its type cannot say.
export const gapOrder = Object.keys(gapTitles) as readonly GapKind[]

const bypassWays: Readonly<Partial<Record<NonNullable<Finding['way']>, string>>> = {
  'app-password': 'an app password lets the client in with one factor',
  'trusted-network': 'from this network the second factor demanded of the user is waived',
  'legacy-path':
    'this legacy path asks for one factor where other clients ask the same user for two at the same service',
}

const outliveWays: Readonly<Partial<Record<NonNullable<Finding['way']>, string>>> = {
  setting: 'the tenant no longer allows app passwords, and those there are still open the service',
  policy: 'a policy demands a second factor of this user, and an app password opens the service without one',
  'password-reset': 'made before the account password was reset, it is still accepted after',
}

const named = (names: readonly string[] | undefined): string => listed((names ?? []).map((name) => `\`${name}\``))

function bypassed({ way, about, details }: Finding): string {
  if (way === 'excluded-account') return `users that \`${about}\` excludes sign in with one factor`
  const policies = details.policies?.length ? `, by ${named(details.policies)}` : ''
  return `${bypassWays[way ?? 'app-password'] ?? ''}${policies}`
}

function outlives({ way, details }: Finding): string {
  const names = details.names?.length ? ` (${named(details.names)})` : ''
  if (way !== 'leaver') return `${outliveWays[way ?? 'setting'] ?? ''}${names}`
  const until = details.until === undefined ? '' : ` until ${formatInstant(details.until)}`
  return `after the account is disabled on-premises the app password can be accepted${until}${names}`
}

function failing({ way, details }: Finding): string {
  if (way === 'account') return 'the account can no longer be used'
  if (details.policies?.length) return `blocked by ${named(details.policies)}`
  return details.verdict === 'blocked' ? 'the service blocks it' : 'no credential can sign in'
}

const wordFor = (words: Readonly<Record<string, string>>, id: string): string => own(words, id) ?? id

/** `autodiscover:cloud: app-password` as the words of the leg and of its credential. */
function legSaid(leg: string): string {
  const [, name = leg, credential = ''] = /^(.*): ([a-z-]+)$/.exec(leg) ?? []
  const words: Readonly<Record<string, { readonly name: string }>> = credentialWords
  return `the ${wordFor(legWords, name)} (${words[credential]?.name ?? credential})`
}

const sentences: { readonly [Kind in GapKind]: (finding: Finding) => string } = {
  'nobody-can-sign-in': (finding) => `none of these users can sign in with \`${finding.about}\`: ${failing(finding)}`,
  'emergency-access-locked-out': (finding) => `\`${finding.about}\` cannot sign in: ${failing(finding)}`,
  'two-credentials-one-prompt': ({ about, details }) =>
    `\`${about}\` has one prompt for ${listed((details.legs ?? []).map(legSaid))}`,
  'second-factor-bypassed': bypassed,
  'app-password-outlives': outlives,
  'breaks-on-known-date': ({ about, details }) =>
    `\`${about}\` works until ${formatInstant(details.until ?? 0)} and is then ${details.verdict === 'blocked' ? 'blocked' : 'without a credential that works'}`,
  'exclusion-uncovered': ({ about }) => `no other policy here applies to users that \`${about}\` excludes`,
  'policy-decides-nothing': ({ about }) => `\`${about}\` applies to no sign-in of this architecture`,
  'policy-shadowed': ({ about, details }) =>
    `without \`${about}\` every sign-in would end as it does${details.policies?.length ? `: ${named(details.policies)} decide` : ''}`,
  'no-on-premises-audit': ({ details }) =>
    `a sign-in of a person known on-premises is recorded only in ${listed((details.names ?? []).map((name) => wordFor(auditTrailNames, name)))}`,
  undetermined: ({ details }) => `the file does not state ${named(details.missing)}`,
  'verdict-hangs-on-assumption': ({ about, details }) =>
    `\`${details.fact ?? ''}\` is assumed to be \`${details.value ?? ''}\` (default \`${about}\`)`,
}

/** A finding in one sentence, without its full stop. */
export function gapSentence(finding: Finding): string {
  return sentences[finding.kind](finding)
}

/** Whom and where: `finance.lead@contoso.com, outlook-2010, read mail, from internet`. */
export function gapWhere({ witness, users, purposes, networks }: Finding): string {
  const { user, client, presents } = witness
  const others = users > 1 ? ` and ${users - 1} others like it` : ''
  const tried = presents === undefined ? '' : `, presenting ${presents}`
  return `${user}${others}, ${client}, ${purposes.map((purpose) => purposeWords[purpose]).join(', ')}, from ${networks.join(', ')}${tried}`
}

const cited = ({ source, section }: Citation): string => {
  const { title, url, read } = sources[source]
  return `${title}${section === undefined ? '' : `, ${section}`}, ${url}, read ${read}`
}

/** One reason: its id where it has one, what it says, and the page that says so. */
export function reasonWords(because: Because): { readonly id?: string; readonly says: string; readonly page?: string } {
  if ('event' in because)
    return { says: `the event \`${because.event}\`${because.origin ? ` at line ${because.origin.line}` : ''}` }
  if ('statement' in because) return { says: because.statement, page: cited(because.citation) }
  const rule = ruleById(because.rule)
  return rule === undefined
    ? { id: because.rule, says: because.rule }
    : { id: rule.id, says: rule.statement, page: cited(rule.citation) }
}

/** The command that plays the witness again. */
export function replayCommand({ witness }: Finding, file: string): string {
  const { user, client, purpose, network, at, presents, application } = witness
  const options = [
    ['-u', user],
    ['-c', client],
    ['-p', purpose],
    ['-n', network],
    ['--as-of', formatInstant(at)],
    ...(application === undefined ? [] : [['--application', application]]),
    ...(presents === undefined ? [] : [['--present', presents]]),
  ]
  return `authplan explain ${shellPath(file)} ${options.map(([key = '', value = '']) => `${key} ${shellWord(value)}`).join(' ')}`
}
