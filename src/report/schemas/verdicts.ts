import type { DeviceEvidence, SessionVerdict, Stage, Verdict } from '../../trace/step.ts'
import { verifiers } from '../../vocabulary/actors.ts'
import { credentials, secondFactorProviders, secondFactors } from '../../vocabulary/credentials.ts'
import { type FactValue, factDomains } from '../../vocabulary/facts.ts'
import { type Owner, owners } from '../../vocabulary/owners.ts'
import { legNames } from '../../vocabulary/requests.ts'
import { answeringTokens, unlockMethods, type Yield } from '../../vocabulary/tokens.ts'
import {
  constant,
  flag,
  instant,
  list,
  object,
  oneOf,
  optional,
  ruleId,
  type Schema,
  text,
  texts,
  union,
  type Written,
  wordOf,
} from './schema.ts'

/** Facts that are missing. */
export const missingFacts = texts('The missing facts, in the words of the tenant file.')

const credential = oneOf('The credential.', credentials)
const rule = ruleId('The rule that decides.')
const owner = optional(oneOf('Who is responsible for the failure.', owners))
/** Where a sign-in stops. */
export const stage = wordOf<Stage>('Where the sign-in stops.', {
  'before-password': true,
  'at-password': true,
  'at-identity-provider': true,
  'after-password': true,
  'at-service': true,
})
const error = optional(text('The error code of the vendor, or the status of the protocol.'))
const verifier = oneOf('Who checks the credential.', verifiers)

/** A verdict of a kind, with who it is up to. */
type Of<Kind> = Extract<Verdict, { readonly kind: Kind }>
type Owned<Kind> = Of<Kind> & { readonly owner?: Owner }

const signsIn = object<Of<'signs-in'>>('The leg signs in.', {
  kind: constant('signs-in'),
  credential,
  presents: optional(text('The methods that are presented, joined by commas, in the words of Microsoft Graph.')),
  admissible: optional(texts('Every combination of methods that is sufficient.')),
  answeredBy: optional(oneOf('What answered instead of a prompt.', answeringTokens)),
  prompted: optional(flag('Whether the user is prompted.')),
  verifier,
  secondFactor: oneOf('What happens to the second factor.', secondFactors),
  secondFactorBy: optional(oneOf('Who performs the second factor.', secondFactorProviders)),
  rule,
})

const undetermined = object<Of<'undetermined'>>('Facts are missing.', {
  kind: constant('undetermined'),
  missing: missingFacts,
  rule: optional(rule),
})

const policies = texts('The policies that block.')
const notice = optional(text('A further message to the user, by its id in the catalog of errors.'))
const blocked = { kind: constant('blocked'), policies, rule, stage, error, notice } as const
const failed = { kind: constant('cannot-sign-in'), rule, stage, error } as const
const refused = { kind: constant('refused'), credential, verifier, rule, stage, error } as const

/** The verdict of a leg as the trace holds it. */
export const tracedVerdict: Schema<Verdict> = union<Verdict>('The verdict of the leg.', [
  signsIn,
  object<Of<'blocked'>>('Policies or a setting block the leg.', blocked),
  object<Of<'cannot-sign-in'>>('No credential works.', failed),
  object<Of<'refused'>>('The presented credential is not accepted.', refused),
  undetermined,
])

/** The verdict of a leg, with the owner of an ending. */
export const legVerdict: Schema<Verdict> = union<Verdict>('The verdict of the leg.', [
  signsIn,
  object<Owned<'blocked'>>('Policies or a setting block the leg.', { ...blocked, owner }),
  object<Owned<'cannot-sign-in'>>('No credential works.', { ...failed, owner }),
  object<Owned<'refused'>>('The presented credential is not accepted.', { ...refused, owner }),
  undetermined,
])

const leg = oneOf('The leg.', legNames)
type OfSession<Kind> = Extract<SessionVerdict, { readonly kind: Kind }>
const several = 'The credential of each leg.'

const sessionForms = [
  object<OfSession<'signs-in'>>('The session signs in.', {
    kind: constant('signs-in'),
    credentials: list('The credentials.', credential),
  }),
  object<OfSession<'conflict' | 'several-credentials'>>(
    'One prompt would need different credentials, or each leg has its own.',
    {
      kind: oneOf('conflict or several-credentials', ['conflict', 'several-credentials']),
      credentials: list(several, object(several, { leg, credential })),
    },
  ),
  object<OfSession<'undetermined'>>('Facts are missing.', { kind: constant('undetermined'), missing: missingFacts }),
] as const

type Ended = OfSession<'blocked' | 'cannot-sign-in' | 'refused'>
const ending = {
  kind: oneOf('How the leg ends.', ['blocked', 'cannot-sign-in', 'refused'] as const),
  leg,
  rule,
} as const

/** The verdict of a session as results hold it. */
export const plainSessionVerdict: Schema<SessionVerdict> = union<SessionVerdict>('The verdict of the session.', [
  ...sessionForms,
  object<Ended>('A required leg fails.', ending),
])

/** The verdict of a session, with the owner of an ending. */
export const sessionVerdict: Schema<SessionVerdict> = union<SessionVerdict>('The verdict of the session.', [
  ...sessionForms,
  object<Ended & { readonly owner?: Owner }>('A required leg fails.', { ...ending, owner }),
])

const yields = object<Partial<Yield>>('What the sign-in to the device leaves.', {
  primaryRefreshToken: optional(
    wordOf<Yield['primaryRefreshToken']>('The primary refresh token.', {
      none: true,
      'first-factor': true,
      multifactor: true,
    }),
  ),
  kerberosTicket: optional(
    wordOf<Yield['kerberosTicket']>('The Kerberos ticket.', { none: true, 'at-sign-in': true, 'on-use': true }),
  ),
})

const deviceFields = {
  device: optional(text('The device.')),
  join: optional(
    oneOf<FactValue<'deviceJoin'>>(
      'How the device is joined.',
      factDomains.deviceJoin as readonly FactValue<'deviceJoin'>[],
    ),
  ),
  method: oneOf('How the user unlocks the device.', unlockMethods),
  checkedBy: optional(
    wordOf<NonNullable<DeviceEvidence['checkedBy']>>('Who checks the credential.', {
      'entra-id': true,
      'federated-idp': true,
      'active-directory': true,
      device: true,
      'not-possible': true,
    }),
  ),
  yields,
  rules: list('The rules that decide.', ruleId('A rule.')),
  missing: optional(missingFacts),
} as const

/** The sign-in to the device. */
export const device = object<Written<DeviceEvidence, 'at'>>('The sign-in to the device that the client runs on.', {
  ...deviceFields,
  at: optional(instant('When the user signed in to the device.')),
})

/** The same inside a trace, where instants are milliseconds. */
export const tracedDevice = object<DeviceEvidence>('The sign-in to the device that the client runs on.', {
  ...deviceFields,
  at: optional({ json: { type: 'number', description: 'When, in milliseconds since 1970.' } }),
})
