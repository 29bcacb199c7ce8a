import { type Change, pathText } from '../../source/edit/change.ts'
import type { Plan } from '../matrix/plan.ts'
import type { Difference } from '../population/results.ts'
import { documentDifferences, type Edit } from './document-differences.ts'
import { type TimeDifference, timeDifferences } from './time-differences.ts'

/** A difference between two plans that can be applied separately: edits of the first document, or a dated change. */
export interface Part {
  readonly difference: Difference
  readonly edits: readonly Edit[]
  readonly time?: TimeDifference
}

const shownUsers = 3

/** The common shape of an edit made to several users: equal for edits that are one decision. */
function shapeOf({ path, before, value }: Edit): string | undefined {
  const [first, second, ...rest] = path
  if (first !== 'users' || typeof second !== 'object') return undefined
  if (rest.length === 0) return before === undefined ? 'added' : 'removed'
  return JSON.stringify([rest, before ?? null, value ?? null])
}

function pathOfEvery(edits: readonly Edit[]): string {
  const [first, ...others] = edits
  if (first === undefined || others.length === 0) return pathText(first?.path ?? [])
  const names = edits.flatMap(({ path: [, user] }) => (typeof user === 'object' ? [user.item] : []))
  const shown = names.slice(0, shownUsers).join(', ')
  const item = names.length > shownUsers ? `${shown} and ${names.length - shownUsers} more` : shown
  const path: Change['path'] = ['users', { item }, ...first.path.slice(2)]
  return pathText(path)
}

const text = (value: unknown): string | undefined => (value === undefined ? undefined : JSON.stringify(value))

function fileDifference(edits: readonly Edit[]): Difference {
  const [first] = edits
  const alike = edits.every((one) => text(one.before) === text(first?.before) && text(one.value) === text(first?.value))
  const before = alike ? text(first?.before) : undefined
  const after = alike ? text(first?.value) : undefined
  return {
    kind: 'file',
    path: pathOfEvery(edits),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(first === undefined ? {} : { origin: first.origin }),
  }
}

/** The differences between two documents; the same change to several users is one part. */
function fileParts(before: Plan, after: Plan): readonly Part[] {
  const groups = new Map<string, Edit[]>()
  for (const [index, edit] of documentDifferences(before.document, after.document).entries()) {
    const key = shapeOf(edit) ?? `${index}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [edit])
    else group.push(edit)
  }
  return [...groups.values()].map((edits) => ({ difference: fileDifference(edits), edits }))
}

/** All nameable differences between two plans. */
export function partsBetween(before: Plan, after: Plan): readonly Part[] {
  const time = timeDifferences(before.tenant, before.at, after.at)
  return [
    ...fileParts(before, after),
    ...time.map((one): Part => ({ difference: one.difference, edits: [], time: one })),
  ]
}
