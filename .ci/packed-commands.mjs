// Every command of the packed product: its help, and one real run on a scenario that comes with it.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, run } from './packed-trial.mjs'

const scenario = 'node_modules/authplan/scenarios/federated-skype-on-premises.yaml'
const who = ['-u', 'Finance lead', '-c', 'outlook-2010', '-p', 'read-mail', '-n', 'internet']

/** Words, exit code and what the output says, command by command; `init` and `test` have their own checks. */
const runs = {
  lsp: { words: [], code: 2, says: /needs the package vscode-languageserver[\s\S]*npm install/ },
  mcp: { words: [], code: 2, says: /needs the package @modelcontextprotocol\/sdk[\s\S]*npm install/ },
  check: { words: [scenario], says: /1 file: 0 errors/ },
  simulate: { words: [scenario, '--expect', 'app-password', ...who], says: /app password/ },
  explain: { words: [scenario, ...who], says: /CRED-2/ },
  'what-if': { words: ['scenarios/our-tenant.yaml', '-r', 'request.json'], says: /"combined"/ },
  diagram: { words: [scenario, ...who], says: /^sequenceDiagram/m },
  report: { words: [scenario, '-o', 'out/reports'], says: /wrote out\/reports\/federated-skype-on-premises\.html/ },
  import: { words: ['graph', 'exports', '--as-of', '2026-06-01'], says: /displayName: Alex/ },
  spec: { words: [scenario], says: /^Feature: /m },
  compare: { words: [scenario, '--as-of', '2019-10-01..2026-11-22'], code: 0, says: /^equivalent/m },
  prove: { words: [scenario, 'no sign-in is blocked'], code: 0, says: /^proved/m },
  impact: { words: [scenario], says: /no policy is enforced or report-only/ },
  diff: { words: [scenario, '--as-of', '2019-10-01..2026-11-22'], code: 1, says: /^after .*as of 2026-11-22/m },
  // The package that reads logs is not installed there.
  replay: {
    words: ['scenarios/our-tenant.yaml', '--signins', 'sign-ins.json'],
    code: 2,
    says: /npm install --save-dev @duckdb\/node-api/,
  },
  timeline: { words: [scenario], says: /2022/ },
  plan: { words: ['node_modules/authplan/scenarios/plans/leave-ad-fs/plan.yaml'], code: 1, says: /nobody is stranded/ },
  day: { words: [scenario, '-u', 'Finance lead'], says: /08:00/ },
  gaps: { words: [scenario, '--details'], code: 1, says: /replay: authplan explain/ },
  'why-not': { words: [scenario, ...who, '--want', 'interactive'], says: /replace outlook-2010 with outlook-2016/ },
  rules: { words: ['CRED-2'], says: /CRED-2/ },
  'explain-code': { words: ['53003'], says: /AADSTS53003/ },
  catalog: { words: ['clients'], says: /outlook-2010/ },
  steps: { words: [], says: /the required credential is \{credential\}/ },
  schema: { words: [], says: /"\$schema"/ },
  completion: { words: ['bash'], says: /complete/ },
}

/** What the runs read next to the project. */
export const commandFiles = {
  'request.json': JSON.stringify({
    signInIdentity: { '@odata.type': '#microsoft.graph.userSignIn', userId: 'alex@example.com' },
    signInContext: {
      '@odata.type': '#microsoft.graph.applicationContext',
      includeApplications: ['00000002-0000-0ff1-ce00-000000000000'],
    },
    signInConditions: { clientAppType: 'browser' },
  }),
  'sign-ins.json': JSON.stringify({
    value: [{ id: 'r1', createdDateTime: '2026-06-02T08:00:00Z', userPrincipalName: 'alex@example.com', appId: 'a1' }],
  }),
  'exports/users.json': JSON.stringify({
    value: [{ id: 'u1', userPrincipalName: 'alex@example.com', displayName: 'Alex', userType: 'Member' }],
  }),
  'exports/domains.json': JSON.stringify({
    value: [{ id: 'example.com', authenticationType: 'Managed', isDefault: true, isVerified: true }],
  }),
}

const ownChecks = ['init', 'test', 'view']

/** The names that the help lists. */
export function commandsOf(help) {
  const list = /\nCommands:\n([\s\S]*?)\n\n/.exec(help)?.[1] ?? ''
  return list.split('\n').map((line) => line.trim().split(' ')[0])
}

/** One task a command. */
export function commandTasks(project, names) {
  const authplan = (...words) => run(project, process.execPath, 'node_modules/authplan/dist/cli/main.cjs', ...words)
  const known = [...Object.keys(runs), ...ownChecks]
  expect('every command is run once', [...names].sort().join() === known.sort().join(), names.join())
  return names.flatMap((name) => [
    async () => {
      const { status, text } = await authplan(name, '--help')
      expect(`${name} --help`, status === 0 && /Examples:[\s\S]*Exit codes:/.test(text), text)
    },
    ...(runs[name] === undefined ? [] : [() => runOne(authplan, name, runs[name])]),
    ...(name === 'view' ? [() => view(project)] : []),
  ])
}

async function runOne(authplan, name, { words, code = 0, says }) {
  const { status, text } = await authplan(name, ...words)
  expect(`${name} runs`, status === code && says.test(text), `ended with ${status}\n${text.slice(0, 2000)}`)
}

/** Opens the page that `view` serves, and stops it. */
async function view(project) {
  const child = spawn(process.execPath, [join(project, 'node_modules/authplan/dist/cli/main.cjs'), 'view', scenario], {
    cwd: project,
  })
  const ended = new Promise((done) => child.on('close', done))
  const address = await new Promise((done) => {
    child.stdout.once('data', (chunk) => done(String(chunk).trim()))
    child.on('close', () => done(undefined))
  })
  const page = address === undefined ? '' : await (await fetch(address)).text().catch((problem) => problem.message)
  child.kill('SIGINT')
  const status = await ended
  expect(
    'view serves the page and stops',
    status === 0 && page.includes('<script'),
    `${address} ${status}\n${page.slice(0, 500)}`,
  )
}
