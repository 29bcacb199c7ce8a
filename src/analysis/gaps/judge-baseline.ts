import { Document } from 'yaml'
import { addTo, isEmpty, membersOf as placesIn } from '../../classes/bitmap.ts'
import { yamlText } from '../../source/document/yaml-text.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import type { Instant } from '../../vocabulary/requests.ts'
import { type BaselineEntry, type BaselineProblem, problemAt, type ReadBaseline, selectors } from './baseline.ts'
import { findingOf, ownSubject } from './cause.ts'
import type { Finding, GapCase, GapPart, GapPeople } from './result.ts'

/** The remaining findings, and the accepted ones. */
export interface Judged {
  readonly findings: readonly Finding[]
  readonly accepted: readonly { readonly finding: Finding; readonly reason: string; readonly expires: Instant }[]
  /** Expired entries: their findings count again. */
  readonly expired: readonly BaselineEntry[]
  /** Entries that match nothing. */
  readonly problems: readonly BaselineProblem[]
}

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

const includesName = (names: readonly string[], name: string): boolean => names.some((one) => sameName(one, name))

const membersOf = ({ members, representative }: GapPeople): readonly string[] => members ?? [representative]

/** The users of a case that a list of names can select: those of its only class. */
const namedIn = ({ people, witness }: GapCase): readonly string[] =>
  people.length === 1 ? people.flatMap(membersOf) : [witness.user]

/** Whether an entry matches this case, or some of its users. A single name refers to the witness. */
function means({ kind, about, way, witness }: BaselineEntry, one: GapCase): boolean {
  if (kind !== one.kind || (about !== undefined && !sameName(about, one.about))) return false
  if (way !== undefined && way !== one.way) return false
  return selectors.every((key) => {
    const wanted = witness[key]
    if (wanted === undefined) return true
    if (typeof wanted === 'string') return sameName(wanted, one.witness[key])
    return (key === 'user' ? namedIn(one) : [one.witness[key]]).some((name) => includesName(wanted, name))
  })
}

/** The case restricted to some members of its only class; undefined if none is left. */
function forMembers(one: GapCase, isMeant: (name: string) => boolean): GapCase | undefined {
  const [only] = one.people
  if (only === undefined) return undefined
  const meant = new Uint32Array(only.users.length)
  const places = [...placesIn(only.users)]
  for (const [at, name] of membersOf(only).entries()) if (isMeant(name)) addTo(meant, places[at] ?? 0)
  if (isEmpty(meant)) return undefined
  const people = only.of(meant)
  const user = people.representative
  const about = one.about === one.witness.user ? user : one.about
  return { ...one, about, people: [people], witness: { ...one.witness, user } }
}

interface Split {
  readonly accepted: readonly GapCase[]
  readonly left: readonly GapCase[]
}

/** The part of a case that an entry accepts: all of it, or the listed members if the members of the class are known. */
function splitBy(entry: BaselineEntry, one: GapCase): Split {
  if (!means(entry, one)) return { accepted: [], left: [one] }
  const { user } = entry.witness
  const listed = typeof user === 'object' && one.people.length === 1 && one.people[0]?.members !== undefined
  if (!listed) return { accepted: [one], left: [] }
  const accepted = forMembers(one, (name) => includesName(user, name))
  const left = forMembers(one, (name) => !includesName(user, name))
  return { accepted: accepted ? [accepted] : [], left: left ? [left] : [] }
}

interface Accepted {
  readonly finding: Finding
  readonly reason: string
  readonly expires: Instant
}

/** One finding without the accepted part. */
function judgeFinding(
  finding: Finding,
  entries: readonly BaselineEntry[],
): { readonly accepted: readonly Accepted[]; readonly left: Finding | undefined } {
  let { cases } = finding
  const accepted: Accepted[] = []
  for (const entry of entries) {
    const splits = cases.map((one) => splitBy(entry, one))
    const taken = findingOf(splits.flatMap((split) => split.accepted))
    if (taken === undefined) continue
    accepted.push({ finding: taken, reason: entry.reason, expires: entry.expires })
    cases = splits.flatMap(({ left }) => left)
  }
  return { accepted, left: accepted.length === 0 ? finding : findingOf(cases) }
}

/** Removes accepted cases; reports entries that have expired or match nothing. */
export function judgeBaseline(findings: readonly Finding[], read: ReadBaseline & { ok: true }, at: Instant): Judged {
  const { entries, document } = read
  const valid = entries.filter(({ expires }) => expires > at)
  const judged = findings.map((finding) => judgeFinding(finding, valid))
  const cases = findings.flatMap((finding) => finding.cases)
  const idle = entries.filter((entry) => !cases.some((one) => means(entry, one)))
  return {
    findings: judged.flatMap(({ left }) => left ?? []),
    accepted: judged.flatMap(({ accepted }) => accepted),
    expired: entries.filter(({ expires }) => expires <= at),
    problems:
      document === undefined
        ? []
        : idle.map(({ kind, path }) =>
            problemAt(
              document,
              path,
              `no finding \`${kind}\` matches this entry`,
              'remove the entry, or correct its names',
            ),
          ),
  }
}

const validDays = 90

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)]

/** One entry for users with the same clients; accepts their cases regardless of purpose and network. */
function entryFor(finding: Finding, { people, clients }: GapPart): object {
  const classes = new Set(people.map((one) => one.class))
  const own = finding.cases.filter(({ people: concerned }) => concerned.some((one) => classes.has(one.class)))
  const about = ownSubject(finding)
  const ofWitness = (key: 'purpose' | 'network'): readonly string[] => unique(own.map(({ witness }) => witness[key]))
  return {
    kind: finding.kind,
    ...(about === '' ? {} : { about }),
    ...(finding.way === undefined ? {} : { way: finding.way }),
    witness: {
      user: people.flatMap(membersOf),
      client: clients,
      purpose: ofWitness('purpose'),
      network: ofWitness('network'),
    },
  }
}

/** A baseline that accepts these findings for ninety days. */
export function writeBaseline(findings: readonly Finding[], at: Instant): string {
  const expires = formatInstant(Math.floor(at / 86_400_000 + validDays) * 86_400_000)
  const entries = findings.flatMap((finding) => finding.parts.map((part) => entryFor(finding, part)))
  const document = new Document(entries.map((entry) => ({ ...entry, reason: 'not reviewed yet', expires })))
  document.commentBefore = ' Findings accepted until they expire. Replace each reason with the real one.'
  return findings.length === 0 ? `#${document.commentBefore}\n[]\n` : yamlText(document)
}
