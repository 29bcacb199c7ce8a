import type { TenantClient } from '../../tenant/tenant.ts'
import { numberText } from '../parts/numbers.ts'
import type { CellStory } from '../plan/cell-summary.ts'
import type { Person, Plan } from '../plan/plan.ts'
import { type App, clientsOf, isChanged, thenOf, viewpointOf } from './app.ts'
import type { State } from './state.ts'
import { storyFor } from './story.ts'

/** One cell of the matrix. */
export interface MatrixCell {
  readonly person: Person
  readonly client: TenantClient
  readonly summary: CellStory | undefined
  /** How the file alone answers, where that differs. */
  readonly before?: CellStory | 'nothing'
}

/** People who share a heading. */
export interface Section {
  readonly heading: string | undefined
  readonly people: readonly Person[]
}

/** The matrix before it is drawn. */
export interface MatrixContent {
  readonly sections: readonly Section[]
  readonly clients: readonly TenantClient[]
  readonly cell: (person: Person, client: TenantClient) => MatrixCell
  /** How many cells there are before any filter. */
  readonly total: number
}

const includesAll = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word))
const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')

/** Each class of people and client that the matrix needs, once; asking for each makes the board cheap. */
export function neededCells(app: App, state: State): readonly (() => void)[] {
  const plan = app.plan(state)
  const viewpoint = viewpointOf(plan, state)
  const tasks: (() => void)[] = []
  for (const person of onePerClass(searchedPeople(plan, state)))
    for (const client of searchedClients(plan, state))
      tasks.push(() => storyFor(plan, person, client, state.purpose, viewpoint))
  if (!isChanged(app, state)) return tasks
  const then = thenOf(app, state)
  for (const person of onePerClass(then.plan.people))
    for (const client of searchedClients(then.plan, state))
      tasks.push(() => storyFor(then.plan, person, client, state.purpose, then.view))
  return tasks
}

function onePerClass(people: readonly Person[]): readonly Person[] {
  return [...new Map(people.map((person) => [person.class, person])).values()]
}

function searchedPeople(plan: Plan, { users }: State): readonly Person[] {
  const words = wordsOf(users)
  const isMeant = ({ name, displayName }: Person): boolean =>
    words.length === 0 || includesAll(`${name} ${displayName}`.toLowerCase(), words)
  if (plan.grouped === undefined || words.length === 0) return plan.people.filter(isMeant)
  return foundInGroups(plan, isMeant)
}

/** Of each group the first one who is meant, who stands for all of them. */
function foundInGroups({ byName }: Plan, isMeant: (person: Person) => boolean): readonly Person[] {
  const counts = new Map<number, number>()
  const firsts: Person[] = []
  for (const person of byName.values()) {
    if (!isMeant(person)) continue
    const count = counts.get(person.class) ?? 0
    if (count === 0) firsts.push(person)
    counts.set(person.class, count + 1)
  }
  return firsts.map((person) => ({ ...person, count: counts.get(person.class) ?? 1 }))
}

function searchedClients(plan: Plan, { clients }: State): readonly TenantClient[] {
  const words = wordsOf(clients)
  return clientsOf(plan).filter(({ name, displayName }) => includesAll(`${name} ${displayName}`.toLowerCase(), words))
}

/** The matrix as filtered, searched and grouped. */
export function matrixContent(app: App, state: State): MatrixContent {
  const plan = app.plan(state)
  const cell = cellMaker(app, state, plan)
  const shown = (one: MatrixCell): boolean =>
    (state.tones.length === 0 || (one.summary !== undefined && state.tones.includes(one.summary.tone))) &&
    (!state.changedOnly || one.before !== undefined)
  const filtering = state.tones.length > 0 || state.changedOnly
  const allClients = searchedClients(plan, state)
  const allPeople = searchedPeople(plan, state)
  const people = filtering
    ? allPeople.filter((person) => allClients.some((client) => shown(cell(person, client))))
    : allPeople
  const clients = allClients.filter((client) =>
    people.some((person) => (filtering ? shown(cell(person, client)) : cell(person, client).summary !== undefined)),
  )
  const total = plan.people.length * plan.tenant.clients.size
  return { sections: sectionsOf(plan, people, clients, state, cell), clients, cell, total }
}

function cellMaker(app: App, state: State, plan: Plan): MatrixContent['cell'] {
  const viewpoint = viewpointOf(plan, state)
  const then = thenOf(app, state)
  const compare = isChanged(app, state)
  return (person, client) => {
    const summary = storyFor(plan, person, client, state.purpose, viewpoint)
    if (!compare) return { person, client, summary }
    const personThen = then.plan.byName.get(person.name)
    const clientThen = then.plan.tenant.clients.get(client.name)
    const before =
      personThen === undefined || clientThen === undefined
        ? undefined
        : storyFor(then.plan, personThen, clientThen, state.purpose, then.view)
    if (before?.signature === summary?.signature) return { person, client, summary }
    return { person, client, summary, before: before ?? 'nothing' }
  }
}

function sectionsOf(
  plan: Plan,
  people: readonly Person[],
  clients: readonly TenantClient[],
  { group }: State,
  cell: MatrixContent['cell'],
): readonly Section[] {
  if (group === 'none') return [{ heading: undefined, people }]
  const headings = new Map<string, Person[]>()
  for (const person of people) {
    const key =
      group === 'equal'
        ? clients.map((client) => cell(person, client).summary?.signature ?? '').join('\n')
        : traitOf(plan, person, group)
    headings.set(key, [...(headings.get(key) ?? []), person])
  }
  return [...headings].map(([key, inGroup], index) => ({
    heading: group === 'equal' ? `Group ${index + 1}: ${countWords(inGroup)}` : `${key}: ${countWords(inGroup)}`,
    people: group === 'equal' ? firstOfAll(inGroup) : inGroup,
  }))
}

const countOf = (people: readonly Person[]): number => people.reduce((sum, person) => sum + person.count, 0)

/** The first of some people, who stands for all of them. */
const firstOfAll = (people: readonly Person[]): readonly Person[] =>
  people.slice(0, 1).map((person) => ({ ...person, count: countOf(people) }))

function countWords(people: readonly Person[]): string {
  const count = countOf(people)
  return count === 1 ? '1 person' : `${numberText(count)} people`
}

function traitOf(plan: Plan, person: Person, group: 'domain' | 'mfa'): string {
  const user = plan.tenant.users.get(person.name) ?? plan.population.tenant.users.get(person.name)
  if (group === 'domain') return user?.domain?.name ?? 'no domain of the tenant'
  return user?.perUserMfaState === undefined ? 'MFA state not stated' : `MFA ${user.perUserMfaState}`
}
