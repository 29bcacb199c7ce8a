// A made-up enterprise: the same choices give the same files in every run.
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { choices } from '../problem.mjs'

/** What an estate is made of unless asked otherwise. */
export const usual = {
  users: 1_000,
  groups: 800,
  perUser: 15,
  policies: 60,
  clients: 40,
  networks: 8,
  memberships: 'file',
  seed: 1,
}

const clients = [
  'outlook-microsoft-365',
  'browser',
  'outlook-mobile-ios',
  'outlook-mobile-android',
  'outlook-web',
  'teams-desktop',
  'outlook-2016',
  'imap-client',
  'apple-mail-ios-11',
  'eas-client',
  'outlook-2010',
  'outlook-2013',
  'outlook-2019',
  'outlook-new-windows',
  'outlook-mac-2016',
  'outlook-mac-2011',
  'outlook-2007',
  'outlook-pop-imap',
  'office-2016',
  'office-2019',
  'office-2013',
  'office-2010',
  'skype-for-business-2016',
  'skype-for-business-2019',
  'skype-for-business-2015',
  'lync-2013',
  'apple-mail-ios-10',
  'apple-mail-macos',
  'windows-mail',
  'samsung-mail',
  'gmail-android',
  'thunderbird',
  'pop-client',
  'ews-client',
  'ews-client-legacy',
  'teams-mobile-ios',
  'teams-mobile-android',
  'teams-web',
  'exchange-online-powershell-v3',
  'azure-cli',
]

const guid = (index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
const groupName = (index) => `Group ${String(index).padStart(4, '0')}`

/** Groups by level: a quarter at the top, a half in those, a quarter in these; members of a level are groups of the next. */
function nesting(count) {
  const [middle, low] = [count >> 2, count - (count >> 2)]
  const parentOf = (index) =>
    index < middle ? undefined : index < low ? index % middle : middle + (index % Math.max(1, low - middle))
  return { parentOf }
}

const conditionsOf = (index, choose, groups, locations) => {
  const include =
    choose(5) === 0
      ? { includeUsers: ['All'] }
      : { includeGroups: Array.from({ length: 1 + choose(12) }, () => guid(choose(groups))) }
  const types = [['all'], ['browser', 'mobileAppsAndDesktopClients'], ['exchangeActiveSync', 'other']][choose(3)]
  const applications = [
    ['All'],
    ['Office365'],
    ['00000002-0000-0ff1-ce00-000000000000'],
    ['00000003-0000-0ff1-ce00-000000000000'],
  ][choose(4)]
  const places =
    choose(3) === 0
      ? { locations: { includeLocations: ['All'], excludeLocations: [choose(2) === 0 ? 'AllTrusted' : locations[0]] } }
      : {}
  const excluded = Array.from({ length: choose(4) }, () => guid(choose(groups)))
  return {
    clientAppTypes: types,
    applications: { includeApplications: applications },
    users: { ...include, excludeGroups: [...excluded, guid(index % groups)] },
    ...(choose(6) === 0 ? { platforms: { includePlatforms: [['android', 'iOS', 'windows'][choose(3)]] } } : {}),
    ...places,
  }
}

/** What every tenth policy is; blocking ones are narrow, or nobody would sign in. */
const grants = [
  { operator: 'OR', builtInControls: ['mfa'] },
  { operator: 'OR', builtInControls: ['mfa'] },
  { operator: 'OR', builtInControls: ['compliantDevice', 'mfa'] },
  { operator: 'OR', builtInControls: ['block'] },
  { operator: 'AND', builtInControls: ['mfa', 'compliantDevice'] },
  { operator: 'OR', builtInControls: ['mfa'] },
  { operator: 'OR', builtInControls: ['domainJoinedDevice', 'compliantDevice'] },
  { operator: 'OR', builtInControls: [], authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' } },
  { operator: 'OR', builtInControls: ['mfa'] },
]

function policiesOf({ policies, groups, seed, changed = 0 }, choose) {
  const locations = [guid(900_001)]
  const made = Array.from({ length: policies }, (_, index) => {
    const grantControls = index % 10 === 9 ? undefined : grants[index % 10]
    return {
      displayName: `CA${String(index).padStart(3, '0')} of ${seed}`,
      state: index % 20 === 13 ? 'enabledForReportingButNotEnforced' : 'enabled',
      conditions: conditionsOf(index, choose, groups, locations),
      ...(grantControls === undefined
        ? { sessionControls: { signInFrequency: { isEnabled: true, value: 12, type: 'hours' } } }
        : { grantControls }),
    }
  })
  // The plan that is compared: in some policies that ask for MFA a compliant device is asked for besides.
  const asking = made.filter(({ grantControls }) => grantControls?.builtInControls.join() === 'mfa')
  for (const policy of asking.slice(0, changed))
    policy.grantControls = { operator: 'AND', builtInControls: ['mfa', 'compliantDevice'] }
  return made
}

function tenantOf(options, usersFrom) {
  const { groups, networks, memberships } = options
  const choose = choices(options.seed)
  const { parentOf } = nesting(groups)
  const members = Array.from({ length: groups }, () => [])
  if (memberships === 'column')
    for (let index = 0; index < groups; index += 1) {
      const parent = parentOf(index)
      if (parent !== undefined) members[parent].push(groupName(index))
    }
  const groupLines = members.map((inside, index) => ({
    name: groupName(index),
    id: guid(index),
    ...(inside.length === 0 ? {} : { members: inside }),
  }))
  const places = Array.from({ length: networks }, (_, index) =>
    index === 0
      ? { name: 'internet', country: 'US' }
      : {
          name: `site ${index}`,
          ranges: [`203.0.113.${index * 16}/28`],
          insideCorporateNetwork: index % 3 === 1,
          country: ['US', 'DE', 'JP'][index % 3],
        },
  )
  return {
    name: `Estate of ${options.users} users`,
    asOf: '2024-06-01',
    createdDateTime: '2016-02-01',
    licences: ['p1'],
    domains: [
      { name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'password-hash-sync' },
      { name: 'fabrikam.com', authenticationType: 'federated', identityProvider: 'adfs' },
    ],
    identityProviders: [
      {
        name: 'adfs',
        product: 'ad-fs',
        performsMfa: true,
        passesClaims: ['insidecorporatenetwork'],
        reachableFromInternet: true,
      },
    ],
    directorySync: { delay: 'PT30M' },
    multifactorAuthentication: { appPasswords: 'allowed', trustedIps: ['203.0.113.16/28'] },
    securityDefaults: false,
    workloads: {
      'exchange-online': { OAuth2ClientProfileEnabled: true, SmtpClientAuthenticationDisabled: false },
      'sharepoint-online': {},
      teams: {},
    },
    networks: places,
    devices: [
      { name: 'managed laptop', platform: 'windows', domainJoined: false, isCompliant: true },
      { name: 'private laptop', platform: 'windows', domainJoined: false, isCompliant: false },
    ],
    clients: clients.slice(0, options.clients),
    groups: groupLines,
    users: usersFrom,
    conditionalAccess: {
      namedLocations: [
        {
          '@odata.type': '#microsoft.graph.ipNamedLocation',
          id: guid(900_001),
          displayName: 'Partner sites',
          isTrusted: false,
          ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress: '203.0.113.32/27' }],
        },
      ],
      policies: policiesOf(options, choose),
    },
  }
}

function writer(file) {
  const out = openSync(file, 'w')
  let text = ''
  return {
    line: (one) => {
      text += `${one}\n`
      if (text.length < 2 ** 20) return
      writeSync(out, text)
      text = ''
    },
    end: () => {
      writeSync(out, text)
      closeSync(out)
    },
  }
}

const userName = (index) => `user.number.${index}@${index % 7 === 0 ? 'fabrikam' : 'contoso'}.com`

/** Groups of a user: low ones mostly, so that most of what policies name is reached through two others. */
function groupsOfUser({ groups, perUser }, choose) {
  const found = new Set()
  for (let tries = 0; found.size < Math.min(perUser, groups) && tries < perUser * 4; tries += 1) {
    const reach = choose(3) === 0 ? groups : Math.max(1, groups >> 2)
    found.add(groups - 1 - choose(reach))
  }
  return [...found]
}

function writeUsers(folder, options) {
  const choose = choices(options.seed + 1)
  const inColumn = options.memberships === 'column'
  const rows = writer(join(folder, 'users.csv'))
  const pairs = inColumn ? undefined : writer(join(folder, 'memberships.csv'))
  const columns = [
    'userPrincipalName',
    'displayName',
    'perUserMfaState',
    'registered',
    'appPasswords',
    'roles',
    'mailbox',
  ]
  rows.line([...columns, ...(inColumn ? ['groups'] : [])].join(','))
  pairs?.line('group,member')
  for (let index = 0; index < options.users; index += 1) {
    const state = ['disabled', 'disabled', 'enforced'][choose(3)]
    const registered = state === 'enforced' || choose(4) !== 0
    const passwords = state === 'enforced' && choose(2) === 0 ? 'Phone' : ''
    const role = choose(200) === 0 ? 'Exchange Administrator' : ''
    const mailbox = choose(20) === 0 ? 'none' : 'exchange-online'
    const groups = groupsOfUser(options, choose)
    const own = [userName(index), `User number ${index}`, state, registered, passwords, role, mailbox]
    rows.line([...own, ...(inColumn ? [groups.map(groupName).join(';')] : [])].join(','))
    if (pairs !== undefined) for (const group of groups) pairs.line(`${groupName(group)},${userName(index)}`)
  }
  if (pairs !== undefined) {
    const { parentOf } = nesting(options.groups)
    for (let index = 0; index < options.groups; index += 1) {
      const parent = parentOf(index)
      if (parent !== undefined) pairs.line(`${groupName(parent)},${groupName(index)}`)
    }
    pairs.end()
  }
  rows.end()
}

/** A migration in ten stages: policies alone, two at once, settings, a new policy and one that goes. */
function planOf({ seed }) {
  const name = (index) => `CA${String(index).padStart(3, '0')} of ${seed}`
  const policies = (...all) => ({ conditionalAccess: { policies: all } })
  const both = { grantControls: { operator: 'AND', builtInControls: ['mfa', 'compliantDevice'] } }
  const strong = { id: '00000000-0000-0000-0000-000000000004' }
  const legacy = {
    displayName: 'Block legacy authentication',
    state: 'enabled',
    conditions: {
      clientAppTypes: ['exchangeActiveSync', 'other'],
      applications: { includeApplications: ['All'] },
      users: { includeUsers: ['All'], excludeGroups: [guid(10)] },
    },
    grantControls: { operator: 'OR', builtInControls: ['block'] },
  }
  const changes = [
    { changes: policies({ displayName: name(13), state: 'enabled' }) },
    { changes: policies({ displayName: name(0), ...both }) },
    { changes: { workloads: { 'exchange-online': { SmtpClientAuthenticationDisabled: true } } } },
    { changes: policies({ displayName: name(1), ...both }, { displayName: name(33), state: 'enabled' }) },
    { changes: policies({ displayName: name(5), conditions: { users: { includeGroups: [guid(7), guid(300)] } } }) },
    { adds: policies(legacy) },
    { removes: policies(name(3)) },
    { changes: { multifactorAuthentication: { appPasswords: 'blocked' } } },
    {
      changes: policies({
        displayName: name(8),
        grantControls: { operator: 'OR', builtInControls: [], authenticationStrength: strong },
      }),
    },
    { changes: policies({ displayName: name(15), state: 'enabledForReportingButNotEnforced' }) },
  ]
  const stages = changes.map((change, index) => ({
    name: `Stage ${index + 1}`,
    date: `${index < 6 ? 2024 : 2025}-${String(index < 6 ? index + 7 : index - 5).padStart(2, '0')}-01`,
    ...change,
  }))
  return { plan: 'Ten stages', start: 'tenant.yaml', until: '2025-06-01', stages }
}

/**
 * Writes an estate into a folder: `tenant.yaml`, the plan `after.yaml` in which five policies differ, `plan.yaml` in ten
 * stages where there are as many policies as usual, and the users.
 */
export function writeEstate(folder, asked = {}) {
  const options = { ...usual, ...asked }
  mkdirSync(folder, { recursive: true })
  const from =
    options.memberships === 'column' ? { from: 'users.csv' } : { from: 'users.csv', memberships: 'memberships.csv' }
  // JSON is YAML, and needs no writer of its own here.
  writeFileSync(join(folder, 'tenant.yaml'), JSON.stringify(tenantOf(options, from), null, 1))
  writeFileSync(join(folder, 'after.yaml'), JSON.stringify(tenantOf({ ...options, changed: 5 }, from), null, 1))
  if (options.policies >= usual.policies)
    writeFileSync(join(folder, 'plan.yaml'), JSON.stringify(planOf(options), null, 1))
  writeUsers(folder, options)
  return options
}
