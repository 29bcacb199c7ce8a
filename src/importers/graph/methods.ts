import {
  type AuthenticationMethodsFile,
  type CredentialPreferencesFile,
  type FeatureTargetFile,
  type KeyRestrictionsFile,
  type MethodConfigurationFile,
  type MethodConfigurationId,
  type MethodTargetFile,
  methodConfigurationIds,
  type PasskeyProfileFile,
} from '../../tenant/settings/authentication-methods.ts'
import type { CertificateMode, CertificateModeFile } from '../../tenant/settings/certificates.ts'
import { isMapping } from '../../vocabulary/mapping.ts'
import type { CoverageEntry } from '../coverage.ts'
import { said } from '../said.ts'
import { registrationEnforcementOf } from './campaign.ts'
import { flagIn, type GraphObject, listIn, nameOf, ofKind, sortedObjects, textIn } from './collect.ts'
import { type Fields, fieldsOf } from './recognize.ts'
import { wordIn } from './word-in.ts'

/** What an export states about authentication methods. */
export interface ImportedMethods {
  readonly authenticationMethodsPolicy?: AuthenticationMethodsFile
  readonly coverage: readonly CoverageEntry[]
}

type MigrationState = NonNullable<AuthenticationMethodsFile['policyMigrationState']>

const textsIn = (fields: Fields, name: string): readonly string[] | undefined => {
  const value = fields.get(name)
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined
}

function targetOf(fields: Fields): readonly MethodTargetFile[] {
  const id = textIn(fields, 'id')
  if (id === undefined) return []
  return [
    said<MethodTargetFile>({
      targetType: wordIn(fields, 'targettype', ['group', 'user', 'unknownFutureValue']),
      id,
      authenticationMode: wordIn(fields, 'authenticationmode', ['any', 'push', 'deviceBasedPush']),
      isUsableForSignIn: flagIn(fields, 'isusableforsignin'),
      allowedPasskeyProfiles: textsIn(fields, 'allowedpasskeyprofiles'),
    }),
  ]
}

function restrictionsOf(fields: Fields): KeyRestrictionsFile | undefined {
  const written = fields.get('keyrestrictions')
  if (!isMapping(written)) return undefined
  const own = fieldsOf(written)
  return said<KeyRestrictionsFile>({
    isEnforced: flagIn(own, 'isenforced'),
    enforcementType: wordIn(own, 'enforcementtype', ['allow', 'block']),
    aaGuids: textsIn(own, 'aaguids'),
  })
}

function profileOf(fields: Fields): readonly PasskeyProfileFile[] {
  const id = textIn(fields, 'id')
  if (id === undefined) return []
  const types = wordIn(fields, 'passkeytypes', ['deviceBound', 'synced', 'deviceBound,synced', 'synced,deviceBound'])
  return [
    said<PasskeyProfileFile>({
      id,
      name: textIn(fields, 'name'),
      passkeyTypes: types === 'synced,deviceBound' ? 'deviceBound,synced' : types,
      attestationEnforcement: wordIn(fields, 'attestationenforcement', ['disabled', 'registrationOnly']),
      keyRestrictions: restrictionsOf(fields),
    }),
  ]
}

/** External methods have ids of their own, and share a type. */
const isExternal = (fields: Fields): boolean =>
  /externalauthenticationmethodconfiguration$/i.test(textIn(fields, '@odata.type') ?? '')

const idOf = (fields: Fields): MethodConfigurationId | undefined =>
  isExternal(fields) ? 'ExternalAuthenticationMethod' : wordIn(fields, 'id', methodConfigurationIds)

const modes: readonly CertificateMode[] = ['x509CertificateSingleFactor', 'x509CertificateMultiFactor']

const modeIn = (fields: Fields, name: string): CertificateMode | undefined => wordIn(fields, name, modes)

/** How many factors a certificate is; a rule counts for what it makes of a certificate, not for which. */
function certificatesOf(fields: Fields): CertificateModeFile | undefined {
  const written = fields.get('authenticationmodeconfiguration')
  if (!isMapping(written)) return undefined
  const own = fieldsOf(written)
  return said<CertificateModeFile>({
    x509CertificateAuthenticationDefaultMode: modeIn(own, 'x509certificateauthenticationdefaultmode'),
    rules: listIn(own, 'rules').map((rule) =>
      said<{ x509CertificateAuthenticationMode?: CertificateMode }>({
        x509CertificateAuthenticationMode: modeIn(rule, 'x509certificateauthenticationmode'),
      }),
    ),
  })
}

function featureTargetOf(fields: Fields): readonly FeatureTargetFile[] {
  const id = textIn(fields, 'id')
  const targetType = wordIn(fields, 'targettype', ['group', 'role', 'administrativeUnit'])
  return id === undefined ? [] : [said<FeatureTargetFile>({ id, targetType })]
}

/** Of whom the highest-ranked method is asked: nobody where the list is empty. */
function preferencesOf(fields: Fields): CredentialPreferencesFile | undefined {
  const written = fields.get('systemcredentialpreferences')
  if (!isMapping(written)) return undefined
  const own = fieldsOf(written)
  const state = wordIn(own, 'state', ['enabled', 'disabled', 'default'])
  const includeTargets = own.has('includetargets') ? listIn(own, 'includetargets').flatMap(featureTargetOf) : undefined
  return {
    ...(state === undefined ? {} : { state }),
    ...(includeTargets === undefined ? {} : { includeTargets }),
    ...said<CredentialPreferencesFile>({ excludeTargets: listIn(own, 'excludetargets').flatMap(featureTargetOf) }),
  }
}

function configurationOf(fields: Fields): readonly MethodConfigurationFile[] {
  const [id, state] = [idOf(fields), wordIn(fields, 'state', ['enabled', 'disabled'])]
  if (id === undefined || state === undefined) return []
  return [
    said<MethodConfigurationFile>({
      id,
      state,
      includeTargets: listIn(fields, 'includetargets').flatMap(targetOf),
      excludeTargets: listIn(fields, 'excludetargets').flatMap(targetOf),
      isSelfServiceRegistrationAllowed: flagIn(fields, 'isselfserviceregistrationallowed'),
      isAttestationEnforced: flagIn(fields, 'isattestationenforced'),
      keyRestrictions: restrictionsOf(fields),
      passkeyProfiles: listIn(fields, 'passkeyprofiles').flatMap(profileOf),
      isUsableOnce: flagIn(fields, 'isusableonce'),
      isSoftwareOathEnabled: flagIn(fields, 'issoftwareoathenabled'),
      authenticationModeConfiguration: certificatesOf(fields),
      allowExternalIdToUseEmailOtp: wordIn(fields, 'allowexternalidtouseemailotp', ['default', 'enabled', 'disabled']),
    }),
  ]
}

const states: readonly MigrationState[] = ['preMigration', 'migrationInProgress', 'migrationComplete']

/** The authentication methods policy: one object, or one per method, of which the first counts. */
export function importMethods(objects: readonly GraphObject[]): ImportedMethods {
  const policies = sortedObjects(ofKind(objects, 'authentication methods policy'))
  const single = sortedObjects(ofKind(objects, 'authentication method configuration'))
  if (policies.length + single.length === 0) return { coverage: [] }
  const listed = policies.flatMap(({ fields }) => listIn(fields, 'authenticationmethodconfigurations'))
  const configurations = [...listed, ...single.map(({ fields }) => fields)]
  // A tenant file has one external method: of several, which one a user is given is not stated.
  const several = configurations.filter(isExternal).length > 1
  const all = configurations.filter((fields) => !several || !isExternal(fields)).flatMap(configurationOf)
  const byId = new Map(all.toReversed().map((one) => [one.id, one]))
  return {
    authenticationMethodsPolicy: said<AuthenticationMethodsFile>({
      policyMigrationState: policies.map(({ fields }) => wordIn(fields, 'policymigrationstate', states)).find(Boolean),
      authenticationMethodConfigurations: methodConfigurationIds.flatMap((id) => byId.get(id) ?? []),
      systemCredentialPreferences: policies.map(({ fields }) => preferencesOf(fields)).find(Boolean),
      registrationEnforcement: policies.map(({ fields }) => registrationEnforcementOf(fields)).find(Boolean),
    }),
    coverage: [...policies, ...single].map(entryOf),
  }
}

/** Methods for password reset decide no simulated sign-in. */
function entryOf(object: GraphObject): CoverageEntry {
  const entry = { source: object.document.source.name, kind: object.kind, name: nameOf(object) }
  const known = object.kind === 'authentication methods policy' || idOf(object.fields) !== undefined
  return { ...entry, status: known ? 'understood' : 'unused' }
}
