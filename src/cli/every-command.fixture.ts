import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { initFiles } from '../gherkin/authoring/init-templates.ts'
import { nodeSourceReader } from '../source/files/read-source.ts'
import type { CommandName } from './commands.ts'
import { type RecordedRun, recordedRun } from './recorded-run.fixture.ts'

const who = ['-u', 'Alex', '-c', 'outlook-2010', '-p', 'read-mail', '-n', 'internet']
const tenant = 'scenarios/our-tenant.yaml'

/** Words with which each command really runs on the project that `init` makes, without `--format`. */
export const ordinaryWords: Readonly<
  Record<Exclude<CommandName, 'init' | 'view' | 'mcp' | 'lsp' | 'completion'>, readonly string[]>
> = {
  check: [tenant],
  simulate: [tenant],
  explain: [tenant, ...who],
  'what-if': [tenant, '-r', 'request.json'],
  diagram: [tenant, ...who],
  report: [tenant],
  import: ['exports', '--as-of', '2026-06-01'],
  test: [],
  spec: [tenant],
  diff: [tenant, 'other.yaml'],
  compare: [tenant, 'other.yaml'],
  prove: [tenant, 'every sign-in succeeds'],
  impact: [tenant],
  replay: [tenant, '--signins', 'logs/sign-ins.json', '--plan', 'other.yaml'],
  timeline: [tenant],
  plan: ['plan.yaml'],
  day: [tenant, '-u', 'Alex'],
  gaps: [tenant],
  'why-not': [tenant, ...who, '--want', 'interactive'],
  rules: [],
  'explain-code': [],
  catalog: ['clients'],
  steps: [],
  schema: [],
}

const request = {
  signInIdentity: { '@odata.type': '#microsoft.graph.userSignIn', userId: 'alex@example.com' },
  signInContext: {
    '@odata.type': '#microsoft.graph.applicationContext',
    includeApplications: ['00000002-0000-0ff1-ce00-000000000000'],
  },
  signInConditions: { clientAppType: 'browser' },
}
const user = { id: 'u1', userPrincipalName: 'alex@example.com', displayName: 'Alex', userType: 'Member' }
const domain = { id: 'example.com', authenticationType: 'Managed', isDefault: true, isVerified: true }
const signIn = {
  id: 'r1',
  createdDateTime: '2026-06-02T08:00:00Z',
  userPrincipalName: 'alex@example.com',
  appId: 'a1',
  appDisplayName: 'Mail',
  resourceId: '00000002-0000-0ff1-ce00-000000000000',
  clientAppUsed: 'Browser',
  ipAddress: '192.0.2.7',
  deviceDetail: { deviceId: '', operatingSystem: 'Windows 10' },
  status: { errorCode: 0 },
  appliedConditionalAccessPolicies: [{ id: 'p1', displayName: 'Require MFA', result: 'success' }],
}

const plan = `plan: Off modern authentication
start: ${tenant}
stages:
  - name: Off
    when: nobody needs it
    changes: { workloads: { exchange-online: { modernAuthentication: false } } }
`

/** A folder with a project, and the command line in it; what is written is caught. */
export interface ProjectFolder {
  readonly folder: string
  readonly run: (...words: readonly string[]) => Promise<RecordedRun>
  readonly place: (name: string, text: string) => void
  readonly remove: () => void
}

/** The project that `init` makes, with what the other commands read. */
export function projectFolder(): ProjectFolder {
  const folder = mkdtempSync(join(tmpdir(), 'authplan-commands-'))
  const place = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  for (const { path, text } of initFiles({ name: 'x', version: '1.0.0' })) place(path, text)
  const text = readFileSync(join(folder, tenant), 'utf8')
  place('other.yaml', text.replace('modernAuthentication: true', 'modernAuthentication: false'))
  place('plan.yaml', plan)
  place('request.json', JSON.stringify(request))
  place('questions/a.request.json', JSON.stringify(request))
  place('questions/a.answer.json', JSON.stringify({ value: [] }))
  place('exports/users.json', JSON.stringify({ value: [user] }))
  place('exports/domains.json', JSON.stringify({ value: [domain] }))
  place('logs/sign-ins.json', JSON.stringify({ value: [signIn] }))
  return {
    folder,
    place,
    run: (...words) => recordedRun(words, nodeSourceReader(folder), { cwd: folder }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** The formats that a command's help names, pictures left out. */
export async function formatsOf(name: CommandName): Promise<readonly string[]> {
  const { stdout } = await recordedRun([name, '--help'])
  const [, list = ''] = /--format <[^>]*>\s+([\s\S]*?); :FILE/.exec(stdout.replace(/\n\s+/g, ' ')) ?? []
  return list.split(', ').filter((format) => format !== '' && !['svg', 'png', 'pdf'].includes(format))
}
