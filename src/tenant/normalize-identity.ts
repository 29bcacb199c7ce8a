import { parseInstant } from '../source/text/parse-values.ts'
import type { Instant } from '../vocabulary/requests.ts'
import { type Assumed, statedOr } from './assume.ts'
import { claimName } from './claim-names.ts'
import type { AccessRule, ClaimCondition, Domain, IdentityProvider } from './domain.ts'
import { present } from './freeze.ts'
import { below, factPaths, type Place, placed } from './place.ts'
import { publishedAccessRule } from './published-access-rules.ts'
import {
  type AccessRuleFile,
  asksForPresence,
  type ClaimConditionFile,
  type PublishedAccessPolicy,
} from './settings/access-rules.ts'
import { allReadingsOf, openSettings } from './settings/disputes.ts'
import { type DomainFile, domainSettings } from './settings/domains.ts'
import { type IdentityProviderFile, providerSettings } from './settings/identity-providers.ts'
import type { MultifactorAuthenticationFile } from './settings/mfa.ts'
import { mfaSettings } from './settings/mfa.ts'
import { factKeysOf, type PlainValues, plainCopier } from './settings/setting.ts'
import type { MultifactorAuthentication } from './tenant.ts'
import type { TenantFile } from './tenant-file.ts'

const lower = (name: string): string => name.toLowerCase()

const providerFacts = factPaths(factKeysOf(providerSettings))

function accessRule(rule: PublishedAccessPolicy | AccessRuleFile): AccessRule {
  if (typeof rule === 'string') return publishedAccessRule(rule)
  if (rule.policy !== undefined) return publishedAccessRule(rule.policy, rule.groups)
  return present({
    effect: rule.effect ?? 'permit',
    name: rule.name,
    conditions: (rule.conditions ?? []).map(claimCondition),
  })
}

function claimCondition(condition: ClaimConditionFile): ClaimCondition {
  const claim = lower(condition.claim)
  return asksForPresence(condition)
    ? { claim, operator: condition.operator }
    : { claim, operator: condition.operator ?? 'equals', value: condition.value }
}

function identityProvider(place: Place, file: IdentityProviderFile): IdentityProvider {
  return present({
    ...placed(place, file, providerFacts),
    assumed: {},
    name: file.name,
    product: file.product ?? 'unknown',
    version: file.version,
    performsMfa: file.performsMfa,
    passesClaims: file.passesClaims === undefined ? undefined : new Set(file.passesClaims.map(claimName)),
    reachableFromInternet: file.reachableFromInternet,
    intranetMethods: file.PrimaryIntranetAuthenticationProvider,
    windowsUserAgents: file.WIASupportedUserAgents,
    accessRules: (file.accessRules ?? []).map(accessRule),
    notUnderstood: file.notUnderstood ?? [],
  })
}

/** The identity providers by name. */
export function normalizeIdentityProviders(place: Place, file: TenantFile): ReadonlyMap<string, IdentityProvider> {
  const providers = file.identityProviders ?? []
  return new Map(
    providers.map((one, index) => [one.name, identityProvider(below(place, 'identityProviders', index), one)]),
  )
}

const domainFacts = factPaths(factKeysOf(domainSettings))

/** The declared provider of that name, case ignored. */
export function providerNamed(
  providers: ReadonlyMap<string, IdentityProvider>,
  name: string | undefined,
): IdentityProvider | undefined {
  if (name === undefined) return undefined
  return providers.get(name) ?? [...providers.values()].find((one) => lower(one.name) === lower(name))
}

type Providers = ReadonlyMap<string, IdentityProvider>

/** A domain, and what else it may be where exports disagree on its settings. */
function domain(place: Place, file: DomainFile, providers: Providers): Domain {
  const [first = file, ...others] = allReadingsOf(file) ?? []
  const stated = domainOf(place, first, providers)
  return others.length === 0
    ? stated
    : {
        ...stated,
        inDispute: [...openSettings(file)].map((key) => `${key} of ${file.name}`),
        readings: others.map((one) => domainOf(place, one, providers)),
      }
}

function domainOf(place: Place, file: DomainFile, providers: Providers): Domain {
  const assumed: Assumed = {}
  const authentication = lower(file.authenticationType) === 'federated' ? 'federated' : 'managed'
  const federated = authentication === 'federated'
  const behavior = federated ? mfaBehavior(file, assumed) : file.federatedIdpMfaBehavior
  const provider = federated ? providerNamed(providers, file.identityProvider) : undefined
  const silent = provider?.performsMfa === undefined || provider.passesClaims === undefined
  if (behavior === 'enforceMfaByFederatedIdp' && provider !== undefined && silent)
    assumed.idpPerformsMfa = 'default-enforced-provider-performs-mfa'
  return present({
    ...placed(place, file, domainFacts),
    assumed,
    name: file.name,
    authentication,
    managedSignIn: file.managedSignIn,
    identityProvider: provider,
    federatedIdpMfaBehavior: behavior,
    seamlessSso: file.seamlessSingleSignOn,
    stagedRollout: new Set((file.stagedRollout?.groups ?? []).map(lower)),
  } as const)
}

/** The newer setting, otherwise what the older one means: a second factor of the provider demanded of it, or taken where done. */
function mfaBehavior(file: DomainFile, assumed: Assumed): Domain['federatedIdpMfaBehavior'] {
  const { federatedIdpMfaBehavior: stated, supportsMfa } = file
  if (stated !== undefined || supportsMfa === undefined)
    return statedOr(stated, 'federatedIdpMfaBehavior', 'federatedIdpMfaBehavior', assumed)
  if (supportsMfa) return 'enforceMfaByFederatedIdp'
  assumed.federatedIdpMfaBehavior = 'default-supports-mfa-off'
  return 'acceptIfMfaDoneByFederatedIdp'
}

/** The domains by lower-cased name. */
export function normalizeDomains(
  place: Place,
  file: TenantFile,
  providers: ReadonlyMap<string, IdentityProvider>,
): ReadonlyMap<string, Domain> {
  const domains = file.domains ?? []
  return new Map(domains.map((one, index) => [lower(one.name), domain(below(place, 'domains', index), one, providers)]))
}

const mfaFacts = factPaths(factKeysOf(mfaSettings))
const copyPlain = plainCopier(mfaSettings)

/** The settings of per-user MFA. */
export function normalizeMfa(place: Place, file: MultifactorAuthenticationFile = {}): MultifactorAuthentication {
  const assumed: Assumed = {}
  const postponed: Instant | undefined = parseInstant(file.mandatoryPostponedUntil ?? '')
  if (file.trustedIps === undefined) assumed.trustedNetwork = 'default-trusted-ips'
  const plain: PlainValues<typeof mfaSettings> = {}
  copyPlain(plain, file)
  return present({
    ...placed(below(place, 'multifactorAuthentication'), file, mfaFacts),
    ...plain,
    assumed,
    appPasswords: statedOr(file.appPasswords, 'appPasswords', 'appPasswordsSetting', assumed),
    trustedIps: file.trustedIps ?? [],
    skipForFederatedIntranet: file.skipForFederatedIntranet ?? false,
    mandatoryPostponedUntil: postponed,
  })
}
