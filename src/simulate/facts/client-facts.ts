import { type FactValue, type Known, type LegFacts, missing } from '../../vocabulary/facts.ts'
import type { LegPathContext } from '../leg-context.ts'
import { registryValue } from '../registry-value.ts'
import { changeInForce } from '../vendor-state.ts'
import { hostingOf } from './service-facts.ts'

/** What the rules may know of the client on this leg. */
export function addClientFacts(facts: LegFacts, context: LegPathContext): void {
  const { client, request } = context
  const { product } = client
  facts.office = product.office
  facts.enableAdal = enableAdal(registryValue(client, 'EnableADAL'), registryValue(client, 'Version'))
  facts.alwaysUseMsoAuth = isOne(registryValue(client, 'AlwaysUseMSOAuthForAutoDiscover')) ? '1' : 'unset'
  facts.onPremModernAuth = isOne(registryValue(client, 'EnableExchangeOnPremModernAuth')) ? '1' : 'unset'
  facts.adalBuild = hasModernBuild(client.build, client.installation) ? 'yes' : 'no'
  facts.accountSetup = product.modernDependsOnSetup ? (client.accountSetup ?? missing) : 'not-applicable'
  facts.skypeExchangeLeg = request.leg === 'exchange-web-services' ? 'yes' : 'no'
  facts.skypeHome = skypeHome(context)
  facts.allowAdalForNonLync = allowsAdal(context) ? 'set' : 'unset'
  facts.modernStated = product.modernNotStated === true && hostingOf(request.relyingParty) === 'online' ? 'no' : 'yes'
  facts.moduleSupport = moduleSupport(context)
  facts.switchConcernsClient = product.office !== 'not-office' && product.kind === 'outlook' ? 'yes' : 'no'
  facts.registrarCertificate = client.registrarCertificate ?? 'not-held'
  facts.deviceSession = deviceSession(context)
}

function moduleSupport({ tenant, client, at }: LegPathContext): FactValue<'moduleSupport'> {
  const change = changeInForce(tenant, at, 'module', client.product.id)
  return change !== undefined && change !== missing && change.value === 'unsupported' ? 'ended' : 'given'
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

/** Builds that the vendor names as lacking the authentication library, by their last number inclusive. */
function hasModernBuild(build: string | undefined, installation: 'click-to-run' | 'msi' | undefined): boolean {
  if (build === undefined) return true
  const parts = build.split(/[.-]/).map(Number)
  const [major = 0, minor = 0, third = 0, fourth = 0] = parts
  if (major === 15) return !(minor === 0 && third === 0 ? fourth <= 4766 : third <= 4766 && minor === 0)
  if (major !== 16 || minor !== 0) return true
  if (installation === 'msi' || third === 0 || third < 6000) return (third === 0 ? fourth : third) > 4293
  if (third === 6000) return fourth > 6224
  return third !== 6001 || fourth > 1032
}

function deviceSession({ client, network }: LegPathContext): Known<'deviceSession'> {
  if (!network.inside) return 'none'
  if (client.product.platform !== 'windows' && client.product.platform !== 'any') return 'none'
  if (client.device === undefined) return missing
  return client.device.domainJoined === undefined ? missing : client.device.domainJoined ? 'domain' : 'none'
}
