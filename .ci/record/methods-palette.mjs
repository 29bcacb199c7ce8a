// An authentication methods policy, and the methods of a person, drawn at random.
import { tools } from './choices.mjs'

const models = ['cb69481e-8ff7-4039-93ec-0a2729a154a8', 'fbfc3007-154e-4ecc-8c0b-6e020557d7bd']

const listOf = (value) => (Array.isArray(value) ? value : [])

/** Who can be named as a target: groups of the tenant or of its people, people, and everyone. */
function targetsOf(document) {
  const groups = [
    ...listOf(document.groups).map(({ name }) => name),
    ...listOf(document.users).flatMap((one) => listOf(one?.groups)),
  ]
  const people = listOf(document.users).flatMap((one) => one?.userPrincipalName ?? [])
  return [...new Set([...groups.filter((one) => typeof one === 'string'), ...people.slice(0, 3)])]
}

const keyRestrictions = ({ choose, some }) => ({
  isEnforced: choose([true, true, false]),
  enforcementType: choose(['allow', 'block']),
  aaGuids: choose([[], some(models)]),
})

function passkeys(given) {
  const { choose, rarely } = given
  const profiles = ['bound', 'any'].map((id) => ({
    id,
    name: id,
    ...rarely(0.8, () => ({ passkeyTypes: choose(['deviceBound', 'synced', 'deviceBound,synced']) })),
    ...rarely(0.4, () => ({ attestationEnforcement: choose(['disabled', 'registrationOnly']) })),
    ...rarely(0.6, () => ({ keyRestrictions: keyRestrictions(given) })),
  }))
  return {
    ...rarely(0.4, () => ({ keyRestrictions: keyRestrictions(given) })),
    ...rarely(0.4, () => ({ isAttestationEnforced: choose([true, false]) })),
    ...rarely(0.5, () => ({ passkeyProfiles: profiles })),
  }
}

/** What only configurations of one method have, and what only their targets have. */
const own = {
  Fido2: passkeys,
  TemporaryAccessPass: ({ choose }) => ({ isUsableOnce: choose([true, false]) }),
  MicrosoftAuthenticator: ({ choose }) => ({ isSoftwareOathEnabled: choose([true, false]) }),
  Email: ({ choose }) => ({ allowExternalIdToUseEmailOtp: choose(['default', 'enabled', 'disabled']) }),
  X509Certificate: ({ choose }) => ({
    authenticationModeConfiguration: {
      x509CertificateAuthenticationDefaultMode: choose(['x509CertificateSingleFactor', 'x509CertificateMultiFactor']),
    },
  }),
}

const ofTarget = {
  Fido2: ({ some }) => ({ allowedPasskeyProfiles: some(['bound', 'any', 'unknown'], 2) }),
  MicrosoftAuthenticator: ({ choose }) => ({ authenticationMode: choose(['any', 'push', 'deviceBasedPush']) }),
  Sms: ({ choose }) => ({ isUsableForSignIn: choose([true, false]) }),
}

function configurationOf(id, names, given) {
  const { choose, rarely, some } = given
  const targets = (more) =>
    some(['all_users', 'all_users', ...names], 2).map((name) => ({ id: name, targetType: 'group', ...more() }))
  return {
    id,
    state: choose(['enabled', 'enabled', 'enabled', 'disabled']),
    ...rarely(0.9, () => ({ includeTargets: targets(() => rarely(0.6, () => ofTarget[id]?.(given) ?? {})) })),
    ...rarely(0.2, () => ({
      excludeTargets: some(names.length > 0 ? names : ['Nobody'], 2).map((name) => ({ id: name })),
    })),
    ...rarely(0.8, () => own[id]?.(given) ?? {}),
  }
}

function campaignOf(names, { choose, rarely, some }) {
  const target = () => ({
    id: choose(['all_users', ...names]),
    targetedAuthenticationMethod: choose([
      'microsoftAuthenticator',
      'MicrosoftAuthenticator',
      'fido2',
      'passkey',
      'other',
    ]),
  })
  return {
    state: choose(['enabled', 'enabled', 'default', 'disabled']),
    includeTargets: Array.from({ length: choose([1, 1, 2]) }, target),
    ...rarely(0.3, () => ({ excludeTargets: some(['all_users', ...names]).map((id) => ({ id })) })),
  }
}

/** A whole policy. */
export function methodsPolicy({ methodConfigurationIds }, document, next) {
  const given = tools(next)
  const { choose, rarely } = given
  const names = targetsOf(document)
  return {
    ...rarely(0.7, () => ({
      policyMigrationState: choose(['preMigration', 'migrationInProgress', 'migrationComplete', 'migrationComplete']),
    })),
    authenticationMethodConfigurations: methodConfigurationIds
      .filter(() => next() < 0.75)
      .map((id) => configurationOf(id, names, given)),
    ...rarely(0.5, () => ({
      systemCredentialPreferences: {
        state: choose(['enabled', 'enabled', 'default', 'disabled']),
        ...rarely(0.7, () => ({ includeTargets: [{ id: choose(['all_users', ...names]) }] })),
        ...rarely(0.3, () => ({ excludeTargets: [{ id: choose(['all_users', ...names]) }] })),
      },
    })),
    ...rarely(0.4, () => ({
      registrationEnforcement: { authenticationMethodsRegistrationCampaign: campaignOf(names, given) },
    })),
  }
}

const passkey = ({ choose }) =>
  choose([
    choose(models),
    { aaGuid: choose(models), passkeyType: choose(['deviceBound', 'synced']) },
    { passkeyType: choose(['deviceBound', 'synced']) },
    { aaGuid: choose(models), attestationLevel: choose(['attested', 'notAttested']) },
  ])

/** A change of the policy, of one configuration in it, or of what a person has registered. */
export function methodsChange(vocabulary, document, next) {
  const { methodConfigurationIds, registrableMethods } = vocabulary
  const given = tools(next)
  const { choose, some } = given
  const users = listOf(document.users)
  const kind = next()
  if (users.length > 0 && kind < 0.4)
    return [['users', Math.floor(next() * users.length), 'methods'], some(registrableMethods, 4)]
  if (users.length > 0 && kind < 0.5)
    return [
      ['users', Math.floor(next() * users.length), 'passkeys'],
      choose([[], [passkey(given)], [passkey(given), passkey(given)]]),
    ]
  const stated = document.authenticationMethodsPolicy
  if (stated === undefined || kind > 0.85)
    return [['authenticationMethodsPolicy'], methodsPolicy(vocabulary, document, next)]
  const all = listOf(stated.authenticationMethodConfigurations)
  if (kind < 0.6) {
    const campaign = { authenticationMethodsRegistrationCampaign: campaignOf(targetsOf(document), given) }
    return [['authenticationMethodsPolicy', 'registrationEnforcement'], campaign]
  }
  const id = choose(methodConfigurationIds)
  const at = all.findIndex((one) => one.id === id)
  return [
    ['authenticationMethodsPolicy', 'authenticationMethodConfigurations', at < 0 ? all.length : at],
    configurationOf(id, targetsOf(document), given),
  ]
}
