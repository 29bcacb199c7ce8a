import type { SignInWorld } from '../scenario/world.ts'
import { freshWorld, playLine } from './play-steps.fixture.ts'

/** A tenant in which something is not stated, and the ways in which it can be stated. */
export interface OpenSetting {
  readonly name: string
  readonly client: string
  readonly asOf?: string
  /** The rest of the file without the missing fact, then with each of its values. */
  readonly settings: readonly [open: string, ...completions: string[]]
}

const managed =
  '"domains": [{ "name": "contoso.com", "authenticationType": "managed", "managedSignIn": "password-hash-sync" }]'
const plain =
  '"perUserMfaState": "disabled", "registered": true, "appPasswords": [], "methods": ["microsoftAuthenticatorPush"]'
const pc = '{ "name": "browser", "device": "pc" }'

const person = (more: string): string =>
  `"users": [{ "userPrincipalName": "ada@contoso.com", "displayName": "Ada", "roles": [], "groups": [], "mailbox": "exchange-online", ${more} }]`

const federated = (more: string): string =>
  `"domains": [{ "name": "contoso.com", "authenticationType": "federated", "identityProvider": "adfs" }], "identityProviders": [{ "name": "adfs", "product": "ad-fs", "performsMfa": false${more} }]`

const policy = (conditions: string, controls: string, locations = ''): string =>
  `"conditionalAccess": { ${locations}"policies": [{ "displayName": "Demand", "state": "enabled", "conditions": { "clientAppTypes": ["all"], "applications": { "includeApplications": ["All"] }, "users": { "includeUsers": ["All"] }${conditions} }, ${controls} }] }`

const grant = (...controls: readonly string[]): string =>
  `"grantControls": { "operator": "OR", "builtInControls": ${JSON.stringify(controls)} }`

const termsOrCompliance =
  '"grantControls": { "operator": "OR", "builtInControls": ["compliantDevice"], "termsOfUse": ["a7d0d5b0-5c40-4c22-9f0f-3c3f3a1c5d11"] }'

const signInFrequency =
  '"sessionControls": { "signInFrequency": { "isEnabled": true, "value": 8, "type": "hours", "frequencyInterval": "timeBased" } }'

const france =
  '"namedLocations": [{ "@odata.type": "#microsoft.graph.countryNamedLocation", "displayName": "France", "id": "France", "countriesAndRegions": ["FR"], "includeUnknownCountriesAndRegions": false }], '

const withDevice =
  (controls: string) =>
  (state: string): string =>
    `${managed}, ${person(plain)}, ${policy('', controls)}, "devices": [{ "name": "pc", "platform": "windows", "domainJoined": false${state} }]`

const compliance = ['', ', "isCompliant": true, "registered": true', ', "isCompliant": false, "registered": true']

function settings([open, ...completions]: readonly string[], write: (text: string) => string): OpenSetting['settings'] {
  return [write(open ?? ''), ...completions.map(write)]
}

/** Missing facts of many kinds. */
export const openSettings: readonly OpenSetting[] = [
  {
    name: 'whether the identity provider can be reached',
    client: 'browser',
    settings: settings(
      ['', ', "reachableFromInternet": true', ', "reachableFromInternet": false'],
      (more) => `${federated(more)}, ${person(plain)}`,
    ),
  },
  {
    name: 'whether someone has registered',
    client: 'browser',
    settings: settings(
      ['', ', "registered": true', ', "registered": false'],
      (more) =>
        `${managed}, ${person(`"perUserMfaState": "disabled", "appPasswords": []${more}`)}, ${policy('', grant('mfa'))}`,
    ),
  },
  {
    name: 'the app passwords of someone who must use MFA',
    client: 'outlook-2010',
    asOf: '2019-10-01',
    settings: settings(
      ['', ', "appPasswords": []', ', "appPasswords": [{ "name": "mail" }]'],
      (more) => `${managed}, ${person(`"registered": true, "perUserMfaState": "enforced"${more}`)}`,
    ),
  },
  {
    name: 'the compliance of a device',
    client: pc,
    settings: settings(compliance, withDevice(grant('compliantDevice'))),
  },
  {
    name: 'the compliance of a device that MFA can replace',
    client: pc,
    settings: settings(compliance, withDevice(grant('mfa', 'compliantDevice'))),
  },
  {
    name: 'the compliance of a device that terms of use can replace',
    client: pc,
    settings: settings(compliance, withDevice(termsOrCompliance)),
  },
  {
    name: 'the country of an address',
    client: 'browser',
    settings: settings(
      ['', ', "country": "US"', ', "country": "FR"'],
      (more) =>
        `${managed}, ${person(plain)}, "networks": [{ "name": "internet"${more} }], ${policy(', "locations": { "includeLocations": ["France"] }', signInFrequency, france)}`,
    ),
  },
  {
    name: 'a control that is not understood',
    client: 'browser',
    settings: settings(
      ['controlOfTomorrow', 'mfa', 'block'],
      (control) => `${managed}, ${person(plain)}, ${policy('', grant(control))}`,
    ),
  },
]

const networks = '"networks": [{ "name": "internet", "country": "US" }],'

/** A scenario that describes the sign-in under some settings. */
export function worldWith({ client, asOf = '2022-06-01' }: OpenSetting, settings: string): SignInWorld {
  const world = freshWorld('features/open.feature')
  const block = `{ "name": "Open", "asOf": "${asOf}", "createdDateTime": "2016-01-01", "securityDefaults": false,
  "multifactorAuthentication": { "appPasswords": "allowed", "trustedIps": [] }, ${settings.includes('"networks"') ? '' : networks}
  "workloads": { "exchange-online": { "OAuth2ClientProfileEnabled": true } }, "clients": [${client.startsWith('{') ? client : `"${client}"`}], ${settings} }`
  playLine(world, { type: 'Context', text: 'the tenant architecture:', block })
  const named = client.startsWith('{') ? 'browser' : client
  playLine(world, { type: 'Action', text: `Ada uses ${named} to read mail from the internet` })
  return world
}
