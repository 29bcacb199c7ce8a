import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TextEdit } from 'vscode-languageserver'
import { namesOf } from '../editor/names.ts'
import { textOf } from '../editor/texts.ts'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { diagnose } from './diagnose.ts'
import { placeOf } from './lsp.fixture.ts'
import { definitionAt, referencesAt } from './navigate.ts'
import { offsetAt, placeAt } from './places.ts'
import { renameAt } from './rename.ts'
import { type Workspace, workspaceOf } from './workspace.ts'

const folder = mkdtempSync(join(tmpdir(), 'authplan-rename-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = 'scenarios/renamed.yaml'
const featureFile = 'features/renamed.feature'
const tenant = `name: T
asOf: 2025-06-01
domains:
  - { name: contoso.com, authenticationType: managed }
groups:
  - { name: Pilot, members: [anna@contoso.com] }
  - { name: all, members: [Pilot] }
workloads: { exchange-online: { modernAuthentication: true } }
networks: [{ name: office, ranges: [203.0.113.0/24] }, { name: internet }]
devices: [{ name: laptop, platform: windows }]
clients:
  - { name: mail, client: outlook-2016, device: laptop, users: [anna@contoso.com] }
  - browser
users:
  - { userPrincipalName: anna@contoso.com, displayName: Anna, groups: [Pilot], mailbox: exchange-online }
  - { userPrincipalName: ben@contoso.com, displayName: "Ben", mailbox: exchange-online }
conditionalAccess:
  policies:
    - displayName: Block
      state: enabled
      conditions:
        users: { includeGroups: [Pilot], excludeUsers: [ben@contoso.com] }
        applications: { includeApplications: [All] }
      grantControls: { operator: OR, builtInControls: [block] }
events:
  - { at: 2025-07-01, type: policy-enabled, policy: Block }
  - { at: 2025-07-02, type: account-disabled, user: anna@contoso.com }
`
const feature = `Feature: F

  Background:
    Given the tenant architecture "scenarios/renamed"

  Scenario: one
    When Anna uses mail to read mail from the office
    Then the sign-in is blocked by the policy "Block"
    And no sign-in by Ben with mail is blocked

  Scenario Outline: rows
    When <user> uses browser to read mail
    Then the sign-in is blocked

    Examples:
      | user             |
      | anna@contoso.com |
      | Ben              |

  Scenario: changed
    Given the tenant architecture has these changes:
      """yaml
      users:
        - { userPrincipalName: ben@contoso.com, groups: [Pilot] }
      """
    When ben@contoso.com uses browser to read mail
    Then the sign-in is blocked
`

const planFile = 'scenarios/plan.yaml'
const plan = `plan: P
start: renamed.yaml
from: 2025-06-01
cohorts:
  - { name: First, group: Pilot }
  - { name: Others, users: [ben@contoso.com] }
stages:
  - name: One
    date: 2025-09-01
    cohorts: [First]
    gates:
      before: ["every sign-in by Ben succeeds", every sign-in by "anna@contoso.com" from office is blocked]
    changes:
      users:
        - { userPrincipalName: ben@contoso.com, groups: [Pilot] }
      conditionalAccess:
        policies:
          - { displayName: Block, state: disabled }
  - name: Two
    date: 2025-10-01
    cohorts: [Others]
    gates:
      after:
        - >-
          no sign-in by Ben
          is blocked
    removes: { devices: [laptop] }
    changes: { clients: [{ name: mail, device: null }] }
`
const claimsFile = 'scenarios/prove.yaml'
const claims = `claims:
  - every sign-in by Ben from office succeeds
  - { claim: 'no sign-in with mail is blocked', because: Ben said so }
`

/** Writes files that exist only here. */
function edited(text: string, edits: readonly TextEdit[]): string {
  const offsets = edits.map(({ range, newText }) => ({
    start: offsetAt(text, range.start),
    end: offsetAt(text, range.end),
    newText,
  }))
  return offsets
    .sort((one, other) => other.start - one.start)
    .reduce((whole, { start, end, newText }) => whole.slice(0, start) + newText + whole.slice(end), text)
}

const problemsIn = (workspace: Workspace, name: string): readonly string[] =>
  [...diagnose(workspace, name, (one) => one, { people: true })].flatMap(([, found]) =>
    found.filter(({ severity }) => severity === 1).map(({ message }) => String(message)),
  )

mkdirSync(join(folder, 'scenarios'))
mkdirSync(join(folder, 'features'))
writeFileSync(join(folder, file), tenant)
writeFileSync(join(folder, featureFile), feature)
writeFileSync(join(folder, planFile), plan)
writeFileSync(join(folder, claimsFile), claims)
const typed = new Map<string, string>()
const workspace = workspaceOf(folder, nodeSourceReader(folder), typed)

/** The workspace while these texts are typed over the files; another call ends that. */
function whileTyped(texts: Readonly<Record<string, string>>): Workspace {
  typed.clear()
  for (const [name, text] of Object.entries(texts)) typed.set(name, text)
  workspace.tenants.forget()
  return workspace
}

const declared = namesOf(workspace, file).filter((one) => one.declares && one.path.length > 2)

test('what is renamed is without errors to begin with', () => {
  expect([file, featureFile, planFile, claimsFile].flatMap((one) => problemsIn(workspace, one))).toEqual([])
  expect(declared.map(({ name }) => name)).toContain('Pilot')
})

describe('a declared name', () => {
  test.each(declared.map((one) => [one.kinds[0], one.name, one] as const))(
    'of a %s, %s, is renamed wherever it is used',
    (kind, name, { start }) => {
      const at = placeAt({ name: file, text: tenant }, start)
      const to =
        kind === 'user' && name.includes('@')
          ? 'new.one@contoso.com'
          : kind === 'domain'
            ? 'other.com'
            : 'a new name, with words'
      const found = renameAt(whileTyped({}), file, tenant, at, to)
      if (!found.ok) throw new Error(found.message)
      const files = { [file]: tenant, [featureFile]: feature, [planFile]: plan, [claimsFile]: claims }
      const after = Object.fromEntries(
        Object.entries(files).map(([one, text]) => [one, edited(text, found.edits.get(one) ?? [])]),
      )
      const renamed = whileTyped(after)
      // Users of a domain are named by it: who renames it means another domain.
      if (kind === 'domain') return
      expect(Object.keys(files).flatMap((one) => problemsIn(renamed, one))).toEqual([])
      const left = namesOf(renamed, file).filter((one) => one.name === name && one.kinds.some((each) => each === kind))
      expect(left).toEqual([])
    },
  )

  test.each([
    ['one that is declared already', 'displayName: "Ben"', 'Ben', 'Anna'],
    ['an empty one', 'displayName: "Ben"', 'Ben', ' '],
    ['the id of a product', '- browser', 'browser', 'web'],
    ['what is no name', 'asOf: 2025', '2025', 'x'],
  ])('is not renamed to or from %s', (_, words, within, to) => {
    const project = whileTyped({})
    expect(renameAt(project, file, tenant, placeOf(tenant, words, within), to).ok).toBe(false)
  })
})

const locations = (
  found: readonly { readonly file: string; readonly range: { readonly start: { readonly line: number } } }[],
) => found.map(({ file: name, range }) => `${name}:${range.start.line + 1}`)

test('a name is renamed from a plan, in claims as well, which are quoted where they must be', () => {
  const found = renameAt(whileTyped({}), planFile, plan, placeOf(plan, 'users: [ben@', 'ben'), 'x@contoso.com')
  if (!found.ok) throw new Error(found.message)
  expect(edited(plan, found.edits.get(planFile) ?? [])).toBe(plan.replaceAll('ben@contoso.com', 'x@contoso.com'))
  const ben = renameAt(whileTyped({}), file, tenant, placeOf(tenant, '"Ben"', 'Ben'), 'Ben, the second')
  if (!ben.ok) throw new Error(ben.message)
  expect(edited(plan, ben.edits.get(planFile) ?? [])).toBe(
    plan
      .replace('"every sign-in by Ben succeeds"', '"every sign-in by \\"Ben, the second\\" succeeds"')
      .replace(/>-\n +no sign-in by Ben\n +is blocked/, '"no sign-in by \\"Ben, the second\\" is blocked"'),
  )
  expect(edited(claims, ben.edits.get(claimsFile) ?? [])).toBe(
    claims.replace(
      'every sign-in by Ben from office succeeds',
      '"every sign-in by \\"Ben, the second\\" from office succeeds"',
    ),
  )
})

describe('going', () => {
  const project = workspace
  beforeAll(() => void whileTyped({}))
  test.each([
    ['a group of a user', file, tenant, 'groups: [Pilot]', 'Pilot', `${file}:6`],
    ['a group of a policy', file, tenant, 'includeGroups: [Pilot]', 'Pilot', `${file}:6`],
    ['a user of a policy', file, tenant, 'excludeUsers: [ben', 'ben', `${file}:16`],
    ['the policy of an event', file, tenant, 'policy: Block', 'Block', `${file}:19`],
    ['the device of a client', file, tenant, 'device: laptop', 'laptop', `${file}:10`],
    ['a user of a step', featureFile, feature, 'Anna uses', 'Anna', `${file}:15`],
    ['a user of a row', featureFile, feature, '| anna@contoso.com', 'anna', `${file}:15`],
    ['a policy of a step', featureFile, feature, 'policy "Block"', 'Block', `${file}:19`],
    ['a network of a step', featureFile, feature, 'the office', 'office', `${file}:9`],
    ['a group of a cohort', planFile, plan, 'group: Pilot', 'Pilot', `${file}:6`],
    ['a policy that a stage changes', planFile, plan, 'displayName: Block', 'Block', `${file}:19`],
    ['a device that a stage removes', planFile, plan, 'devices: [laptop]', 'laptop', `${file}:10`],
    ['the tenant of a feature', featureFile, feature, 'scenarios/renamed', 'renamed', `${file}:1`],
  ])('to the definition of %s', (_, name, text, words, within, line) => {
    expect(locations(definitionAt(project, name, text, placeOf(text, words, within)))).toEqual([line])
  })

  test('to every place that speaks of a user, by any of the names', () => {
    const at = placeOf(tenant, 'displayName: "Ben"', 'Ben')
    const found = locations(referencesAt(project, file, tenant, at, { declaration: true }))
    expect(found.toSorted()).toEqual(
      [
        `${file}:16`,
        `${file}:16`,
        `${file}:22`,
        `${featureFile}:9`,
        `${featureFile}:18`,
        `${featureFile}:24`,
        `${featureFile}:26`,
        `${planFile}:6`,
        `${planFile}:12`,
        `${planFile}:15`,
        `${planFile}:24`,
        `${claimsFile}:2`,
      ].toSorted(),
    )
  })
})

test('a text of the workspace is the one on the disk until it is opened', () => {
  expect(textOf(workspace, file)).toBe(tenant)
})
