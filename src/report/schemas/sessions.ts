import { purposes } from '../../vocabulary/requests.ts'
import { legFields } from './leg.ts'
import { count, instant, list, oneOf, optional, record, type Schema, shape, text, texts, version } from './schema.ts'
import { trace } from './trace.ts'
import { device, sessionVerdict } from './verdicts.ts'

const header = {
  formatVersion: version,
  tenant: text('The name of the tenant.'),
  asOf: instant('The date of the vendor services, as given.'),
} as const

const purpose = oneOf('The purpose.', purposes)

const sessionWith = (leg: Schema<unknown>): Schema<unknown> =>
  shape('One sign-in.', {
    user: text('The user.'),
    client: text('The client.'),
    purpose,
    network: text('The network.'),
    verdict: sessionVerdict,
    device: optional(device),
    prompts: count('The number of prompts.'),
    legs: list('The legs, in the order of the protocol.', leg),
  })

const userClass = shape('Users with the same facts.', {
  representative: text('The first of them.'),
  size: count('The number of them.'),
  traits: record('What distinguishes them.', text('The value.')),
  members: optional(texts('All of them.')),
})

/** The document of `simulate`. */
export const simulation = shape('Sign-ins and their verdicts.', {
  ...header,
  sessions: list('The sign-ins.', sessionWith(shape('One leg.', legFields))),
  classes: optional(list('The classes of users, if users were grouped.', userClass)),
})

/** The document of `explain`. */
export const explanation = shape('Sign-ins with everything that happened.', {
  ...header,
  sessions: list('The sign-ins.', sessionWith(shape('One leg.', { ...legFields, trace }))),
})

const groups = { signIns: count('The number of sign-ins.'), users: count('The number of users.') } as const

/** The document of `simulate --group-by`. */
export const counts: Schema<unknown> = shape('Sign-ins counted by keys.', {
  ...header,
  by: texts('The keys.'),
  groups: list('One group of equal values.', {
    json: {
      type: 'object',
      description: 'A text for each key, and the counts.',
      properties: Object.fromEntries(Object.entries(groups).map(([key, { json }]) => [key, json])),
      required: Object.keys(groups),
      additionalProperties: { type: 'string' },
    },
  }),
})
