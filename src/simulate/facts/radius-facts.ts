import { isInDispute } from '../../tenant/in-dispute.ts'
import type { Workload } from '../../tenant/tenant.ts'
import { type Known, type LegFacts, type Missing, missing } from '../../vocabulary/facts.ts'
import type { AuthenticationMethod } from '../../vocabulary/methods.ts'
import type { LegContext, LegPathContext } from '../leg-context.ts'
import { availabilityOf } from '../methods/method-availability.ts'
import { changeInForce } from '../vendor-state.ts'
import { isBelow } from './versions.ts'

/** Whether the service asks a Network Policy Server over RADIUS. */
export function asksNetworkPolicyServer({ protocol }: Pick<LegPathContext['request'], 'protocol'>): boolean {
  return protocol === 'radius' || protocol === 'rd-gateway'
}

/** What the rules may know about a RADIUS server; on every other leg there is none. */
export function addRadiusFacts(facts: LegFacts, { request, workload }: LegPathContext): void {
  const asks = asksNetworkPolicyServer(request)
  const { npsExtension: extension, REQUIRE_USER_MATCH: match } = workload?.settings ?? {}
  facts.npsExtension = !asks || extension === false ? 'not-used' : extension === true ? 'installed' : missing
  facts.requireUserMatch = asks && match === false ? 'no' : 'yes'
  facts.radiusFactor = 'carried'
}

type YesNo = 'yes' | 'no' | Missing

/** First version that asks for codes of its own accord, and first that can be told to. */
const [asksForCodes, canAskForCodes] = ['1.2.2216.1', '1.0.1.40']

/** Whether an approval is replaced by a code for those who have one. */
function replacesApproval({ tenant, at }: LegPathContext, { settings }: Workload): YesNo {
  const { OVERRIDE_NUMBER_MATCHING_WITH_OTP: override, npsExtensionVersion: stated } = settings
  if (override === false) return 'no'
  const change = changeInForce(tenant, at, 'number-matching', 'nps-extension')
  if (typeof stated !== 'string') return missing
  if (override === true) return isBelow(stated, canAskForCodes) ? 'no' : 'yes'
  if (isBelow(stated, asksForCodes)) return 'no'
  // Before the day, a tenant could turn number matching on by itself.
  return change === undefined || change === missing ? missing : 'yes'
}

/** The methods of which the vendor's page speaks; the password comes before each of them. */
const listed = ['microsoftAuthenticatorPush', 'voice', 'sms', 'softwareOath', 'hardwareOath'] as const

type Listed = (typeof listed)[number]

const isCode = (method: Listed): boolean => method === 'softwareOath' || method === 'hardwareOath'

/** Whether a method of the user can answer over the RADIUS connection. Which one is the default no file says. */
export function radiusFactor(context: LegContext): Known<'radiusFactor'> {
  const { user, workload } = context
  const open = isInDispute(user, 'onPremisesSyncEnabled')
  if (user.accountHome !== 'here' || (!user.synced && !open)) return 'not-in-directory'
  if (open) return missing
  if (user.mfaRegistered === false) return 'not-enrolled'
  if (user.methods === undefined) return user.mfaRegistered && connectionOf(context) === 'PAP' ? 'carried' : missing
  const own = listed.filter((method) => includes(user.methods, method))
  const usable = own.filter((method) => availabilityFor(method, context) !== 'no')
  if (usable.length === 0) return connectionOf(context) === 'gateway' ? 'no-code-field' : 'not-listed'
  if (usable.some((method) => availabilityFor(method, context) === missing)) return missing
  if (workload === undefined) return missing
  const answers = new Set(ofSignIn(usable, context).map((method) => carries(method, usable, context, workload)))
  const [only = missing] = answers
  return answers.size === 1 ? only : missing
}

/** How a VPN sends the password; a Remote Desktop Gateway has no field for a code, however it does. */
function connectionOf({ request, workload }: LegContext): unknown {
  return request.protocol === 'rd-gateway' ? 'gateway' : workload?.settings['radiusAuthentication']
}

const includes = (methods: readonly string[] | undefined, method: AuthenticationMethod): boolean =>
  methods?.some((one) => one.toLowerCase() === method.toLowerCase()) === true

/**
 * Any of the methods can be the default one, unless the sign-in says which is used; but whoever has both gives an approval,
 * where no code takes its place.
 */
function ofSignIn(usable: readonly Listed[], { request }: LegContext): readonly Listed[] {
  const used = usable.filter((method) => includes(request.signals.methods, method))
  if (used.length > 0) return used
  return usable.includes('microsoftAuthenticatorPush') ? usable.filter((method) => !isCode(method)) : usable
}

function availabilityFor(method: Listed, context: LegContext): YesNo {
  const { methodAllowed, methodServed } = availabilityOf(`password,${method}`, context)
  if (methodServed === 'no' || (methodAllowed !== 'yes' && methodAllowed !== missing)) return 'no'
  return methodAllowed === missing || methodServed === missing ? missing : 'yes'
}

/** PAP carries all of them; CHAPV2 and EAP, and a Remote Desktop Gateway, carry calls and approvals, and no code or text. */
function carries(
  method: Listed,
  usable: readonly Listed[],
  context: LegContext,
  workload: Workload,
): Known<'radiusFactor'> {
  const connection = connectionOf(context)
  if (connection === 'PAP' || method === 'voice') return 'carried'
  const asked = method === 'microsoftAuthenticatorPush' ? asksForCode(usable, context, workload) : 'yes'
  if (asked === missing) return missing
  if (asked === 'no') return 'carried'
  if (connection === 'gateway') return 'no-code-field'
  return connection === undefined ? missing : 'not-carried'
}

function asksForCode(usable: readonly Listed[], context: LegContext, workload: Workload): YesNo {
  return usable.some(isCode) ? replacesApproval(context, workload) : 'no'
}
