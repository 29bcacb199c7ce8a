import { decide } from '../../rules/decide.ts'
import { isInDispute } from '../../tenant/in-dispute.ts'
import type { Device, User } from '../../tenant/tenant.ts'
import type { DeviceEvidence, Step } from '../../trace/step.ts'
import { type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import type { ClientRequest, Instant, Signals } from '../../vocabulary/requests.ts'
import type { UnlockMethod } from '../../vocabulary/tokens.ts'
import { ticketReplication } from '../facts/ticket-replication.ts'
import { record } from '../recorder.ts'
import type { Session } from '../session.ts'
import { deviceJoinOf, deviceSystemOf } from './device-join.ts'
import { unusedLifetime } from './sign-in-age.ts'

/** The sign-in to the device that a session takes place on, and what it leaves behind. */
export interface DeviceSignIn {
  readonly facts: LegFacts
  readonly steps: readonly Step[]
  readonly evidence: DeviceEvidence
  /** How long ago it was, in milliseconds; undefined if not stated. */
  readonly age: number | undefined
  readonly token: Known<'deviceToken'>
}

/** The sign-in to the device, as the file or a signal states it; undefined if neither does. */
export function deviceSignInOf(
  session: Pick<Session, 'tenant' | 'client' | 'network'>,
  user: User,
  request: Pick<ClientRequest, 'signals' | 'at'>,
): DeviceSignIn | undefined {
  const { device } = session.client
  const { signals, at } = request
  if (device?.unlockedWith === undefined && signals.deviceSignIn === undefined) return undefined
  const method = presentedTo(device, user, signals)
  if (method === undefined || user.accountHome !== 'here') return undefined
  const age = ageOf(device, signals, at)
  return decided(device, factsOf(session, user, signals, method, age), { method, age, at })
}

/** What a user presents: what the signal says, otherwise the first of the methods of the device that the user has. */
function presentedTo(device: Device | undefined, user: User, signals: Signals): UnlockMethod | undefined {
  if (signals.deviceSignIn !== undefined) return signals.deviceSignIn
  const offered = device?.unlockedWith ?? []
  if (user.methods === undefined) return offered.length === 1 ? offered[0] : undefined
  return offered.find((method) => needsNoMethod(method) || has(user, method))
}

/** What nobody has to register. */
const needsNoMethod = (method: UnlockMethod): boolean =>
  method === 'password' || method === 'localAccount' || method.startsWith('federated')

const has = ({ methods }: User, method: UnlockMethod): boolean =>
  methods?.some((one) => one.toLowerCase() === method.toLowerCase()) === true

function ageOf(device: Device | undefined, { deviceSignInAge }: Signals, at: Instant): number | undefined {
  if (deviceSignInAge !== undefined) return deviceSignInAge
  const then = device?.unlockedAt
  return then === undefined || then > at ? undefined : at - then
}

function factsOf(
  { tenant, client, network }: Pick<Session, 'tenant' | 'client' | 'network'>,
  user: User,
  signals: Signals,
  method: UnlockMethod,
  age: number | undefined,
): LegFacts {
  const { device } = client
  const { entraKerberos } = tenant
  return {
    deviceJoin: deviceJoinOf(device, signals),
    deviceSystem: deviceSystemOf(device?.platform ?? client.product.platform),
    unlockMethod: method,
    unlockOnline: device?.unlockedOnline === false ? 'no' : 'yes',
    helloTrust: device?.helloTrust ?? missing,
    entraKerberos: entraKerberos === undefined ? missing : entraKerberos ? 'yes' : 'no',
    ticketReplication: ticketReplication(tenant, user),
    domainController: network.inside ? 'in-reach' : 'out-of-reach',
    accountSynced: isInDispute(user, 'onPremisesSyncEnabled') ? missing : user.synced ? 'yes' : 'no',
    tokenLost:
      signals.primaryRefreshToken === 'lost' ? 'yes' : age !== undefined && age >= unusedLifetime ? 'expired' : 'no',
    tokenUpgraded: signals.deviceSecondFactor ?? 'no',
    domainAuthentication: user.domain?.authentication ?? 'managed',
    stagedRollout: user.stagedRollout ?? 'out',
  }
}

function decided(
  device: Device | undefined,
  facts: LegFacts,
  { method, age, at }: { method: UnlockMethod; age: number | undefined; at: Instant },
): DeviceSignIn {
  const steps: Step[] = []
  const recorder = { steps, at: 'client' } as const
  const signIn = decide('device-sign-in', facts)
  record(recorder, signIn)
  const possible = signIn.answer !== 'not-possible'
  const token = decide('device-token', facts)
  const ticket = decide('device-ticket', facts)
  if (possible) {
    record(recorder, token)
    record(recorder, ticket)
  }
  const open = [signIn, ...(possible ? [token, ticket] : [])]
  const lacking = [...new Set(open.flatMap(({ missing: names }) => names ?? []))]
  const deviceToken = possible ? (token.answer ?? missing) : 'none'
  const deviceTicket = possible ? (ticket.answer ?? missing) : 'none'
  return {
    facts: { ...facts, deviceToken, deviceTicket },
    steps,
    age,
    token: deviceToken,
    evidence: {
      ...(device === undefined ? {} : { device: device.name }),
      ...(facts.deviceJoin === undefined || facts.deviceJoin === missing ? {} : { join: facts.deviceJoin }),
      method,
      ...(signIn.answer === undefined ? {} : { checkedBy: signIn.answer }),
      ...(age === undefined ? {} : { at: at - age }),
      yields: {
        ...(deviceToken === missing ? {} : { primaryRefreshToken: deviceToken }),
        ...(deviceTicket === missing ? {} : { kerberosTicket: deviceTicket }),
      },
      rules: open.map(({ rule }) => rule),
      ...(lacking.length === 0 ? {} : { missing: lacking }),
    },
  }
}
