import type { User } from '../../tenant/tenant.ts'
import { registrableMethods } from '../../vocabulary/methods.ts'
import type { CohortFile } from '../file/plan-file.ts'
import {
  anyoneLacks,
  type DraftStage,
  emergencyCohort,
  peopleBeside,
  peopleOf,
  type Subject,
  silentMethods,
  type Template,
  type Unsuitable,
  unstatedMethods,
} from './scaffold.ts'

const ending = ['sms', 'voice']
const method = 'microsoftAuthenticatorPush'
const cohort = 'Text message or voice call'

function unsuitable(subject: Subject, people: readonly User[]): Unsuitable | undefined {
  if (subject.tenant.population !== undefined) return peopleBeside
  const silent = unstatedMethods(peopleOf(subject))
  if (silent !== undefined) return silentMethods(silent)
  if (people.length > 0) return undefined
  return {
    because: 'nobody uses text messages or voice calls',
    help: 'this template is for a tenant in which people registered a telephone',
  }
}

function cohortsOf(subject: Subject, people: readonly User[]): readonly CohortFile[] {
  const emergency = emergencyCohort(subject)
  const named = people.length + emergency.reduce((count, { users = [] }) => count + users.length, 0)
  return [
    { name: cohort, users: people.map(({ userPrincipalName }) => userPrincipalName) },
    ...emergency,
    ...(subject.tenant.users.size > named ? [{ name: 'Everyone else', rest: true as const }] : []),
  ]
}

const registers: DraftStage = {
  says: 'Whoever uses text messages or voice calls registers another method first.',
  source: 'entra-sms-voice-retirement',
  name: 'Another method is registered',
  cohorts: [cohort],
  registers: [method],
}

/** The end of text messages and voice calls: another method first, then they are no longer available. */
export const endOfSms: Template = (subject) => {
  const { tenant } = subject
  const people = peopleOf(subject).filter(({ methods = [] }) => ending.some((one) => methods.includes(one)))
  const not = unsuitable(subject, people)
  if (not !== undefined) return not
  const { availableMethods = registrableMethods } = tenant.multifactorAuthentication
  const left = availableMethods.filter((one) => !ending.includes(one))
  return {
    plan: `${tenant.name}: the end of text messages and voice calls`,
    cohorts: cohortsOf(subject, people),
    stages: [
      ...(anyoneLacks(people, method) ? [registers] : []),
      {
        says: 'The vendor retires its text messages and voice calls; the plan ends them before.',
        source: 'entra-sms-voice-retirement',
        name: 'Text messages and voice calls are no longer available',
        changes: {
          multifactorAuthentication: { availableMethods: left.includes(method) ? left : [...left, method] },
        },
      },
    ],
  }
}
