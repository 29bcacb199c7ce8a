import { type FactValue, type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import type { LegPathContext } from '../leg-context.ts'
import { registryValue } from '../registry-value.ts'
import { changeInForce } from '../vendor-state.ts'
import { hostingOf } from './service-facts.ts'
import { isBelow } from './versions.ts'

/** What rules can read about the client on this leg. */
export function addClientFacts(facts: LegFacts, context: LegPathContext): void {
  const { client, request } = context
  const { product } = client
  facts.office = product.office
  facts.enableAdal = enableAdal(registryValue(client, 'EnableADAL'), registryValue(client, 'Version'))
  facts.alwaysUseMsoAuth = isOne(registryValue(client, 'AlwaysUseMSOAuthForAutoDiscover')) ? '1' : 'unset'
  facts.onPremModernAuth = isOne(registryValue(client, 'EnableExchangeOnPremModernAuth')) ? '1' : 'unset'
  facts.adalBuild = adalOf(client.build)
  facts.accountSetup = product.modernDependsOnSetup ? (client.accountSetup ?? missing) : 'not-applicable'
  facts.skypeExchangeLeg = request.leg === 'exchange-web-services' ? 'yes' : 'no'
  facts.skypeHome = skypeHome(context)
  facts.allowAdalForNonLync = allowsAdal(context) ? 'set' : 'unset'
  facts.modernStated = modernStated(client) || hostingOf(request.relyingParty) !== 'online' ? 'yes' : 'no'
  facts.moduleSupport = moduleSupport(context)
  facts.moduleConnects = moduleConnects(context)
  facts.switchConcernsClient = product.office !== 'not-office' && product.kind === 'outlook' ? 'yes' : 'no'
  facts.registrarCertificate = client.registrarCertificate ?? 'not-held'
  facts.deviceSession = deviceSession(context)
}

/** Of some apps the vendor names no version, and of one its pages name two. */
function modernStated({ product, build }: LegPathContext['client']): boolean {
  if (product.modernNotStated === true) return false
  const { modernDisputedBelow: limit } = product
  return limit === undefined || build === undefined || !isBelow(build, limit)
}

function moduleSupport({ tenant, client, at }: LegPathContext): FactValue<'moduleSupport'> {
  const change = changeInForce(tenant, at, 'module', client.product.id)
  return change !== undefined && change !== missing && change.value === 'unsupported' ? 'ended' : 'given'
}

/** Whether the vendor still lets the module connect, and the tenant does. */
function moduleConnects({ tenant, client, at }: LegPathContext): FactValue<'moduleConnects'> {
  const { id } = client.product
  const isMsonline = id === 'msonline-powershell'
  if (changeInForce(tenant, at, 'module-connections', id) !== undefined) return isMsonline ? 'msonline-stopped' : 'no'
  return isMsonline && tenant.blockMsolPowerShell === true ? 'switched-off' : 'yes'
}

/** Where the Skype account is homed, and whether its server has modern authentication itself. */
function skypeHome({ tenant, profile }: LegPathContext): Known<'skypeHome'> {
  if (profile.registrar === 'skype-for-business-online') return 'online'
  const server = tenant.workloads.get('skype-for-business-server')
  return server?.modernAuthentication === 'on' ? 'on-premises-modern' : 'on-premises'
}

function isOne(value: number | string | undefined): boolean {
  return value === 1 || value === '1'
}

/** `Version` belongs to `EnableADAL`; where it is stated and not 1, modern authentication stays off. */
function enableAdal(enable: number | string | undefined, version: number | string | undefined): 'unset' | '0' | '1' {
  if (enable === undefined) return 'unset'
  if (!isOne(enable)) return '0'
  return version === undefined || isOne(version) ? '1' : 'unset'
}

function allowsAdal({ client, tenant, profile }: LegPathContext): boolean {
  if (isOne(registryValue(client, 'AllowAdalForNonLyncIndependentOfLync'))) return true
  const { registrar } = profile
  const home = registrar === undefined || registrar === 'none' ? undefined : tenant.workloads.get(registrar)
  return home?.settings['AllowAdalForNonLyncIndependentOfLync'] === true
}

/** Builds without the authentication library, as the vendor lists them: by the third number, of any fourth. */
const withoutAdal: readonly (readonly [major: number, first: number, last: number])[] = [
  [15, 0, 4766],
  [16, 0, 4293],
  [16, 6000, 6224],
]

/** One row of the list has 16.0.6001 up to .1032, another all of 16.0.6000 to 16.0.6224: between the two it is open. */
function adalOf(build: string | undefined): Known<'adalBuild'> {
  if (build === undefined) return 'yes'
  const [major = 0, minor = 0, third = 0, fourth = 0] = build.split(/[.-]/).map(Number)
  if (major === 16 && minor === 0 && third === 6001 && fourth > 1032) return missing
  // Some write the number that counts as the fourth.
  const number = third === 0 ? fourth : third
  const listed = withoutAdal.some(([of, first, last]) => major === of && first <= number && number <= last)
  return minor === 0 && listed ? 'no' : 'yes'
}

function deviceSession({ client, network }: LegPathContext): Known<'deviceSession'> {
  if (!network.inside) return 'none'
  if (client.product.platform !== 'windows' && client.product.platform !== 'any') return 'none'
  if (client.device === undefined) return missing
  return client.device.domainJoined === undefined ? missing : client.device.domainJoined ? 'domain' : 'none'
}
