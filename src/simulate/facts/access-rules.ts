import { protocolRowOf } from '../../catalog/protocols.ts'
import { claimName, isSecurityIdentifier, modeledClaims } from '../../tenant/claim-names.ts'
import type { AccessRule, ClaimCondition, IdentityProvider } from '../../tenant/domain.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'
import { own } from '../../vocabulary/own.ts'
import type { Flow } from '../../vocabulary/protocols.ts'
import type { LegContext } from '../leg-context.ts'
import { claimHolds } from './claim-holds.ts'
import { addressesOf } from './egress-addresses.ts'

/** The claims that an identity provider sees, by short name; a claim that is not sent is absent. */
export type Claims = Readonly<Record<string, string>>

const passiveEndpoint = '/adfs/ls/'
const activeEndpoint = '/adfs/services/trust/2005/usernamemixed'

/** What the identity provider knows about this sign-in. */
export function claimsSeen(context: LegContext, flow: Flow): Claims {
  const { network, request } = context
  const direct = network.inside && !isPassedOn(flow)
  const claims: Record<string, string> = {
    'x-ms-endpoint-absolute-path': flow === 'modern' ? passiveEndpoint : activeEndpoint,
    insidecorporatenetwork: direct ? 'true' : 'false',
  }
  if (!direct) claims['x-ms-proxy'] = 'proxy'
  if (!isPassedOn(flow)) return claims
  const address = request.signals.ipAddress ?? onlyAddress(network.ranges)
  if (address !== undefined) claims['x-ms-forwarded-client-ip'] = address
  const application = protocolRowOf(request.protocol)?.adfsClientApplication
  if (application !== undefined) claims['x-ms-client-application'] = application
  return claims
}

/** The address that every sign-in of a network comes from, where its ranges leave but one. */
function onlyAddress(ranges: readonly string[]): string | undefined {
  const [range] = ranges
  if (range === undefined || ranges.length > 1) return undefined
  const [address, length] = range.split('/')
  const single = length === undefined || Number(length) === (range.includes(':') ? 128 : 32)
  return single ? address : undefined
}

/** A password sent to the service is passed on from the cloud; every other sign-in comes from the client itself. */
export function isPassedOn(flow: Flow): boolean {
  return flow === 'basic'
}

/** What the access rules of an identity provider say about a sign-in. */
export function ruleAnswer(context: LegContext, provider: IdentityProvider, flow: Flow): Known<'idpRule'> {
  if (provider.accessRules.length === 0) return provider.notUnderstood.length > 0 ? missing : 'permit'
  const claims: Claims = { ...memberships(context), ...claimsSeen(context, flow) }
  let open = provider.notUnderstood.length > 0
  let permitted = !provider.accessRules.some((rule) => rule.effect === 'permit')
  for (const rule of provider.accessRules) {
    const hit = applies(rule, claims, context, isPassedOn(flow))
    if (hit === undefined) open = true
    else if (hit && rule.effect === 'deny') return 'deny'
    else if (hit) permitted = true
  }
  return open ? missing : permitted ? 'permit' : 'deny'
}

function memberships({ user, network }: LegContext): Claims {
  return { upn: user.userPrincipalName.toLowerCase(), 'client-inside': network.inside ? 'true' : 'false' }
}

function applies(rule: AccessRule, claims: Claims, context: LegContext, passedOn: boolean): boolean | undefined {
  let open = false
  for (const condition of rule.conditions) {
    const hit = holds(condition, claims, context, passedOn)
    if (hit === false) return false
    if (hit === undefined) open = true
  }
  return open ? undefined : true
}

/** Whether a condition holds; undefined if unknown, as of a claim that is not modeled. */
function holds(condition: ClaimCondition, claims: Claims, context: LegContext, passedOn: boolean): boolean | undefined {
  const name = claimName(condition.claim)
  if (name === 'group' || name === 'groupsid') return inGroup(condition, context)
  if (!modeledClaims.has(name)) return undefined
  const value = own(claims, name)
  // The name of the proxy is not in a tenant file: only that there is one.
  if (name === 'x-ms-proxy' && value !== undefined && 'value' in condition) return undefined
  if (value === undefined && passedOn && name === 'x-ms-forwarded-client-ip') return ofAnyAddress(condition, context)
  return claimHolds(condition, value)
}

/** The service always sends the address of the client: which one it is may not matter to a condition. */
function ofAnyAddress(condition: ClaimCondition, { network }: LegContext): boolean | undefined {
  if (condition.operator === 'exists') return true
  if (condition.operator === 'absent') return false
  const [first, ...others] = addressesOf(network.ranges).map((address) => claimHolds(condition, address))
  return others.every((one) => one === first) ? first : undefined
}

/** A user has a claim for each group, and is in one at least. */
function inGroup(condition: ClaimCondition, context: LegContext): boolean | undefined {
  if (!('value' in condition)) return condition.operator === 'exists'
  if (condition.operator === 'matches' || condition.operator === 'not-matches') return undefined
  const member = isMember(condition.value.toLowerCase(), context)
  return member === undefined ? undefined : member === (condition.operator === 'equals')
}

/** Whether a user is in a group; groups are known by names and ids, seldom by their security identifiers. */
function isMember(group: string, { user }: LegContext): boolean | undefined {
  if (user.groups?.has(group)) return true
  return user.groups === undefined || isSecurityIdentifier(group) ? undefined : false
}
