import { entry } from './entry.ts'
import { didYouMean, tick } from './words.ts'

/** Semantics of the file: names that must be consistent. */
export const tenantCodes = {
  'TEN-1': entry<{ readonly kind: string; readonly name: string; readonly suggestion?: string }>({
    severity: 'error',
    title: 'undeclared name',
    message: ({ kind, name }) => `no ${kind} ${tick(name)} is declared`,
    help: ({ kind, suggestion }) => `declare the ${kind} or correct the name${didYouMean(suggestion)}`,
  }),
  'TEN-2': entry<{ readonly user: string; readonly domain: string; readonly suggestion?: string }>({
    severity: 'error',
    title: 'user outside any domain',
    message: ({ user, domain }) => `user ${tick(user)} is in the domain ${tick(domain)}, which is not declared`,
    help: ({ suggestion }) => `add it under \`domains\` or correct the user name${didYouMean(suggestion)}`,
  }),
  'TEN-3': entry<{ readonly kind: string; readonly name: string }>({
    severity: 'error',
    title: 'duplicate name',
    message: ({ kind, name }) => `the ${kind} ${tick(name)} is declared twice`,
    help: () => 'rename one of them; case is ignored in names',
  }),
  'TEN-4': entry<{ readonly domain: string }>({
    severity: 'error',
    title: 'federated domain without an identity provider',
    message: ({ domain }) => `the federated domain ${tick(domain)} names no identity provider`,
    help: () => 'name the identity provider that signs its users in, or make the domain managed',
  }),
  'TEN-5': entry<{ readonly domain: string; readonly provider: string }>({
    severity: 'error',
    title: 'managed domain with an identity provider',
    message: ({ domain, provider }) =>
      `the domain ${tick(domain)} is managed but names the identity provider ${tick(provider)}`,
    help: () => 'remove the identity provider, or make the domain federated',
  }),
  'TEN-6': entry<{ readonly network: string; readonly range: string; readonly other: string }>({
    severity: 'warning',
    title: 'address in two networks',
    message: ({ network, range, other }) =>
      `the range ${tick(range)} of network ${tick(network)} overlaps with network ${tick(other)}`,
    help: () => 'keep each address in one network, so that it identifies where a sign-in comes from',
  }),
  'TEN-7': entry<{ readonly client: string; readonly key: string; readonly reason: string }>({
    severity: 'warning',
    title: 'client setting without effect',
    message: ({ client, key, reason }) => `${tick(key)} has no effect on the client ${tick(client)}: ${reason}`,
    help: () => 'remove it, or correct which client this is',
  }),
  'TEN-8': entry<{ readonly client: string; readonly key: string }>({
    severity: 'error',
    title: 'incomplete client declaration',
    message: ({ client, key }) =>
      `the client ${tick(client)} is declared by its capabilities but is missing ${tick(key)}`,
    help: ({ key }) => `add ${tick(key)}, or name a catalog client with \`client\``,
  }),
  'TEN-9': entry<{ readonly user: string; readonly name: string }>({
    severity: 'warning',
    title: 'app password named for an application',
    message: ({ user, name }) => `the app password ${tick(name)} of ${tick(user)} is named for an application`,
    help: () =>
      'create one app password for each device and name it for the device, so that losing a device means revoking only one',
    citation: 'entra-app-passwords',
  }),
  'TEN-10': entry<{ readonly user: string; readonly since: string }>({
    severity: 'warning',
    title: 'service account that signs in with a password',
    message: ({ user, since }) =>
      `the service account ${tick(user)} relies on a password without a second factor, which the vendor has advised against since ${since}`,
    help: () =>
      'move the automation to a service principal with a certificate or to a managed identity; users must pass MFA for administration',
    citation: 'entra-mandatory-mfa',
  }),
  'TEN-11': entry<{ readonly first: string; readonly second: string; readonly name: string }>({
    severity: 'warning',
    title: 'two users with the same display name',
    message: ({ first, second, name }) => `${tick(first)} and ${tick(second)} are both called ${tick(name)}`,
    help: () => 'a request that uses the display name selects the first of them; use user principal names',
  }),
  'TEN-12': entry<{
    readonly kind: string
    readonly name: string
    readonly table: string
    readonly suggestion?: string
  }>({
    severity: 'error',
    title: 'name that is not in the catalog',
    message: ({ kind, name }) => `unknown ${kind} ${tick(name)}`,
    help: ({ table, suggestion }) =>
      `${tick(`authplan catalog ${table}`)} lists the known ones${didYouMean(suggestion)}`,
  }),
  'TEN-13': entry<{ readonly client: string; readonly name: string; readonly suggestion?: string }>({
    severity: 'warning',
    title: 'registry value without effect on sign-ins',
    message: ({ client, name }) => `the registry value ${tick(name)} of ${tick(client)} does not affect a sign-in`,
    help: ({ suggestion }) =>
      `remove it, or correct it: \`authplan catalog client-settings\` lists those that do${didYouMean(suggestion)}`,
  }),
  'TEN-14': entry<{ readonly user: string; readonly names: readonly string[] }>({
    severity: 'warning',
    title: 'app passwords outlive the reset',
    message: ({ user, names }) =>
      `${names.length === 1 ? 'the app password' : 'the app passwords'} ${names.map(tick).join(', ')} of ${tick(user)} ${names.length === 1 ? 'outlives' : 'outlive'} the reset of the account password`,
    help: () => 'delete every app password of the user after the reset and create new ones',
    citation: 'entra-app-passwords',
  }),
  'TEN-15': entry<{ readonly user: string }>({
    severity: 'warning',
    title: 'app password setting changed without the required role',
    message: ({ user }) => `${tick(user)} changes the app password setting without a role that allows it`,
    help: () => 'use an account with at least the role Authentication Policy Administrator',
    citation: 'entra-app-passwords',
  }),
  'TEN-19': entry<{ readonly name: string; readonly names: readonly string[] }>({
    severity: 'error',
    title: 'ambiguous policy name',
    message: ({ name, names }) => `${names.length} policies are called ${tick(name)}`,
    help: ({ names }) => `name one of them by its id: ${names.map(tick).join(', ')}`,
  }),
  'TEN-29': entry<{ readonly role: string }>({
    severity: 'warning',
    title: 'role that is not in the catalog',
    message: ({ role }) => `the role ${tick(role)} is not among the built-in roles known here`,
    help: () =>
      'check the spelling; if the role is newer, policies that name it by the same id or name apply to its holders',
    citation: 'entra-role-ids',
  }),
  'TEN-30': entry<{ readonly tenant: string; readonly suggestion?: string }>({
    severity: 'warning',
    title: 'partner that is no tenant',
    message: ({ tenant }) =>
      `the partner ${tick(tenant)} is no tenant id, and no guest comes from a tenant of that name`,
    help: ({ suggestion }) =>
      `its settings concern nobody; give the id of the tenant, or the name that guests have in \`externalTenantId\`${didYouMean(suggestion)}`,
  }),
  'TEN-31': entry<{
    readonly change: string
    readonly state: string
    readonly side: 'before' | 'after'
    readonly day: string
  }>({
    severity: 'warning',
    title: 'rollout that is stated where the change does not run',
    message: ({ change, state, side, day }) =>
      side === 'before'
        ? `${tick(change)} is stated to be ${tick(state)} before ${day}, when the vendor begins`
        : `${tick(change)} is stated to be ${tick(state)} after ${day}, when the change holds for every tenant`,
    help: () =>
      'there the statement has no effect; `authplan catalog timeline` shows from when to when a tenant can differ',
  }),
  'TEN-32': entry<{ readonly change: string; readonly problem: 'no-time' | 'two-states' }>({
    severity: 'error',
    title: 'rollout that contradicts itself',
    message: ({ change, problem }) =>
      problem === 'no-time'
        ? `what is stated of ${tick(change)} ends before it begins`
        : `two states of ${tick(change)} are stated for the same time`,
    help: ({ problem }) =>
      problem === 'no-time'
        ? 'let `until` be later than `from`'
        : 'keep one of them, or say with `from` and `until` when each holds',
  }),
  'TEN-33': entry<{ readonly text: string }>({
    severity: 'warning',
    title: 'A text contains marks that change the order in which it is displayed',
    message: ({ text }) => `${tick(text)} contains marks that change the order in which it is displayed`,
    help: () => 'remove the directional formatting characters (U+202A to U+202E, U+2066 to U+2069)',
  }),
  'TEN-34': entry<{ readonly key: string; readonly until: string }>({
    severity: 'warning',
    title: 'setting that has ended',
    message: ({ key, until }) => `${tick(key)} has no effect: the vendor ended it on ${until}`,
    help: () => 'remove it, or change `asOf`; Conditional Access policies replace client access rules',
    citation: 'exo-get-clientaccessrule',
  }),
  'TEN-35': entry<{
    readonly setting: string
    readonly of: string
    readonly values: readonly string[]
    readonly stated: boolean
    readonly kept?: boolean
  }>({
    severity: 'warning',
    title: 'setting on which exports disagree',
    message: ({ setting, of, values, stated }) =>
      stated
        ? `${tick(setting)} of ${of} is stated, so that what exports disagree on has no effect`
        : `exports disagree on ${tick(setting)} of ${of}: ${values.map(tick).join(' or ')}`,
    help: ({ setting, stated, kept }) =>
      kept === true
        ? 'what differs between these values is undetermined; state the right one and remove this entry'
        : stated
          ? `remove ${tick(setting)} from \`exportsDisagree\``
          : `what depends on it is undetermined; state ${tick(setting)} and remove it from \`exportsDisagree\``,
  }),
  'TEN-36': entry<{ readonly application: string }>({
    severity: 'warning',
    title: 'storage account as an application',
    message: ({ application }) =>
      `the application ${tick(application)} is that of a storage account, whose file shares are opened with Kerberos tickets`,
    help: () => 'declare the workload `azure-files` with its `appId`, and ask for the purpose `open-file-share`',
    citation: 'azure-files-entra-kerberos',
  }),
  'TEN-37': entry<{ readonly setting: string; readonly value?: string }>({
    severity: 'error',
    title: 'setting in dispute that does not exist',
    message: ({ setting, value }) =>
      value === undefined
        ? `${tick(setting)} leads to no setting of this file of which other values can be stated`
        : `${tick(setting)} cannot be ${tick(value)}`,
    help: ({ value }) =>
      value === undefined
        ? 'give the keys that lead to a setting that the file states, and the items of lists by their names or ids'
        : 'remove the value, or write it as the setting is written',
  }),
  'TEN-38': entry<{ readonly key: string; readonly of: string; readonly because: string }>({
    severity: 'error',
    title: 'setting without effect beside another',
    message: ({ key, of, because }) => `${tick(key)} has no effect in ${of}${because}`,
    help: () => 'remove it, or correct the setting that makes it useless',
  }),
  'TEN-39': entry<{ readonly key: string; readonly of: string; readonly beside: string }>({
    severity: 'warning',
    title: 'setting of which a part is missing',
    message: ({ key, of, beside }) => `${of} has ${tick(beside)} without ${tick(key)}`,
    help: ({ key }) => `what depends on it is undetermined; add ${tick(`${key}:`)} here`,
  }),
}
