import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'
import { afterAll, expect, test } from 'vitest'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const copy = mkdtempSync(join(tmpdir(), 'authplan-contributor-'))
for (const name of ['src', '.ci', 'package.json', 'tsconfig.json'])
  cpSync(join(root, name), join(copy, name), { recursive: true })
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** What a contributor writes for a fact that a setting of the tenant file states: before which line, and what. */
const written: readonly (readonly [file: string, before: string, text: string])[] = [
  [
    'src/vocabulary/facts/account.ts',
    '  accountHome: ',
    "  tokenProtection: fact(['off', 'on'], { words: 'token protection', of: 'tenant' }),\n",
  ],
  [
    'src/tenant/settings/tenant.ts',
    '  workloads: setting',
    `  tokenProtection: plain(
    choice(['off', 'on'], {
      title: 'token protection',
      about: 'A setting that no tenant has.',
      states: 'tokenProtection',
      tries: 'every value',
      label: 'Token protection',
    }),
  ),
`,
  ],
  [
    'src/simulate/facts/tenant-facts.ts',
    '  facts.mandatoryMfa',
    "  facts.tokenProtection = tenant.tokenProtection ?? 'off'\n",
  ],
  [
    'src/rules/app-password/protected-tokens-leave-no-app-password.ts',
    '',
    `import { defineRule } from '../rule.ts'

export const protectedTokensLeaveNoAppPassword = defineRule({
  id: 'APP-99',
  question: 'app-password',
  statement: 'Protected tokens leave no app password.',
  citation: { source: 'entra-app-passwords', section: 'Overview and considerations' },
  basis: 'documented',
  because: ['tokenProtection'],
  answer: ({ tokenProtection }) => (tokenProtection === 'on' ? 'none' : undefined),
  examples: [],
})
`,
  ],
  [
    'src/rules/app-password/index.ts',
    '  existingAppPasswordsOutliveTheSetting,',
    '  protectedTokensLeaveNoAppPassword,\n',
  ],
  [
    'src/rules/app-password/index.ts',
    'import { existing',
    "import { protectedTokensLeaveNoAppPassword } from './protected-tokens-leave-no-app-password.ts'\n",
  ],
]

/** Import lines, which an editor writes. */
const imports: readonly (readonly [file: string, from: string, to: string])[] = [
  ['src/tenant/settings/tenant.ts', 'listOf, type Setting,', 'listOf, plain, type Setting,'],
]

/** What of the fact there is once it is built, printed by a program over the modules of the copy. */
const trial = `
import { loadTenantText } from './src/tenant/load-tenant.ts'
import { tenantSettings } from './src/tenant/settings/tenant.ts'
import { places, copyOfFacts } from './src/rules/generated/fact-shape.ts'
import { questionFacts } from './src/rules/question-facts.ts'
import { planRequests } from './src/simulate/plan-requests.ts'
import { simulateSession } from './src/simulate/simulate-session.ts'
import { tenantLevers } from './src/analysis/why-not/tenant-levers.ts'
const file = (state) => ({
  name: 'Trial', asOf: '2019-10-01', tokenProtection: state,
  domains: [{ name: 'contoso.com', authenticationType: 'managed' }],
  multifactorAuthentication: { appPasswords: 'allowed' },
  workloads: { 'exchange-online': { modernAuthentication: false } },
  networks: [{ name: 'internet' }], clients: ['outlook-2010'],
  users: [{ userPrincipalName: 'a@contoso.com', perUserMfaState: 'enforced', registered: true, appPasswords: ['Phone'], mailbox: 'exchange-online' }],
})
const played = (state) => {
  const loaded = loadTenantText(JSON.stringify(file(state)), 'trial.json')
  if (!loaded.ok) return loaded.diagnostics.map(({ code }) => code)
  const tenant = loaded.value
  const [request] = planRequests(tenant, { purpose: 'read-mail' })
  const [trace] = simulateSession(tenant, request)
  const levers = tenantLevers({ file: file(state), tenant, request, policies: [] })
  return {
    fact: trace.facts.tokenProtection,
    rules: trace.steps.flatMap(({ rule }) => (rule === 'APP-99' ? [rule] : [])),
    origin: trace.origins.some((origins) => 'tokenProtection' in origins),
    levers: levers.flatMap(({ edits }) => edits ?? []).filter(({ path }) => path[0] === 'tokenProtection').map(({ value }) => value),
  }
}
console.log(JSON.stringify({
  off: played('off'), on: played('on'), wrong: played('of'),
  generated: [places.tokenProtection({ tokenProtection: 'on' }), 'tokenProtection' in copyOfFacts({})],
  asked: questionFacts['app-password'].includes('tokenProtection'),
}))
`

function run(...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: copy, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

test('a fact with a setting takes at most six files that are written by hand', () => {
  for (const [file, before, text] of written) {
    const path = join(copy, file)
    const now = before === '' ? '' : readFileSync(path, 'utf8')
    expect(now, file).toContain(before)
    writeFileSync(path, before === '' ? text : now.replace(before, text + before))
  }
  for (const [file, from, to] of imports) {
    const path = join(copy, file)
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
  }
  expect(new Set(written.map(([file]) => file)).size).toBeLessThanOrEqual(6)
  run('.ci/build.mjs', '--generate')
  writeFileSync(join(copy, 'trial.ts'), trial)
  const outfile = join(copy, 'trial.cjs')
  buildSync({
    absWorkingDir: copy,
    entryPoints: ['trial.ts'],
    bundle: true,
    platform: 'node',
    outfile,
    logLevel: 'error',
  })
  expect(JSON.parse(run('trial.cjs'))).toEqual({
    off: { fact: 'off', rules: [], origin: true, levers: ['on'] },
    on: { fact: 'on', rules: ['APP-99'], origin: true, levers: ['off'] },
    wrong: ['SHAPE-3'],
    generated: [1, true],
    asked: true,
  })
}, 120_000)
