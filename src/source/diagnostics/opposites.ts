/** Pairs of antonyms. */
const pairs: readonly (readonly [string, string])[] = [
  ['enabled', 'disabled'],
  ['enable', 'disable'],
  ['enables', 'disables'],
  ['allow', 'deny'],
  ['allow', 'block'],
  ['allow', 'disallow'],
  ['allows', 'blocks'],
  ['allows', 'denies'],
  ['allowed', 'denied'],
  ['allowed', 'blocked'],
  ['allowed', 'forbidden'],
  ['permit', 'deny'],
  ['permit', 'forbid'],
  ['permitted', 'denied'],
  ['grant', 'deny'],
  ['granted', 'denied'],
  ['block', 'unblock'],
  ['accept', 'reject'],
  ['accept', 'refuse'],
  ['accepted', 'rejected'],
  ['accepted', 'refused'],
  ['include', 'exclude'],
  ['includes', 'excludes'],
  ['included', 'excluded'],
  ['inclusion', 'exclusion'],
  ['including', 'excluding'],
  ['on', 'off'],
  ['true', 'false'],
  ['yes', 'no'],
  ['all', 'none'],
  ['any', 'none'],
  ['every', 'no'],
  ['some', 'none'],
  ['always', 'never'],
  ['with', 'without'],
  ['before', 'after'],
  ['add', 'remove'],
  ['added', 'removed'],
  ['create', 'delete'],
  ['created', 'deleted'],
  ['start', 'stop'],
  ['open', 'closed'],
  ['open', 'close'],
  ['lock', 'unlock'],
  ['internal', 'external'],
  ['inside', 'outside'],
  ['inbound', 'outbound'],
  ['incoming', 'outgoing'],
  ['in', 'out'],
  ['public', 'private'],
  ['public', 'confidential'],
  ['online', 'offline'],
  ['on', 'un'],
  ['member', 'guest'],
  ['hard', 'soft'],
  ['min', 'max'],
  ['minimum', 'maximum'],
  ['first', 'last'],
  ['upper', 'lower'],
  ['more', 'less'],
  ['most', 'least'],
  ['stronger', 'weaker'],
  ['stricter', 'looser'],
  ['high', 'low'],
  ['read', 'write'],
  ['send', 'receive'],
  ['import', 'export'],
  ['imported', 'exported'],
  ['required', 'optional'],
  ['pass', 'fail'],
  ['passes', 'fails'],
  ['passed', 'failed'],
  ['success', 'failure'],
  ['right', 'wrong'],
  ['show', 'hide'],
  ['modern', 'legacy'],
  ['secure', 'insecure'],
  ['can', 'cannot'],
  ['is', 'isnt'],
  ['does', 'doesnt'],
]

const partners: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(pairs.flat())].map((word) => [
    word,
    pairs.flatMap(([one, other]) => (one === word ? [other] : other === word ? [one] : [])),
  ]),
)

const negations: readonly string[] = ['not', 'no', 'non', 'never', 'without', 'cannot']
const prefixes: readonly string[] = ['not', 'non', 'no', 'un', 'dis', 'in', 'im', 'ir', 'il', 'anti', 'de']

const partsOf = (name: string): readonly string[] =>
  name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    // On-premises is a word: its "on" has no opposite.
    .replace(/\bon[ -](?=prem)/g, 'on')
    .split(/[\s_./:-]+/)
    .filter((part) => part !== '')

/** Spellings of the opposite of a name, without blanks and hyphens. */
export interface Opposites {
  /** The name without its negation. */
  readonly affirmed: readonly string[]
  /** The name with a negation, or with a word replaced by its antonym. */
  readonly turned: readonly string[]
}

/** The opposites of a name. */
export function oppositesOf(name: string): Opposites {
  const parts = partsOf(name)
  const replaced = (index: number, by: string): string => parts.map((part, at) => (at === index ? by : part)).join('')
  const affirmed = parts.flatMap((part, index) => affirmations(part).map((by) => replaced(index, by)))
  const turned = parts.flatMap((part, index) => [
    ...(partners.get(part) ?? []).map((by) => replaced(index, by)),
    ...[...prefixes, ...negations].map((prefix) => replaced(index, prefix + part)),
    replaced(index, `${part}less`),
    replaced(index, `${part}not`),
  ])
  return { affirmed, turned }
}

/** A part without its negation. */
function affirmations(part: string): readonly string[] {
  if (negations.includes(part)) return ['']
  const bare = prefixes.filter((prefix) => part.startsWith(prefix)).map((prefix) => part.slice(prefix.length))
  const full = part.endsWith('less') ? [part.slice(0, -'less'.length)] : []
  return [...bare, ...full].filter((rest) => rest.length >= 3)
}
