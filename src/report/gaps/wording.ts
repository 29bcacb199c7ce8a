import type { Because, Finding, GapKind, GapSummary } from '../../analysis/gaps/result.ts'
import { ruleById } from '../../rules/index.ts'
import { ownerOf } from '../../rules/owner.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import { shellPath, shellWord } from '../../source/text/shell-word.ts'
import { type Citation, sources } from '../../vocabulary/citations.ts'
import { counted } from '../../vocabulary/counted.ts'
import { own } from '../../vocabulary/own.ts'
import { ownerWords } from '../wording/causes.ts'
import { auditTrailNames, credentialWords, legWords, purposeWords } from '../wording/nouns.ts'
import { listed } from '../wording/phrasing.ts'

/** Titles of the kinds of findings. */
export const gapTitles = {
  'nobody-can-sign-in': 'nobody can sign in',
  'emergency-access-locked-out': 'an emergency access account is locked out',
  'two-credentials-one-prompt': 'two credentials for one prompt',
  'second-factor-bypassed': 'the second factor is bypassed',
  'app-password-outlives': 'an app password stays valid after the event that should end it',
  'breaks-on-known-date': 'a sign-in ends on a known date',
  'exclusion-uncovered': 'an exclusion that no other policy covers',
  'policy-decides-nothing': 'a policy has no effect',
  'policy-shadowed': 'a policy is redundant with other policies',
  'no-on-premises-audit': 'no on-premises record',
  undetermined: 'the verdict is undetermined',
  'verdict-hangs-on-assumption': 'the verdict depends on a default',
} as const satisfies Record<GapKind, string>

/** The kinds in the order in which they are shown. */
// Object.keys of a literal are its keys, which its type cannot say.
export const gapOrder = Object.keys(gapTitles) as readonly GapKind[]

const bypassWays: Readonly<Partial<Record<NonNullable<Finding['way']>, string>>> = {
  'app-password': 'an app password signs the client in with one factor',
  'trusted-network': 'from this network the second factor required of the user is skipped',
  'legacy-path':
    'this legacy path asks for one factor where other clients ask the same user for two at the same service',
}

const outliveWays: Readonly<Partial<Record<NonNullable<Finding['way']>, string>>> = {
  setting: 'the tenant no longer allows app passwords, but existing ones still give access to the service',
  policy: 'a policy requires a second factor from this user, but an app password gives access without one',
  'password-reset': 'an app password created before the account password was reset is still accepted afterward',
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
  return `after the account is disabled on-premises the app password can still be accepted${until}${names}`
}

/** What blocks a sign-in, by who is responsible according to its deciding rule. */
function blockedBy(because: Finding['because']): string {
  const owner = because.flatMap((reason) => ('rule' in reason ? (ownerOf(reason.rule) ?? []) : []))[0]
  return owner === undefined ? 'it is blocked' : `blocked; the cause is ${ownerWords[owner]}`
}

function failing({ way, details, because }: Finding): string {
  if (way === 'account') return 'the account can no longer be used'
  if (way === 'no-mailbox') return 'the account has no mailbox'
  if (details.policies?.length) return `blocked by ${named(details.policies)}`
  return details.verdict === 'blocked' ? blockedBy(because) : 'no credential can sign in'
}

const wordFor = (words: Readonly<Record<string, string>>, id: string): string => own(words, id) ?? id

/** `autodiscover:cloud: app-password` in words for the leg and its credential. */
function legSaid(leg: string): string {
  const [, name = leg, credential = ''] = /^(.*): ([a-z-]+)$/.exec(leg) ?? []
  const words: Readonly<Record<string, { readonly name: string }>> = credentialWords
  return `the ${wordFor(legWords, name)} (${words[credential]?.name ?? credential})`
}

/** Maximum number of names in a sentence. */
const mostNamed = 3

const few = (names: readonly string[], what: string): string =>
  names.length > mostNamed ? `${names.length} ${what}` : named(names)

const clientsSaid = ({ clients }: Finding): string => few(clients, 'clients')

/** The clients of a finding that affects all of them: `a`, `b` or `c`. */
function anyClient({ clients }: Finding): string {
  if (clients.length > mostNamed) return `any of ${clients.length} clients`
  const [last = '', ...others] = clients.map((name) => `\`${name}\``).reverse()
  return others.length === 0 ? last : `${others.reverse().join(', ')} or ${last}`
}

/** The people of a finding by name, if the population keeps names. */
export function namesOf({ people }: Pick<Finding, 'people'>): readonly string[] {
  return people.flatMap(({ members, examples, representative }) => members ?? examples ?? [representative])
}

/** Who is affected: all names if there are few, else some and the number of others. */
export function whoWords(people: Finding['people'], most = 8): string {
  const names = namesOf({ people }).slice(0, most)
  const others = people.reduce((sum, { size }) => sum + size, 0) - names.length
  return others > 0 ? `${names.join(', ')} and ${counted(others, 'other')}` : names.join(', ')
}

const sentences: { readonly [Kind in GapKind]: (finding: Finding) => string } = {
  'nobody-can-sign-in': (finding) => `none of these users can sign in with ${anyClient(finding)}: ${failing(finding)}`,
  'emergency-access-locked-out': (finding) =>
    `${few(namesOf(finding), 'accounts')} cannot sign in: ${failing(finding)}`,
  'two-credentials-one-prompt': (finding) =>
    `${clientsSaid(finding)} ${finding.clients.length === 1 ? 'has' : 'have'} one prompt for ${listed((finding.details.legs ?? []).map(legSaid))}`,
  'second-factor-bypassed': bypassed,
  'app-password-outlives': outlives,
  'breaks-on-known-date': (finding) => {
    const { clients, details } = finding
    const [works, is] = clients.length === 1 ? ['works', 'is'] : ['work', 'are']
    return `${clientsSaid(finding)} ${works} until ${formatInstant(details.until ?? 0)} and then ${is} ${details.verdict === 'blocked' ? 'blocked' : 'without a credential that works'}`
  },
  'exclusion-uncovered': ({ about }) => `no other policy here applies to users that \`${about}\` excludes`,
  'policy-decides-nothing': ({ about }) => `\`${about}\` applies to no sign-in of this architecture`,
  'policy-shadowed': ({ about, details }) =>
    `without \`${about}\` every sign-in would have the same outcome${details.policies?.length ? `: ${named(details.policies)} decide` : ''}`,
  'no-on-premises-audit': ({ details }) =>
    `a sign-in of a user known on-premises is recorded only in ${listed((details.names ?? []).map((name) => wordFor(auditTrailNames, name)))}`,
  undetermined: ({ details }) => `the file does not state ${named(details.missing)}`,
  'verdict-hangs-on-assumption': ({ about, details }) =>
    `\`${details.fact ?? ''}\` is assumed to be \`${details.value ?? ''}\` (default \`${about}\`)`,
}

/** A finding in one sentence, without a period. */
export function gapSentence(finding: Finding): string {
  return sentences[finding.kind](finding)
}

/** The affected users and sign-ins: `finance.lead@contoso.com, outlook-2010, read mail, from internet`. */
export function gapWhere({ people, clients, purposes, networks, witness: { presents } }: Finding): string {
  const tried = presents === undefined ? '' : `, presenting ${presents}`
  const to = purposes.map((purpose) => purposeWords[purpose])
  return `${[whoWords(people), ...clients, ...to].join(', ')}, from ${networks.join(', ')}${tried}`
}

/** The findings of a kind by severity: `2 errors, 1 warning`. */
export function severityCounts({ bySeverity }: GapSummary): string {
  return Object.entries(bySeverity)
    .flatMap(([severity, count]) => (count > 0 ? [counted(count, severity)] : []))
    .join(', ')
}

/** The findings of a kind in one line: `nobody can sign in: 1 error (2 users, 3 clients)`. */
export function summaryLine(summary: GapSummary): string {
  const { kind, users, clients } = summary
  return `${gapTitles[kind]}: ${severityCounts(summary)} (${counted(users, 'user')}, ${counted(clients, 'client')})`
}

const cited = ({ source, section }: Citation): string => {
  const { title, url, read } = sources[source]
  return `${title}${section === undefined ? '' : `, ${section}`}, ${url}, read ${read}`
}

/** One reason: its id if it has one, its statement, and the cited page. */
export function reasonWords(because: Because): { readonly id?: string; readonly says: string; readonly page?: string } {
  if ('event' in because)
    return { says: `the event \`${because.event}\`${because.origin ? ` at line ${because.origin.line}` : ''}` }
  if ('statement' in because) return { says: because.statement, page: cited(because.citation) }
  const rule = ruleById(because.rule)
  return rule === undefined
    ? { id: because.rule, says: because.rule }
    : { id: rule.id, says: rule.statement, page: cited(rule.citation) }
}

/** The command that replays the witness. */
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
