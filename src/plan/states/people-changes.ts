import type { DocumentPath } from '../../source/document/located-document.ts'
import { indexOfItem, nameOfItem } from '../../source/edit/change.ts'
import { isMapping, type Mapping } from '../../vocabulary/mapping.ts'
import type { StageFile } from '../file/plan-file.ts'
import type { Cohort } from './cohorts.ts'
import type { StatedChange } from './state-document.ts'
import { changesOf, type Reading, reportAbsent } from './stated-changes.ts'

/** The people of a stage as the tenant file has them. */
interface People extends Reading {
  readonly stage: StageFile
  readonly at: DocumentPath
  readonly cohorts: readonly Cohort[]
}

const listIn = (value: unknown, key: string): readonly unknown[] => {
  const found = isMapping(value) ? value[key] : undefined
  return Array.isArray(found) ? found : []
}

/** The places of the people of the cohorts among the users of the file; those who are not there are reported. */
function placesOf({ before, cohorts, plan, report, at }: People): readonly number[] {
  const places = new Map<string, number>()
  for (const [index, user] of listIn(before, 'users').entries()) {
    const name = nameOfItem(user)?.toLowerCase()
    if (name !== undefined && !places.has(name)) places.set(name, index)
  }
  return cohorts.flatMap(({ name, members }) => {
    const found = members.flatMap((member) => places.get(member.toLowerCase()) ?? [])
    if (found.length < members.length) report({ code: 'PLAN-12', args: { name }, at: plan.rangeOf([...at, 'cohorts']) })
    return found
  })
}

/** The properties that a stage gives to each user of its cohorts. */
function propertiesOf(
  people: People,
  key: 'settings' | 'acts',
  properties: Mapping | undefined,
): readonly StatedChange[] {
  if (properties === undefined) return []
  const users = listIn(people.before, 'users')
  return placesOf(people).flatMap((place) =>
    changesOf({ ...people, before: users[place] }, properties, [...people.at, key]).map((change) => ({
      ...change,
      path: ['users', place, ...change.path],
    })),
  )
}

/** The methods that people register besides their own; undoing a stage keeps them, as anything that people do. */
function registering(people: People, methods: readonly string[]): readonly StatedChange[] {
  if (methods.length === 0) return []
  const users = listIn(people.before, 'users')
  const from = [...people.at, 'registers']
  return placesOf(people).flatMap((place): readonly StatedChange[] => {
    const user = users[place]
    const known = isMapping(user) ? user['methods'] : undefined
    if (!Array.isArray(known)) {
      const name = nameOfItem(user) ?? ''
      people.report({ code: 'PLAN-17', args: { name }, at: people.plan.rangeOf(from) })
      return []
    }
    const fresh = methods.filter((method) => !known.includes(method))
    return fresh.length === 0 ? [] : [{ path: ['users', place, 'methods'], value: [...known, ...fresh], from }]
  })
}

const textsIn = (value: unknown, key: string): readonly string[] => listIn(value, key).map(String)

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** The group of a name with its place; one that is not there is reported. */
function groupOf(
  people: People,
  name: string,
  from: DocumentPath,
): { readonly index: number; readonly group: unknown } | undefined {
  const groups = listIn(people.before, 'groups')
  const index = indexOfItem(groups, name)
  if (index >= 0) return { index, group: groups[index] }
  reportAbsent(
    people,
    from,
    'group',
    name,
    groups.flatMap((group) => nameOfItem(group) ?? []),
  )
  return undefined
}

const peopleOf = ({ cohorts }: People): readonly string[] => cohorts.flatMap(({ members }) => members)

function joining(people: People, name: string, from: DocumentPath): readonly StatedChange[] {
  const found = groupOf(people, name, from)
  if (found === undefined) return []
  const members = textsIn(found.group, 'members')
  const fresh = peopleOf(people).filter((user) => !members.some((member) => sameName(member, user)))
  return [{ path: ['groups', found.index, 'members'], value: [...members, ...fresh], from }]
}

/** Members are listed by the group, or say so themselves. */
function leaving(people: People, name: string, from: DocumentPath): readonly StatedChange[] {
  const found = groupOf(people, name, from)
  if (found === undefined) return []
  const leave = peopleOf(people)
  const members = textsIn(found.group, 'members')
  const stay = members.filter((member) => !leave.some((user) => sameName(user, member)))
  const users = listIn(people.before, 'users')
  const own = placesOf(people).flatMap((place): readonly StatedChange[] => {
    const groups = textsIn(users[place], 'groups')
    const kept = groups.filter((group) => !sameName(group, name))
    return kept.length === groups.length ? [] : [{ path: ['users', place, 'groups'], value: kept, from }]
  })
  if (stay.length === members.length && own.length === 0) reportAbsent(people, from, 'member of the group', name, [])
  return [
    ...(stay.length === members.length ? [] : [{ path: ['groups', found.index, 'members'], value: stay, from }]),
    ...own,
  ]
}

/** What a stage changes of people: what is set for them, and what they do themselves. */
export interface PeopleChanges {
  readonly set: readonly StatedChange[]
  readonly acts: readonly StatedChange[]
}

/** The changes of the people of a stage. */
export function peopleChanges(
  reading: Reading,
  stage: StageFile,
  at: DocumentPath,
  cohorts: readonly Cohort[],
): PeopleChanges {
  const people: People = { ...reading, stage, at, cohorts }
  const { settings, acts, registers = [], joins = [], leaves = [] } = stage
  const named = registers.length + joins.length + leaves.length > 0
  const concerned = settings !== undefined || acts !== undefined || named
  if (concerned && cohorts.length === 0) {
    if (stage.cohorts === undefined)
      reading.report({ code: 'PLAN-15', args: { name: stage.name }, at: reading.plan.rangeOf([...at, 'name']) })
    return { set: [], acts: [] }
  }
  return {
    set: [
      ...propertiesOf(people, 'settings', settings),
      ...joins.flatMap((name, index) => joining(people, name, [...at, 'joins', index])),
      ...leaves.flatMap((name, index) => leaving(people, name, [...at, 'leaves', index])),
    ],
    acts: [...propertiesOf(people, 'acts', acts), ...registering(people, registers)],
  }
}
