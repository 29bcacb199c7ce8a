import { parseDocument, type YAMLMap } from 'yaml'
import { parseClaim } from './analysis/claims/parse-claim.ts'
import { namesOfKey } from './analysis/claims/tenant-names.ts'
import { passingTimes } from './analysis/compare/passing-time.ts'
import { gapKinds } from './analysis/gaps/result.ts'
import { runCollector } from './gherkin/run/collect-run.ts'
import { applyChanges } from './gherkin/scenario/apply-changes.ts'
import { blocksOf } from './gherkin/scenario/feature-block.ts'
import { clientNamed, networkNamed, userNamed } from './gherkin/scenario/find-names.ts'
import { playClaim } from './gherkin/scenario/play-claim.ts'
import { tenantCache } from './gherkin/scenario/tenant-cache.ts'
import { newWorld, type SignInWorld, tenantOf } from './gherkin/scenario/world.ts'
import { nearestSteps } from './gherkin/steps/nearest-steps.ts'
import { emptyExamples } from './gherkin/steps/never-green.ts'
import { sweep } from './gherkin/steps/then-findings.ts'
import { planOf } from './page/plan/plan.ts'
import { statedAt } from './page/plan/stated.ts'
import { sessionText } from './report/json/json.ts'
import { displayWidth } from './report/tables/display-width.ts'
import { canonicalCombinations, strengthNamed } from './simulate/factors-of-strength.ts'
import { addressesOf } from './simulate/facts/egress-addresses.ts'
import { mailboxProfileOf } from './simulate/mailbox-profile.ts'
import { planRequests } from './simulate/plan-requests.ts'
import { tenantOfText } from './simulate/plays.fixture.ts'
import { simulateSession } from './simulate/simulate-session.ts'
import { similarNames } from './source/diagnostics/similar-names.ts'
import { findInYaml } from './source/document/yaml-place.ts'
import { memorySourceReader } from './source/files/memory-source.ts'
import { compilePattern } from './source/text/pattern.ts'
import { positionAt } from './source/text/source-text.ts'
import type { AuthenticationStrength } from './tenant/conditional-access/model.ts'
import { findNetwork, findUser } from './tenant/find.ts'
import { groupsOf, indexGroups } from './tenant/group-membership.ts'
import type { Tenant } from './tenant/tenant.ts'
import { eventInstants, tenantAt } from './tenant/tenant-at.ts'
import { tenantsUnder } from './tenant/tenants-under.ts'
import { addressWithin } from './tenant/trusted-addresses.ts'

import type { Step, Trace } from './trace/step.ts'

/** Something that is asked for, of which a part of the key of a cache may decide. */
export type Ask = () => unknown

const shared = `
domains: [{ name: contoso.com, authenticationType: managed }, { name: fabrikam.com, authenticationType: managed }]
networks: [{ name: internet }, { name: office, ranges: [198.51.100.0/24] }]
clients: [outlook-2016, outlook-2010]
applications: [{ displayName: payroll, appId: 3f1c7a52-8a3d-4c0b-9d0f-6a0f8a1b2c3d }]`

/** A user with a mailbox in the cloud. */
export const person = (name: string, rest = ''): string =>
  `{ userPrincipalName: ${name}, perUserMfaState: disabled, mailbox: exchange-online${rest} }`

/** A small tenant; the other one has other people and another history. */
export function small(name: string, users: readonly string[], events: string): Tenant {
  const text = `name: ${name}\nasOf: 2021-01-01${shared}
workloads: { exchange-online: { modernAuthentication: true, authenticationPolicies: [{ name: Block }] }, exchange-server: { modernAuthentication: false }, skype-for-business-server: { modernAuthentication: false } }
users: [${users.join(', ')}]\nevents: [${events}]\n`
  return tenantOfText(text, `${name}.yaml`)
}

/** Two clients of one laptop whose tickets open Exchange Server: each has its own path. */
function ticketPlays(): readonly Ask[] {
  const text = `name: Tickets
asOf: 2026-11-16
domains: [{ name: contoso.com, authenticationType: managed }]
directorySync: { entraKerberosServer: true }
networks: [{ name: office, insideCorporateNetwork: true }]
devices: [{ name: laptop, platform: windows, trustType: AzureAD, domainJoined: false, unlockedWith: [password] }]
workloads: { exchange-server: { modernAuthentication: false } }
clients: [{ name: outlook-2016, device: laptop }, { name: outlook-2019, device: laptop }]
users: [{ userPrincipalName: anna@contoso.com, onPremisesSyncEnabled: true, mailbox: exchange-server }]\n`
  const tenant = tenantOfText(text, 'tickets.yaml')
  return [...planRequests(tenant, { purpose: 'read-mail' })].map((request) => () => simulateSession(tenant, request))
}

const anna = 'anna@contoso.com'
const state = (date: string, to: string): string =>
  `{ at: ${date}, type: mfa-state-changed, user: ${anna}, perUserMfaState: ${to} }`
const one = small(
  'one',
  [
    person(anna),
    person('bo@fabrikam.com'),
    person('cy@contoso.com', ', archive: exchange-online'),
    person('pat@contoso.com', ', mailboxAccess: granted'),
    person('eve@contoso.com', ', sharedMailbox: exchange-server'),
    person('di@contoso.com', ', mailboxSwitches: { PopEnabled: false }'),
    person('fay@contoso.com', ', registrar: skype-for-business-server'),
    person('gil@contoso.com', ', authenticationPolicy: Block'),
    '{ userPrincipalName: ed@contoso.com, perUserMfaState: disabled, mailbox: exchange-server }',
  ],
  `${state('2021-02-01', 'enforced')}, ${state('2021-03-01', 'enabled')}`,
)
const other = small(
  'other',
  [person(anna, ', perUserMfaState: enforced').replace('perUserMfaState: disabled, ', '')],
  state('2021-04-01', 'enabled'),
)

function caught(ask: Ask): Ask {
  return () => {
    try {
      return ask()
    } catch (problem) {
      return String(problem)
    }
  }
}

const beside = (name: string) => `name: ${name}\nasOf: 2021-01-01${shared}
workloads: { exchange-online: { modernAuthentication: true } }
groups: [{ name: Sales }]
users: { from: ${name}.csv }\n`
const header = 'userPrincipalName,displayName,perUserMfaState,registered,appPasswords,groups,roles,mailbox'
const row = (name: string, mfa: string, groups = ''): string =>
  `${name}@contoso.com,${name},${mfa},true,,${groups},,exchange-online`
const assumed: Step = { kind: 'assumption', fact: 'mfaRegistered', value: 'no', default: 'a-default' }

const tenants = tenantCache(
  '.',
  memorySourceReader({
    'one.yaml': beside('one'),
    'one.csv': [header, row('ann', 'disabled'), row('bob', 'disabled', 'Sales'), row('cy', 'enforced')].join('\n'),
    'other.yaml': beside('other'),
    'other.csv': [header, row('ann', 'enforced', 'Sales')].join('\n'),
  }),
)

const library = tenantCache('.')

const worldOf = (name: string, change: Partial<SignInWorld> = {}): SignInWorld =>
  Object.assign(newWorld('a.feature', tenants, { left: 0 }), { file: `${name}.yaml` }, change)

/** What comes of a claim about the people of a file. */
const claimed = (name: string, text: string, change: Partial<SignInWorld> = {}): Ask => {
  const world = worldOf(name, change)
  return () => {
    const parsed = parseClaim({ tenant: tenantOf(world) }, text)
    return parsed.ok
      ? playClaim(world, parsed.value).sessions.map(({ request, verdict }) => [request.user, verdict])
      : parsed.problems
  }
}
const claims = ['one', 'other'].flatMap((name) => [
  claimed(name, 'every sign-in succeeds'),
  claimed(name, 'every sign-in by members of the group "Sales" succeeds'),
  claimed(name, 'some sign-in is asked for a second factor'),
])

/** A part of Cucumber's stream, of which the test needs a little. */
const as = <T>(part: unknown): T => part as T

const featureOf = (scenario: unknown) => ({
  feature: { name: 'f', description: '', location: { line: 1 }, children: [{ scenario }] },
})

/** What each cache is asked for that keeps something else than sign-ins. */
export const plays: Readonly<Record<string, readonly Ask[]>> = {
  'combinations of a strength': [['password'], ['fido2']].map((list) => () => canonicalCombinations(list)),
  'strengths by id': [['password'], ['fido2']].map((allowedCombinations) => {
    const strength = { id: 'one', allowedCombinations, narrowed: new Set<string>() }
    const access = { policies: [], authenticationStrengths: [as<AuthenticationStrength>(strength)] }
    return () => strengthNamed(access, 'one')
  }),
  'parsed ranges': [['198.51.100.0/24'], ['203.0.113.0/24']].map((list) => () => addressWithin(list, '198.51.100.7')),
  'addresses of a network': [['198.51.100.0/30'], ['203.0.113.0/30']].map((list) => () => addressesOf(list)),
  'line table': ['a\nb', 'ab\n'].map((text) => ({ name: 'a', text })).map((source) => () => positionAt(source, 2)),
  'compiled patterns': ['a', 'b'].map((text) => () => {
    const pattern = compilePattern(text)
    return pattern.ok && pattern.test('a')
  }),
  'pairs by key': ['a: 1\n', 'xx: 1\na: 2\n']
    .map((text) => parseDocument(text).contents as YAMLMap)
    .map((root) => () => findInYaml(root, new Map(), ['a'])),
  'names by their parts': [['anna'], ['bo']].map((list) => () => similarNames('anna', list)),
  'instants at which a tenant changes': [one, other].map((tenant) => () => eventInstants(tenant)),
  'passing times': ['2021-01-02', '2021-03-01']
    .map((day) => small('first', [person(anna, `, firstInteractiveSignIn: ${day}`)], ''))
    .map((tenant) => () => [...passingTimes(tenant).keys()]),
  'tenants that may be meant': [one, other].map(
    (tenant) => () => tenantsUnder({ ...tenant, readings: [{ securityDefaults: true }] }).map(({ name }) => name),
  ),
  'tenant after some of its events': [one, other].flatMap((tenant) =>
    ['2021-02-02', '2021-06-01'].map((day) => () => tenantAt(tenant, Date.parse(day)).users.get(anna)?.perUserMfaState),
  ),
  'kinds of mailbox profiles': [...one.users.values()].map((user) => () => mailboxProfileOf(user)),
  'mailbox profile of a user': [...one.users.values()].map((user) => () => mailboxProfileOf(user)),
  'things by all their names': [
    () => findUser(one, anna),
    () => findNetwork(one, 'office'),
    () => findUser(other, 'bo@fabrikam.com'),
  ],
  'groups of a principal': [
    ['g', 'h'],
    ['g', 'i'],
  ].flatMap(([name = '', parent = '']) => {
    const index = indexGroups([
      { name, members: [anna] },
      { name: parent, members: [name] },
    ])
    return [[anna], []].map((names) => () => groupsOf(index, names, ['x']))
  }),
  'names of the values of a claim key': [one, other].flatMap((tenant) =>
    (['user', 'network'] as const).map((key) => () => namesOfKey(tenant, key)),
  ),
  'widths of texts': ['日', '日本'].map((text) => () => displayWidth(text)),
  'parsed tenant files': ['a: 1', 'a: 2'].map((text) => () => applyChanges(text, [])),
  'names in steps': [one, other].flatMap((tenant) =>
    [
      () => userNamed(tenant, 'bo@fabrikam.com'),
      () => networkNamed(tenant, 'office'),
      () => clientNamed(tenant, 'outlook-2016'),
    ].map(caught),
  ),
  'steps of a feature': [2, 3].map((line) => () => {
    const step = { id: 's', docString: { location: { line, column: 1 } } }
    const pickle = { steps: [{ astNodeIds: ['s'], argument: { docString: { content: 'x' } } }] }
    const block = blocksOf(as(pickle), as(featureOf({ steps: [step] })), (at) => at)('x')
    return block?.kind === 'text' && block.at({ line: 0, column: 1 })
  }),
  'empty Examples of a feature': [2, 3].map((line) => {
    const document = featureOf({ steps: [], examples: [{ tableBody: [], location: { line } }] })
    return () => emptyExamples(as(document))
  }),
  'places in a feature': [2, 3].map((line) => {
    const scenario = {
      id: 'a',
      location: { line },
      steps: [{ id: 's', location: { line }, keyword: 'When' }],
      examples: [],
    }
    const document = { uri: 'a', ...featureOf(scenario) }
    const pickle = { id: 'p', uri: 'a', name: 'x', astNodeIds: ['a'], tags: [], steps: [] }
    return () => {
      const collector = runCollector({ uriOf: (uri) => uri, originOf: (uri, at) => ({ file: uri, line: at }) }, [])
      const testCase = { id: 't', pickleId: 'p', testSteps: [] }
      for (const part of [{ gherkinDocument: document }, { pickle }, { testCase }]) collector.take(as(part))
      return collector.run(new Map())
    }
  }),
  'tenant file of a plan as data': ['a', 'b'].map((name) => {
    const planned = planOf({ 'a.yaml': `name: ${name}\nasOf: 2021-01-01${shared}` }, 'a.yaml')
    return () => planned.ok && statedAt(planned.plan, [])
  }),
  'people of a claim': claims,
  'sign-ins of claims': claims,
  'findings of a sweep': ['2020-01-01', '2023-01-01'].flatMap((day) =>
    ['leaver', 'cloud-pass-through'].map((name) => () => {
      const world = Object.assign(newWorld('a.feature', library, { left: 0 }), {
        file: `scenarios/${name}.yaml`,
        at: Date.parse(day),
      })
      return gapKinds.map((kind) => sweep(world, kind))
    }),
  ),
  'paths by ticket': ticketPlays(),
  'texts of legs': changedTraces().map((trace) => () => sessionText([trace])),
  'words of patterns': [() => nearestSteps('the sign-in suceeds').map(({ pattern }) => pattern)],
}

/** A trace, and others of the same facts that differ from it in one thing that the text shows. */
function changedTraces(): readonly Trace[] {
  const [request] = planRequests(one)
  const [trace] = request === undefined ? [] : simulateSession(one, request)
  if (trace === undefined) throw new Error('nobody signs in')
  const changed: readonly Trace[] = [
    { ...trace, request: { ...trace.request, protocol: 'pop3' } },
    { ...trace, accepted: [] },
    { ...trace, issuer: 'relying-party' },
    { ...trace, steps: [assumed, ...trace.steps] },
    { ...trace, actors: trace.actors.slice(0, 2) },
  ]
  return changed.flatMap((one) => [trace, one])
}
