import type {
  BrokenDevice,
  DayOne,
  DayOneGuest,
  DayOnePerson,
  Registration,
  TaskOnDayOne,
} from '../../plan/day-one-result.ts'
import { count, instant, list, object, optional, text, texts, type Written, wordOf } from './schema.ts'

const tasks = (what: string) =>
  list(
    what,
    object<TaskOnDayOne>('One task.', {
      purpose: text('The purpose.'),
      network: text('The network.'),
      access: wordOf<TaskOnDayOne['access']>('Whether it works.', { works: true, open: true, closed: true }),
    }),
  )

const person = object<DayOnePerson>('A user who moves.', {
  from: text('The account in the source.'),
  to: text('The account in the target.'),
  answer: wordOf<DayOnePerson['answer']>('The answer.', {
    works: true,
    open: true,
    stranded: true,
    'nothing-before': true,
  }),
  lost: tasks('Tasks that no longer work.'),
  undetermined: tasks('Tasks of which it is undetermined.'),
  methods: optional(texts('The methods in the target.')),
  registration: wordOf<Registration>('How the user gets a method.', {
    'not-needed': true,
    'has-pass': true,
    'on-day-one': true,
    'needs-pass': true,
    unknown: true,
  }),
})

/** The first day of a merged tenant. */
export const dayOne = object<Written<DayOne, 'at'>>('The first day of a merged tenant.', {
  stage: count('The number of the stage.'),
  at: instant('The first instant.'),
  source: text('The file of the source.'),
  tenant: text('The name of the source.'),
  answer: wordOf<DayOne['answer']>('The answer.', { holds: true, refuted: true, open: true, 'about-nobody': true }),
  people: list('Users who move.', person),
  leaving: texts('Users who do not move.'),
  devices: list(
    'Devices that break.',
    object<BrokenDevice>('One device.', {
      device: text('The device.'),
      because: wordOf<BrokenDevice['because']>('Why.', {
        'not-declared': true,
        'not-registered': true,
        'not-compliant': true,
      }),
    }),
  ),
  guests: list(
    'Guests concerned.',
    object<DayOneGuest>('One guest.', {
      user: text('The guest.'),
      because: wordOf<DayOneGuest['because']>('Why.', { 'of-source': true, 'home-is-source': true }),
    }),
  ),
})
