import { describe, expect, test } from 'vitest'
import type { SignInWorld } from '../scenario/world.ts'
import { legColumns, sessionColumns } from './cell-readings.ts'
import { copyOf, freshWorld, type PlayedLine, playLine } from './play-steps.fixture.ts'
import { allSteps } from './vocabulary.ts'
import { poolOf, unquoted } from './wrong-values.fixture.ts'

/** A tenant in which something is not stated, and the ways in which it can be stated. */
interface Open {
  readonly name: string
  readonly client: string
  readonly asOf?: string
  /** Without the missing fact, then with each of its values. */
  readonly settings: readonly [open: string, ...completions: string[]]
}

const mail = '"mailbox": "exchange-online"'
const person = (more: string): string =>
  `"users": [{ "userPrincipalName": "ada@contoso.com", "displayName": "Ada", "roles": [], "groups": [], ${mail}, ${more} }]`
const managed =
  '"domains": [{ "name": "contoso.com", "authenticationType": "managed", "managedSignIn": "password-hash-sync" }]'
const federated = (more: string): string =>
  `"domains": [{ "name": "contoso.com", "authenticationType": "federated", "identityProvider": "adfs" }], "identityProviders": [{ "name": "adfs", "product": "ad-fs", "performsMfa": false${more} }]`
const plain =
  '"perUserMfaState": "disabled", "registered": true, "appPasswords": [], "methods": ["microsoftAuthenticatorPush"]'
const demand = (control: string): string =>
  `"conditionalAccess": { "policies": [{ "displayName": "Demand", "state": "enabled", "conditions": { "clientAppTypes": ["all"], "applications": { "includeApplications": ["All"] }, "users": { "includeUsers": ["All"] } }, "grantControls": { "operator": "OR", "builtInControls": ["${control}"] } }] }`
const device = (compliant: string): string =>
  `${managed}, ${person(plain)}, ${demand('compliantDevice')}, "devices": [{ "name": "pc", "platform": "windows", "domainJoined": false${compliant} }]`

const opens: readonly Open[] = [
  {
    name: 'whether the identity provider can be reached',
    client: 'browser',
    settings: ['', ', "reachableFromInternet": true', ', "reachableFromInternet": false'].map(
      (more) => `${federated(more)}, ${person(plain)}`,
    ) as unknown as Open['settings'],
  },
  {
    name: 'whether someone has registered',
    client: 'browser',
    settings: ['', ', "registered": true', ', "registered": false'].map(
      (more) => `${managed}, ${person(`"perUserMfaState": "disabled", "appPasswords": []${more}`)}, ${demand('mfa')}`,
    ) as unknown as Open['settings'],
  },
  {
    name: 'the per-user MFA state',
    client: 'outlook-2010',
    asOf: '2019-10-01',
    settings: ['', ', "perUserMfaState": "enforced"', ', "perUserMfaState": "disabled", "appPasswords": []'].map(
      (more) => `${managed}, ${person(`"registered": true${more}`)}`,
    ) as unknown as Open['settings'],
  },
  {
    name: 'the compliance of the device',
    client: '{ "name": "browser", "device": "pc" }',
    settings: ['', ', "isCompliant": true, "registered": true', ', "isCompliant": false, "registered": true'].map(
      device,
    ) as unknown as Open['settings'],
  },
]

const text = ({ client, asOf = '2022-06-01' }: Open, settings: string): string =>
  `{ "name": "Open", "asOf": "${asOf}", "createdDateTime": "2016-01-01", "securityDefaults": false, "multifactorAuthentication": { "appPasswords": "allowed", "trustedIps": [] },
  "workloads": { "exchange-online": { "OAuth2ClientProfileEnabled": true } }, "networks": [{ "name": "internet", "country": "US" }],
  "clients": [${client.startsWith('{') ? client : `"${client}"`}], ${settings} }`

const uses: PlayedLine = { type: 'Action', text: 'Ada uses CLIENT to read mail from the internet' }

function worldWith(open: Open, settings: string): SignInWorld {
  const world = freshWorld('features/open.feature')
  playLine(world, { type: 'Context', text: 'the tenant architecture:', block: text(open, settings) })
  playLine(world, { ...uses, text: uses.text.replace('CLIENT', open.client.startsWith('{') ? 'browser' : open.client) })
  return world
}

function passes(world: SignInWorld, line: PlayedLine): boolean {
  try {
    playLine(copyOf(world), line)
    return true
  } catch {
    return false
  }
}

const strings = ['AADSTS53003', 'AADSTS50126', 'AADSTS53000']
const more: Readonly<Record<string, readonly string[]>> = { int: ['0', '1', '2'], string: strings, leg: ['mailbox'] }

/** The sentences of a step with every combination of the words that could stand in it. */
function sentences(pattern: string, world: SignInWorld): readonly string[] {
  const [, name] = /\{([^}]+)\}/.exec(pattern) ?? []
  if (name === undefined) return [pattern.replace('(s)', 's').replace('change/changes', 'changes')]
  const words = more[name] ?? poolOf(name, world, '')
  return words.flatMap((word) =>
    sentences(
      pattern.replace(`{${name}}`, () => (unquoted.has(name) ? word : `"${word}"`)),
      world,
    ),
  )
}

/** Sentences about the sign-in that the scenario describes; what they say of missing facts is true only while they are. */
const spoken = allSteps.filter(
  ({ keyword, block, pattern }) =>
    keyword === 'Then' &&
    block === undefined &&
    !/undetermined|\{user\}|compared with|\{claim\}|checking|sweeping|tenant architecture|\{fact\}/.test(pattern),
)

function* lines(world: SignInWorld): Generator<PlayedLine> {
  for (const { pattern } of spoken)
    for (const sentence of sentences(pattern, world)) yield { type: 'Outcome', text: sentence }
  const cells = (column: string): readonly string[] => ['-', ...(more[column] ?? poolOf(column, world, '')), '0', '1']
  for (const column of legColumns)
    for (const cell of cells(column))
      yield {
        type: 'Outcome',
        text: 'the legs are:',
        block: [
          ['leg', column],
          ['mailbox', cell],
        ],
      }
  for (const column of sessionColumns) {
    const head = ['user', 'client', 'purpose', 'credential', ...(column === 'credential' ? [] : [column])]
    for (const cell of cells(column)) {
      const row = ['Ada', [...world.tenants.take(world.file ?? '', []).clients.keys()][0] ?? '', 'read mail', '-', cell]
      yield { type: 'Outcome', text: 'the required credentials are:', block: [head, row.slice(0, head.length)] }
    }
  }
}

const saysOpen = ({ text: said, block }: PlayedLine): boolean =>
  JSON.stringify([said, block]).includes('undetermined') || JSON.stringify(block ?? '').includes('missing')

describe('what holds although a fact is missing', () => {
  test.each(opens.map((open) => [open.name, open] as const))('holds whatever the fact is: %s', (_name, open) => {
    const [first, ...rest] = open.settings
    const world = worldWith(open, first)
    expect(passes(world, { type: 'Outcome', text: 'the sign-in is undetermined' })).toBe(true)
    const completions = rest.map((settings) => worldWith(open, settings))
    const tried = [...lines(world)].filter((line) => !saysOpen(line))
    const green = tried.filter((line) => passes(world, line))
    expect([green.length > 10, tried.length > 200]).toEqual([true, true])
    const wrong = green.filter((line) => !completions.every((completed) => passes(completed, line)))
    expect(wrong.map((line) => JSON.stringify([line.text, line.block]))).toEqual([])
  })
})
