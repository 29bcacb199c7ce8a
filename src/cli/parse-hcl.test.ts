import { describe, expect, test } from 'vitest'
import { importExports } from '../importers/import-exports.ts'
import { positionOf } from '../source/text/source-text.ts'
import { parseHcl } from './parse-hcl.ts'

async function imported(files: Readonly<Record<string, string>>, isReversed = false) {
  const inOrder = Object.entries(files).map(([name, text]) => ({ name, text }))
  const sources = isReversed ? inOrder.toReversed() : inOrder
  const made = importExports(sources, { asOf: '2026-01-01', hcl: await parseHcl(sources) })
  const problems = made.ok ? made.warnings : made.diagnostics
  const conditionalAccess = made.ok ? made.value.file.conditionalAccess : undefined
  return {
    text: made.ok ? made.value.text : '',
    policies: (conditionalAccess?.policies ?? []) as readonly Readonly<Record<string, unknown>>[],
    locations: conditionalAccess?.namedLocations ?? [],
    problems: problems
      .filter(({ code }) => code.startsWith('IMP-'))
      .map(({ code, args, at }) => ({ code, args, line: positionOf(at).line })),
    open: (made.ok ? made.value.coverage : []).filter(({ status }) => status === 'not-understood'),
  }
}

const policy = (name: string, body: string): string => `
resource "azuread_conditional_access_policy" "${name}" {
  display_name = "${name}"
  state        = "enabled"
${body}
}
`
const conditions = (users: string, more = ''): string => `
  conditions {
    client_app_types = ["all"]
    applications { included_applications = ["All"] }
    users {
      included_users = ["All"]
      ${users}
    }
    ${more}
  }
  grant_controls {
    operator          = "OR"
    built_in_controls = ["block"]
  }`

const company = {
  'tf/main.tf': `# Policies of the company
resource "azuread_named_location" "office" {
  display_name = "Office"
  ip {
    ip_ranges = var.ranges
    trusted   = true
  }
}
data "azuread_group" "admins" {
  display_name = "Admins"
}
resource "azuread_user" "emergency" {
  user_principal_name = "emergency@contoso.com"
  display_name        = "Emergency"
  password            = var.password
}
resource "azuread_group" "excluded" {
  count        = 1
  display_name = "\${local.prefix} excluded"
  members      = [azuread_user.emergency.object_id]
}
resource "azuread_conditional_access_policy" "block" {
  display_name = "\${local.prefix}001 Block outside"
  state        = var.report_only ? "enabledForReportingButNotEnforced" : "enabled"
  ${conditions(
    'excluded_groups = local.excluded',
    'locations {\n included_locations = ["All"]\n excluded_locations = [azuread_named_location.office.id]\n }',
  )}
}
module "mfa" {
  source = "./modules/mfa"
  state  = "disabled"
}
`,
  'tf/variables.tf': `locals {
  prefix   = "CA"
  excluded = concat([azuread_group.excluded[0].object_id], [data.azuread_group.admins.object_id])
}
variable "report_only" { default = true }
variable "ranges" {}
variable "password" {}
`,
  'tf/terraform.tfvars': 'report_only = false\nranges = ["203.0.113.0/24"]\n',
  'tf/modules/mfa/main.tf': `variable "state" {
  default = "enabled"
}
resource "azuread_conditional_access_policy" "mfa" {
  display_name = "MFA"
  state        = var.state
  ${conditions('')}
}
`,
}

describe('a configuration of Terraform', () => {
  test('gives what its literals, locals, variables, modules and references state', async () => {
    const { policies, locations, problems, open } = await imported(company)
    expect(problems).toEqual([])
    // The domain of the user is in no export.
    expect(open.map(({ kind }) => kind)).toEqual(['user'])
    expect(policies).toMatchObject([
      {
        displayName: 'CA001 Block outside',
        state: 'enabled',
        conditions: {
          users: { includeUsers: ['All'], excludeGroups: ['CA excluded', 'Admins'] },
          locations: { includeLocations: ['All'], excludeLocations: ['Office'] },
        },
        grantControls: { operator: 'OR', builtInControls: ['block'] },
      },
      { displayName: 'MFA', state: 'disabled' },
    ])
    expect(locations).toMatchObject([
      { displayName: 'Office', isTrusted: true, ipRanges: [{ cidrAddress: '203.0.113.0/24' }] },
    ])
  })

  test('is read alike in any order of its files, and with Windows line breaks', async () => {
    const { text } = await imported(company)
    expect((await imported(company, true)).text).toBe(text)
    const crlf = Object.fromEntries(Object.entries(company).map(([name, hcl]) => [name, hcl.replaceAll('\n', '\r\n')]))
    expect((await imported(crlf)).text).toBe(text)
  })

  test('in the JSON that stands for it needs no parser of HCL', () => {
    const body = {
      display_name: 'Office',
      ip: { ip_ranges: ['203.0.113.0/24'], trusted: `\${var.trusted}` },
    }
    const text = JSON.stringify({
      variable: { trusted: { default: true } },
      resource: { azuread_named_location: { office: body } },
    })
    const made = importExports([{ name: 'main.tf.json', text }])
    expect(made.ok && made.value.file.conditionalAccess?.namedLocations).toMatchObject([
      { displayName: 'Office', isTrusted: true, ipRanges: [{ cidrAddress: '203.0.113.0/24' }] },
    ])
  })
})

describe('override files', () => {
  const base = policy('some', conditions('', 'locations { included_locations = ["All"] }'))
  const named = (name: string, body: string): string =>
    `resource "azuread_conditional_access_policy" "${name}" {\n${body}\n}\n`
  const off = named('some', '  state = "disabled"')
  const local = (name: string, value: string): string => `locals { ${name} = "${value}" }\n`

  test.each(['override.tf', 'tf_override.tf', 'x_override.tofu'])('%s replaces attributes', async (name) => {
    for (const isReversed of [false, true]) {
      const { policies, problems } = await imported({ [name]: off, 'z.tf': base }, isReversed)
      expect(problems).toEqual([])
      expect(policies).toMatchObject([{ displayName: 'some', state: 'disabled', conditions: { locations: {} } }])
    }
  })

  test('in JSON replace attributes', async () => {
    const text = JSON.stringify({ resource: { azuread_conditional_access_policy: { some: { state: 'disabled' } } } })
    const { policies, problems } = await imported({ 'a.tf': base, 'a_override.tf.json': text })
    expect([policies, problems]).toMatchObject([[{ displayName: 'some', state: 'disabled' }], []])
  })

  test('replace whole nested blocks of the same type and keep the others', async () => {
    const { policies } = await imported({
      'a.tf': base,
      'a_override.tf': named('some', 'grant_controls {\n operator = "OR"\n built_in_controls = ["mfa"]\n }'),
      'b_override.tf': named(
        'some',
        'conditions {\n client_app_types = ["all"]\n users { included_users = ["None"] }\n }',
      ),
    })
    expect(policies).toMatchObject([
      {
        state: 'enabled',
        conditions: { users: { includeUsers: ['None'] } },
        grantControls: { builtInControls: ['mfa'] },
      },
    ])
    expect(policies[0]?.['conditions']).not.toHaveProperty('locations')
  })

  test('a generated block replaces blocks of its type, at its place in its own file', async () => {
    const { problems } = await imported({
      'a.tf': base,
      'a_override.tf': named('some', '  dynamic "conditions" {\n    for_each = var.x\n    content {}\n  }'),
    })
    expect(problems).toEqual([
      {
        code: 'IMP-36',
        args: { of: 'azuread_conditional_access_policy.some.dynamic.conditions', reason: 'repeated' },
        line: 2,
      },
    ])
  })

  test('apply in the order of their names, to locals, defaults, data sources and modules too', async () => {
    const files = {
      'a.tf': `${policy('some', conditions('', 'locations { included_locations = [var.v, local.l] }'))}
variable "v" {
  type    = string
  default = "1"
}
${local('l', '1')}
module "m" {
  source = "./m"
  state  = "enabled"
}
`,
      'c_override.tf': `${local('l', '3')}variable "v" {\n  type = string\n}\n`,
      'b_override.tf': `${local('l', '2')}module "m" {\n  state = "disabled"\n}\n`,
      'm/a.tf': `variable "state" {}\n${policy('below', conditions('')).replace('"enabled"', 'var.state')}`,
    }
    for (const isReversed of [false, true]) {
      const { policies, text } = await imported(files, isReversed)
      expect(policies).toMatchObject([{ displayName: 'below', state: 'disabled' }, { displayName: 'some' }])
      expect(text).toMatch(/- "?1"?\n\s+- "?3"?\n/)
    }
  })

  test('do nothing in other folders', async () => {
    const { policies, problems } = await imported({ 'a/a.tf': base, 'b/override.tf': off })
    expect(policies).toMatchObject([{ state: 'disabled' }, { displayName: 'some', state: 'enabled' }])
    expect(problems.map(({ args }) => args)).toEqual([
      { of: 'azuread_conditional_access_policy.some', reason: 'override' },
    ])
  })

  test('a name in capitals is an ordinary one', async () => {
    const { problems } = await imported({ 'a.tf': base, 'OVERRIDE.tf': off })
    expect(problems.map(({ args }) => args)).toEqual([
      { of: 'azuread_conditional_access_policy.some', reason: 'twice' },
    ])
  })
})

test('a file of OpenTofu stands for the file of Terraform with its name', async () => {
  const { policies, problems } = await imported({
    'a.tf': policy('some', conditions('')),
    'a.tofu': policy('other', conditions('')),
  })
  expect([policies, problems]).toMatchObject([[{ displayName: 'other' }], []])
})

test('values of variables count in the order in which Terraform reads their files', async () => {
  const text = `variable "s" {}\n${policy('some', conditions('')).replace('"enabled"', 'var.s')}`
  const state = (value: string): string => `s = "${value}"\n`
  const files = {
    'b.auto.tfvars': state('disabled'),
    'a.auto.tfvars': state('enabled'),
    'a.tf': text,
    'terraform.tfvars': state('enabled'),
  }
  for (const isReversed of [false, true])
    expect((await imported(files, isReversed)).policies).toMatchObject([{ state: 'disabled' }])
  const named = await imported({ ...files, 'dev.tfvars': state('enabled') })
  expect(named.problems.map(({ args }) => args)).toEqual([
    { of: 'azuread_conditional_access_policy.some.state', reason: 'several' },
  ])
})

test('a configuration with too many resources is refused, and none is left out', async () => {
  const groups = Array.from({ length: 20_001 }, (_, at) => [`g${at}`, { display_name: `G${at}` }] as const)
  const text = JSON.stringify({ resource: { azuread_group: Object.fromEntries(groups) } })
  const { problems } = await imported({ 'a.tf.json': text })
  expect(problems[0]).toMatchObject({ code: 'IMP-37', args: { limit: 20_000 } })
})

describe('what only Terraform can compute is reported at its place and stays undetermined', () => {
  const some = 'azuread_conditional_access_policy.some'
  const ofUsers = `${some}.conditions.users.excluded_groups`
  const withUsers = (value: string, more = '') => policy('some', conditions(`excluded_groups = ${value}`)) + more
  test.each<[string, Readonly<Record<string, string>>, string, string, number]>([
    ['a loop', { 'a.tf': withUsers('[for g in var.x : g.id]') }, ofUsers, 'computed', 11],
    ['a function', { 'a.tf': withUsers('[file("id.txt")]') }, ofUsers, 'computed', 11],
    ['a variable without a value', { 'a.tf': withUsers('[var.x]', 'variable "x" {}\n') }, ofUsers, 'variable', 11],
    [
      'a variable with several values',
      { 'a.tf': withUsers('[var.x]', 'variable "x" {}\n'), 'dev.tfvars': 'x = "1"', 'prod.tfvars': 'x = "2"' },
      ofUsers,
      'several',
      11,
    ],
    ['an unknown object', { 'a.tf': withUsers('[azuread_group.none.object_id]') }, ofUsers, 'reference', 11],
    [
      'an object that is repeated',
      { 'a.tf': withUsers('[azuread_group.g[0].id]', 'resource "azuread_group" "g" {\n  count = var.n\n}\n') },
      ofUsers,
      'repeated',
      11,
    ],
    ['the output of a module', { 'a.tf': withUsers('[module.m.id]') }, ofUsers, 'module', 11],
    [
      'locals that depend on each other',
      { 'a.tf': withUsers('local.a', 'locals {\n  a = local.b\n  b = local.a\n}\n') },
      ofUsers,
      'computed',
      11,
    ],
    [
      'a block that is generated',
      {
        'a.tf': policy(
          'some',
          conditions('', 'dynamic "locations" {\n for_each = var.l\n content {\n included_locations = ["All"]\n }\n }'),
        ),
      },
      `${some}.conditions.dynamic.locations`,
      'repeated',
      13,
    ],
    [
      'a policy for each of several things',
      { 'a.tf': policy('some', `  for_each = var.x\n${conditions('')}`) },
      `${some}.for_each`,
      'repeated',
      5,
    ],
  ])('%s', async (_, files, of, reason, line) => {
    const { policies, problems, open } = await imported(files)
    expect(problems).toContainEqual({ code: 'IMP-36', args: { of, reason }, line })
    expect(policies).toHaveLength(1)
    expect(open).toContainEqual(expect.objectContaining({ kind: 'policy', name: 'some' }))
  })

  test('the ranges of a location, as in a plan', async () => {
    const { locations, open } = await imported({
      'a.tf':
        'resource "azuread_named_location" "o" {\n display_name = "O"\n ip {\n ip_ranges = var.x\n trusted = true\n }\n}\n',
    })
    expect(locations).toMatchObject([{ displayName: 'O', knownAfterApply: true }])
    expect(open).toContainEqual(expect.objectContaining({ kind: 'named location', name: 'O' }))
  })

  test('the resources of a module that is fetched from elsewhere', async () => {
    const { problems, open } = await imported({
      'a.tf': `${policy('some', conditions(''))}module "m" {\n  source = "example/policies/azuread"\n}\n`,
    })
    expect(problems).toEqual([{ code: 'IMP-36', args: { of: 'module.m', reason: 'module' }, line: 20 }])
    expect(open).toHaveLength(1)
  })
})

describe('a file that is no configuration', () => {
  test.each([
    ['a mistake', 'a = 1\nb = [1,\n', /./, 2],
    ['brackets in brackets', `a = ${'['.repeat(5000)}`, /levels/, 1],
  ])('%s is reported at its place', async (_, text, reason, line) => {
    const { problems } = await imported({ 'a.tf': text })
    expect(problems[0]).toMatchObject({ code: 'IMP-35', args: { reason: expect.stringMatching(reason) } })
    expect(problems[0]?.line).toBeGreaterThanOrEqual(line)
  })

  test('an expression that nobody could parse is computed', () => {
    for (const text of ['"', 'var.', 'a[', '(', '? :', '"\\x"', 'a ? b', '[1', 'f(', '1 2', '', '!x', 'x[*].id', '}']) {
      const of = { display_name: 'O', ip: { ip_ranges: [`\${${text}}`], trusted: true } }
      const source = {
        name: 'a.tf.json',
        text: JSON.stringify({ resource: { azuread_named_location: { o: of } } }),
      }
      const made = importExports([source])
      expect(made.ok && made.warnings.map(({ code }) => code)).toContain('IMP-36')
    }
  })

  test('lists that double with each name end', async () => {
    const doubling = Array.from({ length: 60 }, (_, at) => `  a${at} = concat(local.a${at + 1}, local.a${at + 1})`)
    const locals = `locals {\n${doubling.join('\n')}\n  a60 = ["x"]\n}\n`
    const { open } = await imported({ 'a.tf': locals + policy('some', conditions('excluded_groups = local.a0')) })
    expect(open).not.toEqual([])
  })
})

describe('a block with for_each', () => {
  const each = (over: string) => `
locals {
  blocked = { legacy = "exchangeActiveSync", others = "other" }
}
resource "azuread_conditional_access_policy" "some" {
  for_each     = ${over}
  display_name = "Block \${each.key}"
  state        = "enabled"
  conditions {
    client_app_types = [each.value]
    applications { included_applications = ["All"] }
    users { included_users = ["All"] }
  }
  grant_controls {
    operator          = "OR"
    built_in_controls = ["block"]
  }
}
`
  const stated = (policies: readonly Readonly<Record<string, unknown>>[]) =>
    policies.map((one) => [one['displayName'], Object(one['conditions']).clientAppTypes])

  test.each([
    ['a literal map', '{ legacy = "exchangeActiveSync", others = "other" }', ['legacy', 'others']],
    ['a local', 'local.blocked', ['legacy', 'others']],
    ['a set', 'toset(["other", "exchangeActiveSync", "other"])', ['exchangeActiveSync', 'other']],
    ['nothing', '{}', []],
  ])('over %s is each of its policies', async (_, over, keys) => {
    const { policies, problems, open } = await imported({ 'main.tf': each(over) })
    expect({ problems: problems.filter(({ code }) => code !== 'IMP-2'), open }).toEqual({ problems: [], open: [] })
    const types: Readonly<Record<string, string>> = { legacy: 'exchangeActiveSync', others: 'other' }
    expect(stated(policies)).toEqual(keys.map((key) => [`Block ${key}`, [types[key] ?? key]]))
  })

  test.each(['var.unknown', '[for one in local.blocked : one]', 'local.blocked.legacy'])(
    'over %s is one policy that stays open',
    async (over) => {
      const { policies, open } = await imported({ 'main.tf': each(over) })
      expect(policies).toHaveLength(1)
      expect(open).not.toEqual([])
    },
  )
})
