import type {
  BrokenDevice,
  DayOne,
  DayOneGuest,
  DayOnePerson,
  Registration,
  TaskOnDayOne,
} from '../../plan/day-one-result.ts'
import type { PlanResult } from '../../plan/result.ts'
import { formatInstant } from '../../source/text/parse-values.ts'
import type { JsonObject } from '../json/json-value.ts'
import { type Block, heading, list, paragraph, strong } from '../text/blocks.ts'
import { purposeWords } from '../wording/nouns.ts'
import { stageName } from './words.ts'

/** What each way to a method means for those who prepare day one. */
const registrationWords: { readonly [Way in Registration]: string } = {
  'not-needed': 'has a method in the target',
  'has-pass': 'has a Temporary Access Pass',
  'on-day-one': 'registers a method on day one',
  'needs-pass': 'needs a Temporary Access Pass or a method before day one',
  unknown: 'undetermined whether a method is there or can be registered',
}

const answerWords: { readonly [Answer in DayOnePerson['answer']]: string } = {
  works: 'can continue to work',
  open: 'undetermined',
  stranded: 'is stranded',
  'nothing-before': 'could do nothing before',
}

const deviceWords: { readonly [Because in BrokenDevice['because']]: string } = {
  'not-declared': 'the target does not know it: it must be joined or registered there',
  'not-registered': 'it is not registered in the target',
  'not-compliant': 'it is compliant in the source and not in the target',
}

const guestWords: { readonly [Because in DayOneGuest['because']]: string } = {
  'of-source': 'a guest of the source, who has no account in the target',
  'home-is-source':
    'a guest of the target whose home is the source: the home account is lost when the source tenant is retired',
}

const purposeOf = (purpose: string): string =>
  Object.entries(purposeWords).find(([id]) => id === purpose)?.[1] ?? purpose

/** Tasks by network: what cannot be done from where. */
function taskWords(tasks: readonly TaskOnDayOne[]): readonly string[] {
  const byNetwork = new Map<string, string[]>()
  for (const { network, purpose } of tasks)
    byNetwork.set(network, [...(byNetwork.get(network) ?? []), purposeOf(purpose)])
  return [...byNetwork].map(([network, purposes]) => `from ${network}: ${purposes.join(', ')}`)
}

/** What a person of a merge can and must do, in one line. */
export function personWords({ from, to, answer, lost, undetermined, registration }: DayOnePerson): string {
  const shown = taskWords(answer === 'stranded' ? lost : undetermined)
  const what = shown.length === 0 ? '' : ` (${shown.join('; ')})`
  return `${from} becomes ${to}: ${answerWords[answer]}${what}; ${registrationWords[registration]}`
}

/** As many people with the same outcome as are named. */
const mostNamed = 20

/** People line by line; of many with the same words only some are named, and the others counted. */
function namedPeople(people: readonly DayOnePerson[], lineOf: (person: DayOnePerson) => string): readonly string[] {
  const groups = new Map<string, string[]>()
  for (const person of people) {
    const { from: _from, to: _to, ...outcome } = person
    const key = JSON.stringify(outcome)
    const lines = groups.get(key) ?? []
    groups.set(key, lines)
    lines.push(lineOf(person))
  }
  const all = [...groups.values()]
  if (all.every((lines) => lines.length <= mostNamed)) return people.map(lineOf)
  return all.flatMap((lines) => {
    const left = lines.length - mostNamed
    return left <= 0 ? lines : [...lines.slice(0, mostNamed), `and ${left} more with the same outcome`]
  })
}

/** Day one of a merge, line by line. */
export function dayOneLines(dayOne: DayOne): readonly string[] {
  return [
    ...namedPeople(dayOne.people, personWords),
    ...dayOne.devices.map(({ device, because }) => `device ${device}: ${deviceWords[because]}`),
    ...dayOne.guests.map(({ user, because }) => `${user}: ${guestWords[because]}`),
    ...dayOne.leaving.map((user) => `${user}: does not move`),
  ]
}

const isHeld = ({ answer }: DayOne): boolean => answer === 'holds'

/** The heading of day one: when it is, and whether it can come. */
export function dayOneHead(result: PlanResult, { at, stage, tenant, source, answer }: DayOne): string {
  const end =
    answer === 'holds'
      ? 'everyone can continue to work'
      : answer === 'refuted'
        ? 'someone is stranded'
        : answer === 'open'
          ? 'undetermined'
          : 'about nobody'
  return `Day one of the merge with ${tenant} (${source}), ${formatInstant(at)}, ${stageName(result, stage)}: ${end}`
}

/** The page of a runbook about day one; nothing for a plan without a merge. */
export function dayOneBlocks(result: PlanResult): readonly Block[] {
  const { dayOne } = result
  if (dayOne === undefined) return []
  const before = dayOne.people.filter(({ registration }) => registration === 'needs-pass' || registration === 'unknown')
  return [
    { kind: 'page' },
    heading(2, 'Day one of the merge'),
    isHeld(dayOne) ? paragraph(dayOneHead(result, dayOne)) : strong(dayOneHead(result, dayOne)),
    heading(3, 'Before day one'),
    list(
      namedPeople(before, ({ to, registration }) => `${to}: ${registrationWords[registration]}`),
      'Everyone has a method in the target, or can register one on day one.',
    ),
    heading(3, 'Who signs in where'),
    list(namedPeople(dayOne.people, personWords), 'Nobody moves.'),
    heading(3, 'Devices'),
    list(
      dayOne.devices.map(({ device, because }) => `${device}: ${deviceWords[because]}`),
      'Every device that the source knows is known to the target.',
    ),
    heading(3, 'Guests'),
    list(
      dayOne.guests.map(({ user, because }) => `${user}: ${guestWords[because]}`),
      'The merge concerns no guest.',
    ),
    ...(dayOne.leaving.length === 0 ? [] : [heading(3, 'Who does not move'), list(dayOne.leaving, '')]),
  ]
}

/** Day one as data. */
export function dayOneJson(dayOne: DayOne): JsonObject {
  const { people, leaving, devices, guests, at, ...rest } = dayOne
  return {
    ...rest,
    at: formatInstant(at),
    people: people.map(({ lost, undetermined, methods, ...one }) => ({
      ...one,
      ...(methods === undefined ? {} : { methods: [...methods] }),
      lost: lost.map((task) => ({ ...task })),
      undetermined: undetermined.map((task) => ({ ...task })),
    })),
    leaving: [...leaving],
    devices: devices.map((one) => ({ ...one })),
    guests: guests.map((one) => ({ ...one })),
  }
}
