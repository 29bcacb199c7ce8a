import type { Trace } from '../../trace/step.ts'
import { sessionVerdict } from '../../trace/verdict.ts'
import { markdownText } from '../tables/markdown-escape.ts'
import { purposeWords } from '../wording/nouns.ts'
import { nameOf, sessionSentence, verdictSentence } from '../wording/outcomes.ts'
import { capital, listed } from '../wording/phrasing.ts'

/** What one client asks of whom, for the people who use it and those who help them. */
export interface UserPage {
  /** The client as the file names it; a safe base for a file name. */
  readonly client: string
  readonly title: string
  readonly sections: readonly UserSection[]
  /** What the page says about the people whom it names, such as for how many others each stands. */
  readonly note?: string
  readonly markdown: string
}

/** What some people are to know. */
export interface UserSection {
  readonly people: readonly string[]
  /** What for, and from where unless it is the same everywhere. */
  readonly about: string
  readonly answer: string
  /** What each conversation wants, where there are several. */
  readonly more: readonly string[]
}

interface Advice {
  readonly text: readonly string[]
  readonly users: Set<string>
  readonly purposes: Set<string>
  readonly networks: Set<string>
}

/** One page a client: "what do I type?", in plain words, users with the same answer together. */
export function renderUserPages(sessions: Iterable<readonly Trace[]>, note?: string): readonly UserPage[] {
  const byClient = new Map<string, (readonly Trace[])[]>()
  const users = new Map<string, string>()
  for (const traces of sessions) {
    rememberName(users, traces)
    const client = traces[0]?.request.client
    if (client !== undefined) byClient.set(client, [...(byClient.get(client) ?? []), traces])
  }
  return [...byClient].map(([client, some]) => pageOf(client, some, users, note))
}

function pageOf(
  client: string,
  sessions: readonly (readonly Trace[])[],
  users: ReadonlyMap<string, string>,
  note: string | undefined,
): UserPage {
  const name = sessions.map((traces) => nameOf(traces, 'client')).find((one) => one !== client) ?? client
  const advice = new Map<string, Advice>()
  for (const traces of sessions) addAdvice(advice, traces, users)
  const networks = new Set(sessions.flatMap((traces) => traces.map(({ request }) => request.network)))
  const sections = [...together(advice.values())].map((one) => sectionOf(one, networks.size))
  const title = `${name}: what do I type?`
  const lines = [`# ${markdownText(title)}`]
  for (const section of sections) lines.push('', ...sectionLines(section))
  if (note !== undefined) lines.push('', markdownText(note))
  return { client, title, sections, ...(note === undefined ? {} : { note }), markdown: `${lines.join('\n')}\n` }
}

/** People whose answers are the same for the same purposes and places share them. */
function together(advice: Iterable<Advice>): Iterable<Advice> {
  const found = new Map<string, Advice>()
  for (const one of advice) {
    const key = JSON.stringify([one.text, [...one.purposes], [...one.networks]])
    const same = found.get(key)
    if (same === undefined) found.set(key, one)
    else for (const user of one.users) same.users.add(user)
  }
  return found.values()
}

/** A user is called by name as soon as one sign-in introduces them. */
function rememberName(users: Map<string, string>, traces: readonly Trace[]): void {
  const user = traces[0]?.request.user
  if (user === undefined) return
  const name = nameOf(traces, 'user')
  if (!users.has(user) || name !== user) users.set(user, name)
}

function addAdvice(advice: Map<string, Advice>, traces: readonly Trace[], users: ReadonlyMap<string, string>): void {
  const [first] = traces
  if (first === undefined) return
  const { user, purpose, network } = first.request
  const text = adviceText(traces)
  const key = `${text.join('\n')} ${user}`
  const found = advice.get(key) ?? { text, users: new Set(), purposes: new Set(), networks: new Set() }
  advice.set(key, found)
  found.users.add(users.get(user) ?? user)
  found.purposes.add(purposeWords[purpose])
  found.networks.add(network)
}

/** With several credentials each conversation says what it wants. */
function adviceText(traces: readonly Trace[]): readonly string[] {
  const { kind } = sessionVerdict(traces)
  if (kind !== 'several-credentials' && kind !== 'conflict') return [sessionSentence(traces, 'user')]
  const each = traces.map(
    (trace) => `${nameOf([trace], trace.request.relyingParty)}: ${verdictSentence(trace, 'user')}`,
  )
  const heading =
    kind === 'conflict'
      ? 'This does not work reliably: one prompt would need two different secrets.'
      : 'You are prompted more than once, each time for a different credential.'
  return [heading, ...new Set(each)]
}

function sectionOf({ text, users, purposes, networks }: Advice, all: number): UserSection {
  const where = networks.size === all ? '' : `, from ${listed([...networks])}`
  const [answer = '', ...more] = text
  return { people: [...users], about: capital(`to ${listed([...purposes])}${where}`), answer, more }
}

function sectionLines({ people, about, answer, more }: UserSection): readonly string[] {
  return [
    `## ${markdownText(listed(people))}`,
    '',
    `${markdownText(about)}:`,
    '',
    `**${markdownText(answer)}**`,
    ...(more.length === 0 ? [] : ['', ...more.map((line) => `- ${markdownText(line)}`)]),
  ]
}
