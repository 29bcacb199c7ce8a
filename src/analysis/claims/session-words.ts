import { sessionControlNames } from '../../tenant/conditional-access/session-controls.ts'
import type { Tenant } from '../../tenant/tenant.ts'
import { controlWords } from '../../vocabulary/demand-words.ts'
import type { CombinedDecision } from '../../vocabulary/policies.ts'
import { only, type Reading } from './reading.ts'

const none = 'none'
const everyTime = 'every time'

/** The sign-in frequency: `8 hours`, `every time`, or `none` if no policy sets it. */
function frequencyWords(control: unknown): string {
  const { frequencyInterval, value, type } = Object(control)
  if (control === undefined) return none
  return frequencyInterval === 'everyTime' ? everyTime : `${String(value)} ${String(type)}`
}

/** A sign-in frequency in hours, from words or from Graph's object. */
export function frequencyHours(frequency: string | object): number {
  const words = typeof frequency === 'string' ? frequency : frequencyWords(frequency)
  const [count = '', unit = ''] = words.split(' ')
  return words === everyTime ? 0 : Number(count) * (unit.startsWith('day') ? 24 : 1)
}

type Session = Readonly<Record<string, unknown>>

function ofSession(decided: CombinedDecision | undefined, read: (session: Session) => Reading): Reading {
  if (decided?.decision === 'undetermined')
    return { values: [], maybe: { values: 'any', missing: decided.missing ?? [] } }
  return read(decided?.session ?? {})
}

/** The sign-in frequency that policies require on a leg. */
export const frequencyOf = (decided: CombinedDecision | undefined): Reading =>
  ofSession(decided, ({ signInFrequency }) => only(frequencyWords(signInFrequency)))

const bothWays = ([name, value]: readonly [string, unknown]): readonly string[] => [
  name,
  `${name} ${controlWords(value)}`,
]

/** The session controls that policies set on a leg, each by name alone and with its value. */
export const sessionControlsOf = (decided: CombinedDecision | undefined): Reading =>
  ofSession(decided, (session) => {
    const values = Object.entries(session).flatMap(bothWays)
    return { values: values.length === 0 ? [none] : values }
  })

const sessionsOf = ({ conditionalAccess }: Tenant): readonly Session[] =>
  conditionalAccess.policies.map(({ session }) => ({ ...session }))

/** The sign-in frequencies of a tenant, each with its synonyms. */
export const frequencyNames = (tenant: Tenant): readonly (readonly string[])[] => {
  const stated = sessionsOf(tenant).flatMap(({ signInFrequency }) =>
    signInFrequency === undefined ? [] : [frequencyWords(signInFrequency)],
  )
  return [...new Set([none, everyTime, ...stated])].map((words) => [words, words.replace(/^1 (\w+)s$/, '1 $1')])
}

/** The session controls of Graph, and those of a tenant with their values. */
export const sessionControlWords = (tenant: Tenant): readonly string[] => [
  ...new Set([
    none,
    ...sessionControlNames,
    ...sessionsOf(tenant).flatMap((one) => Object.entries(one).flatMap(bothWays)),
  ]),
]
