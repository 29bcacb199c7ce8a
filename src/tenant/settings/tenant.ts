import * as documented from '../graph/documented.ts'
import { device } from '../graph/documented-people.ts'
import { asReturned, type DocumentedObject } from '../schema/as-returned.ts'
import { eventSchema } from '../schema/events.ts'
import { instant, type JsonSchema, list, oneOf, text } from '../schema/parts.ts'
import { type ApplicationFile, applicationSettings } from './applications.ts'
import { type AuthenticationMethodsFile, authenticationMethodsSettings } from './authentication-methods.ts'
import { type AuthorizationPolicyFile, authorizationSettings } from './authorization-policy.ts'
import { type AutodiscoverFile, autodiscoverSettings } from './autodiscover.ts'
import { type ClientFile, clientSchema } from './clients.ts'
import { type ConditionalAccessFile, conditionalAccessSettings } from './conditional-access.ts'
import { type CrossTenantAccessFile, crossTenantAccessSettings } from './cross-tenant-access.ts'
import { type DayStepFile, daySettings } from './day.ts'
import { type DeviceFile, deviceSettings } from './devices.ts'
import { type DirectorySyncFile, directorySyncSettings } from './directory-sync.ts'
import { type DomainFile, domainSettings } from './domains.ts'
import { type GroupFile, groupSettings } from './groups.ts'
import { type HomeRealmDiscoveryPolicyFile, homeRealmDiscoverySettings } from './home-realm-discovery.ts'
import { type IdentityProviderFile, providerSettings } from './identity-providers.ts'
import { type MultifactorAuthenticationFile, mfaSettings } from './mfa.ts'
import { type NetworkFile, networkSettings } from './networks.ts'
import { type RolloutFile, rolloutSettings } from './rollouts.ts'
import { securityDefaultsSetting } from './security-defaults.ts'
import { type Authored, choice, listOf, type Setting, type Settings, schemaOf, setting } from './setting.ts'
import { otherDisputes, tenantDisputes } from './tenant-disputes.ts'
import { usersSection } from './users-section.ts'
import { type WorkloadsFile, workloadsSchema } from './workloads.ts'

/** The licenses that a tenant can have, as far as sign-ins depend on them. */
export const licenceNames = ['free', 'office-365', 'p1', 'p2'] as const

/** A dated event as authored; which other keys it has depends on its type. */
export interface EventFile {
  readonly at: string
  readonly type: string
  readonly [detail: string]: unknown
}

const identity = 'it identifies the tenant'
const parts = {
  readBy: 'the rows of its own settings',
  notTried: 'each of its settings is tried individually',
} as const

const known = (schema: JsonSchema, graph: DocumentedObject | undefined): JsonSchema =>
  graph === undefined ? schema : asReturned(schema, graph)

/** A part of the file with settings of its own. */
const part = <File>(title: string, about: string, settings: Settings, graph?: DocumentedObject): Setting<File> =>
  setting<File>(() => known(schemaOf(title, about, settings), graph), { title, about, ...parts })

/** A list of things with their own settings. */
const things = <File>(
  [title, about]: readonly [title: string, about: string],
  [item, aboutItem]: readonly [title: string, about: string],
  settings: Settings,
  required: readonly string[],
  { graph, ...more }: JsonSchema & { readonly graph?: DocumentedObject } = {},
): Setting<readonly File[]> =>
  setting<readonly File[]>(
    () => list(title, about, known(schemaOf(item, aboutItem, settings, required), graph), more),
    {
      title,
      about,
      ...parts,
    },
  )

/** The keys of a tenant file. */
export const tenantSettings = {
  name: setting<string>(text, {
    title: 'tenant name',
    about: 'The name of this architecture.',
    readBy: 'reports',
    notTried: identity,
  }),
  asOf: setting<string>(instant, {
    title: 'date',
    about: "The date for which the vendor's services are evaluated.",
    readBy: 'requests',
    notTried: 'the date is part of the question',
  }),
  description: setting<string>(text, {
    title: 'description',
    about: 'A short description.',
    readBy: 'nothing: it is for readers',
    notTried: 'nothing reads it',
  }),
  cloud: choice(['worldwide', '21Vianet'], {
    title: 'cloud',
    about: 'The cloud of the tenant. Default: worldwide.',
    readBy: 'the vendor changes in force',
    notTried: identity,
  }),
  createdDateTime: setting<string>(instant, {
    title: 'creation date',
    about: 'When the tenant was created; documented defaults depend on it.',
    readBy: 'documented defaults',
    notTried: identity,
  }),
  licences: listOf<(typeof licenceNames)[number]>(oneOf('licence', 'One license.', licenceNames), {
    title: 'licences',
    about: 'The licenses that determine which settings work.',
    readBy: 'checks',
    notTried: 'no answer depends on it',
  }),
  domains: things<DomainFile>(
    ['domains', 'The verified domains.'],
    ['a domain', 'A verified domain, and how the users whose names end in it sign in.'],
    domainSettings,
    ['name', 'authenticationType'],
    { minItems: 1, graph: documented.domain },
  ),
  identityProviders: things<IdentityProviderFile>(
    ['identity providers', 'The federation services.'],
    ['an identity provider', 'A federation service such as AD FS.'],
    providerSettings,
    ['name'],
  ),
  crossTenantAccess: part<CrossTenantAccessFile>(
    'the cross-tenant access settings',
    'What is trusted from other tenants.',
    crossTenantAccessSettings,
    documented.crossTenantPolicy,
  ),
  homeRealmDiscoveryPolicies: things<HomeRealmDiscoveryPolicyFile>(
    [
      'home realm discovery policies',
      'How programs that send passwords of federated users are handled. Default: none.',
    ],
    [
      'a home realm discovery policy',
      'Whether Microsoft Entra ID may verify the passwords of federated users against their synchronized hash.',
    ],
    homeRealmDiscoverySettings,
    ['allowCloudPasswordValidation'],
    { graph: documented.homeRealmDiscoveryPolicy },
  ),
  directorySync: part<DirectorySyncFile>(
    'the directory sync',
    'How on-premises changes reach Microsoft Entra ID.',
    directorySyncSettings,
  ),
  multifactorAuthentication: part<MultifactorAuthenticationFile>(
    'the MFA settings',
    'Tenant-wide settings of per-user MFA.',
    mfaSettings,
  ),
  authenticationMethodsPolicy: part<AuthenticationMethodsFile>(
    'the authentication methods policy',
    'Which methods people may use and register, in the terms of Graph. Without it, `multifactorAuthentication.availableMethods` decides.',
    authenticationMethodsSettings,
    documented.methodsPolicy,
  ),
  authorizationPolicy: part<AuthorizationPolicyFile>(
    'the authorization policy',
    'What the directory lets everyone do, in the terms of Graph.',
    authorizationSettings,
    documented.authorizationPolicy,
  ),
  securityDefaults: securityDefaultsSetting,
  exportsDisagree: tenantDisputes,
  exportsDisagreeOn: otherDisputes,
  conditionalAccess: setting<ConditionalAccessFile>(
    (title, about) => schemaOf(title, about, conditionalAccessSettings),
    {
      title: 'Conditional Access',
      about: 'Policies and the objects they name, as Graph objects or in files.',
      states: 'policyDecision',
      notTried: parts.notTried,
    },
  ),
  workloads: setting<WorkloadsFile>(() => workloadsSchema, {
    title: 'workloads',
    about: 'The services of the tenant. Services that are not listed do not exist.',
    ...parts,
  }),
  autodiscover: setting<AutodiscoverFile>((title, about) => schemaOf(title, about, autodiscoverSettings, ['kind']), {
    title: 'autodiscover',
    about: 'Where mail clients find their endpoints.',
    ...parts,
  }),
  networks: things<NetworkFile>(
    ['networks', 'Where sign-ins come from. Default: one network, `internet`, outside of the corporate network.'],
    ['a network', 'A place where sign-ins come from.'],
    networkSettings,
    ['name'],
  ),
  devices: things<DeviceFile>(
    ['devices', 'Devices that clients run on.'],
    ['a device', "A device that clients run on, in the terms of Graph's device resource."],
    deviceSettings,
    ['name'],
    { graph: device },
  ),
  applications: things<ApplicationFile>(
    ['applications', 'Registered applications and other resources.'],
    ['an application', 'A registered application or another resource that tokens are asked for.'],
    applicationSettings,
    ['displayName', 'appId'],
    { graph: documented.application },
  ),
  clients: listOf<string | ClientFile>(clientSchema, {
    title: 'clients',
    about: 'The clients in use. Default: the whole catalog.',
    ...parts,
  }),
  rollouts: things<RolloutFile>(
    ['rollouts', 'The state of changes that the vendor rolls out tenant by tenant.'],
    ['a rollout', 'One change of the vendor timeline in this tenant.'],
    rolloutSettings,
    ['change', 'state'],
  ),
  day: things<DayStepFile>(
    ['day', 'What a person does in a day, for `authplan day`. Default: unlock, mail, Teams, intranet and files.'],
    ['a step of a day', 'One thing that a person does at one time.'],
    daySettings,
    ['at', 'do', 'client', 'network'],
    { minItems: 1 },
  ),
  groups: things<GroupFile>(
    ['groups', 'Groups named by policies, rollouts or access rules.'],
    ['a group', 'A group; its members may be groups.'],
    groupSettings,
    ['name'],
    { graph: documented.group },
  ),
  users: usersSection,
  events: listOf<EventFile>(eventSchema, {
    title: 'events',
    about: 'Dated events, in any order; simulation applies those up to the instant asked for.',
    readBy: 'the tenant at an instant',
    notTried: 'the settings that events change are tried',
  }),
}

/** A tenant file as authored, after its shape was checked. */
export type TenantFile = Authored<typeof tenantSettings, 'name' | 'asOf'>
