import { readdirSync, readFileSync } from 'node:fs'
import { tableNames } from '../catalog/index.ts'
import { generatedLog, jsonLines, type LogRecord } from '../replay/generated-log.fixture.ts'
import { proxyLog } from '../replay/servers/server-logs.fixture.ts'
import type { OutputName } from '../report/schemas/output-schemas.ts'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { loadTenant } from '../tenant/load-tenant.ts'
import { type ProjectFolder, projectFolder } from './every-command.fixture.ts'
import { founding, recordedRun } from './recorded-run.fixture.ts'

/** A document that a command really wrote, and the words that made it write it. */
export interface WrittenDocument {
  readonly output: OutputName
  readonly words: string
  readonly document: unknown
}

type Words = readonly string[]
type Run = (...words: Words) => ReturnType<typeof recordedRun>

const inRepository: Run = (...words) => recordedRun(words)

async function written(output: OutputName, words: Words, run: Run = inRepository): Promise<WrittenDocument> {
  const { stdout, stderr, code } = await run(...words, ...(words.includes('-f') ? [] : ['-f', 'json']))
  if (stdout === '') throw new Error(`${words.join(' ')} ended with ${code}: ${stderr}`)
  return { output, words: words.join(' '), document: JSON.parse(stdout) }
}

const library = readdirSync('scenarios')
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `scenarios/${name}`)
/** Tenants whose findings have, together, every field that a finding of the library has. */
const withEachGap = [
  'federated-skype-on-premises',
  'app-password-life',
  'ad-fs-authority',
  'hybrid-autodiscover',
  'conditional-access',
].map((name) => `scenarios/${name}.yaml`)
const plansOf = (...names: Words) => names.map((name) => `scenarios/plans/${name}/plan.yaml`)
const policySets = ['scenarios/conditional-access.yaml', 'scenarios/conditional-access-controls.yaml'] as const
const pairs = [
  ['skype-mixed-1', 'skype-mixed-2'],
  ['cloud-managed', 'cloud-pass-through'],
  ['hybrid-autodiscover', 'hybrid-modern-authentication'],
].map((names) => names.map((name) => `scenarios/${name}.yaml`))

const whatIfRequest = JSON.stringify({
  signInIdentity: { '@odata.type': '#microsoft.graph.userSignIn', userId: 'chief@northwind.com' },
  signInContext: {
    '@odata.type': '#microsoft.graph.applicationContext',
    includeApplications: ['00000002-0000-0ff1-ce00-000000000000'],
  },
  signInConditions: { clientAppType: 'browser' },
})
/** An answer of a tenant that has another policy, and reads one otherwise. */
const contradictingAnswer = {
  value: [
    { displayName: 'Block legacy authentication', policyApplies: true, analysisReasons: 'notSet' },
    { displayName: 'MFA for executives', policyApplies: false, analysisReasons: 'signInRisk,moonPhase' },
    { displayName: 'Another', policyApplies: true, analysisReasons: 'notSet' },
  ],
}
const dated: readonly Words[] = [
  [founding, '2019-10-01..2023-06-01'],
  ['scenarios/leaver.yaml', '2019-10-30..2019-11-10'],
  ['scenarios/app-password-life.yaml', '2019-10-01..2020-10-01'],
].map(([file = '', span = '']) => ['diff', file, '--as-of', span])
const finance = [founding, '-u', 'Finance lead', '-c', 'outlook-2010'] as const
const signals = ['devicePlatform=windows', 'country=DE', 'lastMfa=PT1H', 'methods=password,softwareOath', 'signedIn=no']

interface Listed {
  readonly user: string
  readonly client: string
  readonly purpose: string
  readonly network: string
  readonly verdict: unknown
}

/** The sign-ins of a file, and one of each verdict explained. */
async function* signInsOf(file: string): AsyncGenerator<WrittenDocument> {
  const all = await written('simulate', ['simulate', file])
  yield all
  const { sessions } = all.document as { readonly sessions: readonly Listed[] }
  const each = new Map(sessions.map((session) => [JSON.stringify(session.verdict), session]))
  for (const { user, client, purpose, network } of each.values())
    yield written('explain', ['explain', file, '-u', user, '-c', client, '-p', purpose, '-n', network])
}

const overLibrary: readonly (readonly [OutputName, readonly Words[]])[] = [
  ['check', [['check', ...library, 'scenarios/invalid/CON-1-modern-in-one-place.yaml']]],
  ['gaps', withEachGap.map((file) => ['gaps', file])],
  ['impact', policySets.map((file) => ['impact', file, '--any-membership'])],
  ['counts', [['simulate', founding, '--group-by', 'client,rule']]],
  ['diff', [...pairs.map((files) => ['diff', ...files]), ...dated]],
  [
    'compare',
    [
      ['compare', ...policySets, '--any-membership'],
      ['compare', ...policySets.toReversed()],
    ],
  ],
  ['plan-outcome', plansOf('merge', 'passwordless').map((file) => ['plan', file])],
  ['orders', plansOf('passwordless', 'retire-smtp-auth').map((file) => ['plan', file, '--order'])],
  ['catalog', [['catalog'], ...tableNames.map((table) => ['catalog', table])]],
  ['timeline', [['timeline', founding]]],
  ['simulate', [['simulate', ...finance, '--present', 'account-password']]],
  ['explain', [['explain', ...finance, '-p', 'read-mail', ...signals.flatMap((one) => ['--signal', one])]]],
  ['explain', [['explain', ...finance, '-p', 'read-mail', '--present', 'account-password']]],
  ['day', [['day', 'scenarios/devices.yaml', '-u', 'Hello']]],
  [
    'why-not',
    [
      [
        'why-not',
        'scenarios/hybrid-autodiscover.yaml',
        '-u',
        'Moved manager',
        '-c',
        'outlook-2010',
        '-n',
        'internet',
        '--want',
        'signs-in',
      ],
    ],
  ],
  ['what-if', [['what-if', 'scenarios/conditional-access.yaml', '-r', whatIfRequest]]],
  ['rules', [['rules']]],
  ['codes', [['explain-code']]],
  ['steps', [['steps']]],
]

/** The documents of commands that need nothing but the library. */
export async function* libraryDocuments(): AsyncGenerator<WrittenDocument> {
  for (const file of library) yield* signInsOf(file)
  for (const [output, all] of overLibrary) for (const words of all) yield written(output, words)
}

const policyFile = 'scenarios/conditional-access.yaml'
const trial = 'Block unknown countries (trial)'

/** A log of the library's policies: read well, contradicted, and with a broken record. */
function placeLog({ place }: ProjectFolder): void {
  const text = readFileSync(policyFile, 'utf8')
  const loaded = loadTenant(policyFile, nodeSourceReader('.'))
  if (!loaded.ok) throw new Error('the scenario is valid')
  const log: readonly LogRecord[] = generatedLog(loaded.value, 7, 60)
  const contradicted = log.map((one, index) =>
    index % 9 === 0 ? { ...one, status: { errorCode: 53003 }, conditionalAccessStatus: 'failure' } : one,
  )
  place('wrong/wrong.feature', failing)
  place('wrong/unknown.feature', 'Feature: x\n  Scenario: y\n    Given z\n')
  place('prove.yaml', claims)
  place('policies.yaml', text)
  place('log.jsonl', `${jsonLines(contradicted)}not a record\n`)
  const unclear = text.replace('clientAppTypes: [exchangeActiveSync, other]', '$&\n        moonPhases: [full]')
  place('unclear.yaml', unclear)
  place('questions/a.request.json', whatIfRequest.replace('browser', 'other'))
  place('questions/b.request.json', whatIfRequest)
  place('questions/a.answer.json', JSON.stringify(contradictingAnswer))
  place(
    'proxy.log',
    proxyLog([
      ['Mapi', 'Negotiate', 'CONTOSO\\ada', 'Microsoft Office/16.0 Microsoft Outlook 16.0', '10.0.0.7', '200'],
      ['OWA', '', '', 'Mozilla/5.0', '10.0.0.7', '401'],
    ]),
  )
}

const logWords = ['replay', 'policies.yaml', '--signins', 'log.jsonl'] as const
const tenant = 'scenarios/our-tenant.yaml'
const who = ['-u', 'Alex', '-c', 'outlook-2010', '-p', 'read-mail', '-n', 'internet'] as const

const failing = `Feature: Fails
  Rule: Here
    @tag
    Scenario: Wrong credential
      Given the tenant architecture "scenarios/our-tenant.yaml"
      When Alex signs in to read mail with Outlook 2010 from "internet"
      Then the required credential is the certificate
`
const claims = 'claims:\n  - claim: every sign-in succeeds\n    because: REQ-1\n'

const inProject: readonly (readonly [OutputName, Words])[] = [
  ['replay', [...logWords, '--enforce', trial, '--people']],
  ['replay', [...logWords, '--signins', 'proxy.log', '--plan', 'policies.yaml', '--as-of', '2022-06-10']],
  ['replay-what-if', ['replay', 'policies.yaml', '--what-if', 'questions']],
  ['replay-what-if', ['replay', 'unclear.yaml', '--what-if', 'questions']],
  ['inventory', [...logWords, '--signins', 'proxy.log', '--clients', '--people']],
  ['run', ['test']],
  ['run', ['test', 'wrong/wrong.feature', 'wrong/unknown.feature']],
  ['prove', ['prove', tenant, '--claims', 'prove.yaml', '--any-membership']],
  ['coverage', ['test', '-f', 'coverage-json']],
  ['what-if', ['what-if', tenant, '-r', 'request.json']],
  ['policy', ['explain', tenant, '--policy', 'Require MFA']],
  ['why-not', ['why-not', tenant, ...who, '--want', 'app-password']],
  ['day', ['day', tenant, '-u', 'Alex']],
  ['simulate', ['simulate', tenant, '--expand']],
  [
    'prove',
    ['prove', tenant, 'every sign-in succeeds', 'some sign-in is blocked', 'every sign-in of guests is blocked'],
  ],
  ['prove', ['prove', tenant, 'no sign-in uses an app password', 'no sign-in uses an interactive sign-in']],
  ['gaps', ['gaps', tenant, '--baseline', 'baseline.yaml']],
]

/** The documents of commands that need a project: logs, features, requests, exports. */
export async function* projectDocuments(): AsyncGenerator<WrittenDocument> {
  const project = projectFolder()
  try {
    placeLog(project)
    await project.run('gaps', tenant, '--write-baseline', 'written.yaml').then(({ files }) => {
      project.place('baseline.yaml', (files['written.yaml'] ?? '').replace(/reason: .*/g, 'reason: "accepted"'))
    })
    for (const [output, words] of inProject) yield written(output, words, project.run)
    const { files } = await project.run('import', 'exports', '--as-of', '2026-06-01', '--coverage', 'coverage.json')
    yield { output: 'import-coverage', words: 'import', document: JSON.parse(files['coverage.json'] ?? '') }
  } finally {
    project.remove()
  }
}
