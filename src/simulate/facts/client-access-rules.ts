import { type ClientAccessAuthenticationType, namesInAccessRules } from '../../catalog/client-access-protocols.ts'
import type { ClientAccessRuleFile } from '../../tenant/settings/client-access-rules.ts'
import { areRanges, rangesWithin } from '../../tenant/trusted-addresses.ts'
import { type Known, missing } from '../../vocabulary/facts.ts'
import type { Flow } from '../../vocabulary/protocols.ts'
import type { LegPathContext } from '../leg-context.ts'
import { changeInForce } from '../vendor-state.ts'

/** Whether something is so; undefined where nobody can say. */
type Open = boolean | undefined

/**
 * What the client access rules of Exchange Online do with a connection: the first rule that applies decides, and none
 * means access. A rule of which it is open whether it applies matters if it would decide otherwise.
 */
export function clientAccessRules(context: LegPathContext, flow: Flow): Known<'clientAccessRules'> {
  const rules = rulesInForce(context)
  if (rules.length === 0 || isExempt(context)) return 'allow'
  const undecided = new Set<ClientAccessRuleFile['Action']>()
  for (const rule of rules) {
    const hit = applies(rule, context, flow)
    if (hit === undefined) undecided.add(rule.Action)
    if (hit === true) return settled(rule.Action, undecided)
  }
  return settled('AllowAccess', undecided)
}

function settled(
  action: ClientAccessRuleFile['Action'],
  undecided: ReadonlySet<ClientAccessRuleFile['Action']>,
): Known<'clientAccessRules'> {
  if ([...undecided].some((other) => other !== action)) return missing
  return action === 'DenyAccess' ? 'deny' : 'allow'
}

function rulesInForce({ tenant, workload, at }: LegPathContext): readonly ClientAccessRuleFile[] {
  const stated = workload?.settings['ClientAccessRules']
  if (!Array.isArray(stated)) return []
  if (changeInForce(tenant, at, 'client-access-rules', 'exchange-online') !== undefined) return []
  // The schema has seen to the shape of the list.
  const rules = (stated as readonly ClientAccessRuleFile[]).filter(({ Enabled }) => Enabled !== false)
  return rules
    .map((rule, index) => ({ rule, order: rule.Priority ?? index }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ rule }) => rule)
}

/** The vendor's own services in the middle are always allowed; finding the mailbox is not among the protocols. */
function isExempt({ request }: LegPathContext): boolean {
  return request.protocol === 'outlook-service' || request.protocol.startsWith('autodiscover')
}

function applies(rule: ClientAccessRuleFile, context: LegPathContext, flow: Flow): Open {
  const except = (hit: Open): Open => (hit === undefined ? undefined : !hit)
  const users = rule.UsernameMatchesAnyOfPatterns ?? rule.UserRecipientFilter
  const all: readonly Open[] = [
    rule.AnyOfProtocols === undefined || names(rule.AnyOfProtocols, context),
    rule.ExceptAnyOfProtocols === undefined || except(names(rule.ExceptAnyOfProtocols, context)),
    rule.AnyOfClientIPAddressesOrRanges === undefined || within(rule.AnyOfClientIPAddressesOrRanges, context),
    rule.ExceptAnyOfClientIPAddressesOrRanges === undefined ||
      except(within(rule.ExceptAnyOfClientIPAddressesOrRanges, context)),
    rule.AnyOfAuthenticationTypes === undefined || authenticates(rule.AnyOfAuthenticationTypes, context, flow),
    rule.ExceptAnyOfAuthenticationTypes === undefined ||
      except(authenticates(rule.ExceptAnyOfAuthenticationTypes, context, flow)),
    users === undefined ? true : undefined,
    rule.ExceptUsernameMatchesAnyOfPatterns === undefined ? true : undefined,
  ]
  if (all.includes(false)) return false
  return all.includes(undefined) || isUnnamed(rule, context) ? undefined : true
}

/** A rule without protocols concerns all of them; whether that includes one which the rules cannot name is not said. */
function isUnnamed({ AnyOfProtocols }: ClientAccessRuleFile, context: LegPathContext): boolean {
  return AnyOfProtocols === undefined && nameOf(context) === undefined
}

function nameOf({ request }: LegPathContext): string | undefined {
  if (request.protocol !== 'https') return namesInAccessRules[request.protocol]
  return request.purpose === 'administer' ? 'ExchangeAdminCenter' : 'OutlookWebApp'
}

/** Which of the rules' words stands for the connections of the newer PowerShell module is not said. */
function names(protocols: readonly string[], context: LegPathContext): Open {
  if (context.request.protocol === 'exchange-rest')
    return protocols.some((one) => one.includes('PowerShell') || one === 'REST') ? undefined : false
  const name = nameOf(context)
  return name !== undefined && protocols.includes(name)
}

function within(addresses: readonly string[], { network, request }: LegPathContext): Open {
  const { ipAddress } = request.signals
  const own = ipAddress === undefined ? network.ranges : [ipAddress]
  if (own.length === 0) return undefined
  const known = rangesWithin(addresses, own)
  return areRanges(addresses) || known === true ? known : undefined
}

/** The types differ by protocol, and the table of the page has none for some of them. */
function authenticates(
  types: readonly ClientAccessAuthenticationType[],
  { request }: LegPathContext,
  flow: Flow,
): Open {
  if (flow === 'basic') return types.includes('BasicAuthentication')
  if (flow === 'certificate') return types.includes('CertificateBasedAuthentication')
  if (request.protocol === 'remote-powershell') return types.includes('NonBasicAuthentication')
  if (request.protocol === 'https' || request.protocol === 'exchange-rest') return undefined
  return types.includes('OAuthAuthentication')
}
