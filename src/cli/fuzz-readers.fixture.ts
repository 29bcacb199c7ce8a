import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parse } from 'yaml'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { decodeText } from '../source/text/decode-text.ts'
import { domainsExported, exportNameOf, exportsOfAllKinds } from './fuzz-exports.fixture.ts'
import { anyWord, editedJson, editedText } from './fuzz-texts.fixture.ts'
import { hostileTenant } from './hostile.fixture.ts'
import { recordedRun } from './recorded-run.fixture.ts'

/** A reader to be fuzzed: what is given to it, and the command lines that read it. */
export interface FuzzedReader {
  /** Texts that are read without an error, from which mutation starts. */
  readonly seeds: readonly string[]
  readonly inputs: fc.Arbitrary<string>
  readonly files: (text: string) => Readonly<Record<string, string>>
  readonly lines: (text: string) => readonly (readonly string[])[]
  /** Those that refuse what cannot be read; without them, any may. */
  readonly refusing?: readonly (readonly string[])[]
}

const scenario = (name: string): string => readFileSync(`scenarios/${name}`, 'utf8')
const small = (from: string, most: number): readonly string[] =>
  readdirSync(from)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readFileSync(`${from}/${name}`, 'utf8'))
    .filter((text) => text.length < most)

const base = scenario('cloud-managed.yaml')
const scenarios = small('scenarios', 4_000)
const invalid = small('scenarios/invalid', 2_000)
const policies = [...hostileTenant.conditionalAccess.policies.slice(0, 1), ...policiesOf(small('scenarios', 20_000))]

function policiesOf(texts: readonly string[]): readonly Readonly<Record<string, unknown>>[] {
  return texts.flatMap((text) => {
    const found: unknown = parse(text)?.conditionalAccess?.policies
    return Array.isArray(found) ? found.filter((one) => typeof one === 'object' && one !== null) : []
  })
}

const withPolicies = (all: string): string =>
  JSON.stringify({ ...parse(base), conditionalAccess: { policies: '@@' } }).replace('"@@"', () => all)

const exported = (one: unknown, index: number): unknown => ({
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#identity/conditionalAccess/policies',
  value: [{ id: `00000000-0000-0000-0000-${String(index).padStart(12, '0')}`, ...Object(one) }],
})

const request = {
  signInIdentity: { '@odata.type': '#microsoft.graph.userSignIn', userId: 'clerk@northwind.com' },
  signInContext: {
    '@odata.type': '#microsoft.graph.applicationContext',
    includeApplications: ['00000002-0000-0ff1-ce00-000000000000'],
  },
  signInConditions: {
    devicePlatform: 'windows',
    clientAppType: 'browser',
    country: 'US',
    ipAddress: '203.0.113.1',
    userRiskLevel: 'low',
    deviceInfo: { isCompliant: true, trustType: 'AzureAD' },
  },
}

const people = [
  'userPrincipalName,displayName,mailbox,groups,perUserMfaState\nclerk@northwind.com,"Ada, ""A""",exchange-online,one;two,enforced\nb@northwind.com,B,none,,\n',
  '{"userPrincipalName":"clerk@northwind.com","displayName":"Ada","mailbox":"exchange-online"}\n{"userPrincipalName":"b@northwind.com"}\n',
]
const memberships = [
  'group,member\nStaff,clerk@northwind.com\nAll,Staff\n"Quoted, ""A""",b@northwind.com\n',
  'member;group\r\nclerk@northwind.com;one\r\n',
]
const beside = (name: string): string =>
  base.replace(/^users:[\s\S]*?(?=^\S|(?![\s\S]))/m, `users: { from: ${name} }\n`)
const baseline = [
  {
    kind: 'second-factor-bypassed',
    about: 'outlook-2010',
    witness: { user: 'controller@northwind.com', client: 'outlook-2010' },
    reason: 'known',
    expires: '2027-01-01',
  },
]
const claims = [
  'user=clerk@northwind.com',
  'client!=outlook-2010,eas-client',
  'credential=app-password',
  'by administrators',
  'on a compliant device',
]
const claimsFile = {
  claims: ['legacy clients get in nowhere', { claim: 'every sign-in succeeds', because: 'REQ-3' }],
}
const signals = [
  'devicePlatform=windows',
  'methods=password,fido2',
  'deviceInfo.isCompliant=true',
  'lastMfa=PT1H',
  'country=US',
  'userRiskLevel=high',
]
const dates = ['2019-10-01', '2019-10-01T12:00:00+02:00', '2026-01-01T00:00:00Z']
const ranges = ['203.0.113.0/24', '2001:db8::/32', '10.0.0.1', '::ffff:1.2.3.4/120']
const tenantLines = [
  ['check', 't.yaml'],
  ['simulate', 't.yaml', '-f', 'csv', '-c', 'outlook-2010'],
]
const simulated = (...words: readonly string[]): readonly (readonly string[])[] => [
  ['simulate', 't.yaml', '-f', 'json', '-c', 'outlook-2010', ...words],
]
const onBase = { files: () => ({ 't.yaml': base }) }
/** An argument is text as a shell can give it: without NUL. */
const argument = (texts: readonly string[]): fc.Arbitrary<string> => fc.oneof(editedText(texts), anyWord)

/** Bytes as an editor of another system might save them. */
function asBytes(text: string, encoding: number): string {
  const encodings = [
    () => Buffer.from(text, 'utf16le'),
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    () => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le')]),
    () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
    () => Buffer.from(text, 'latin1'),
  ]
  const decoded = decodeText((encodings[encoding % encodings.length] ?? (() => Buffer.from(text)))())
  return decoded.kind === 'text' || decoded.kind === 'broken' ? decoded.text : ''
}

const written = (value: unknown): string => JSON.stringify(value)

/** Every reader of the product but that of features, which needs files. */
export const fuzzedReaders: Readonly<Record<string, FuzzedReader>> = {
  'tenant files': {
    seeds: scenarios,
    inputs: fc.oneof(
      editedJson([...scenarios, ...invalid].flatMap((text) => parsed(text))),
      editedText([...scenarios, ...invalid]),
      fc.tuple(editedText(scenarios), fc.nat()).map(([text, encoding]) => asBytes(text, encoding)),
    ),
    files: (text) => ({ 't.yaml': text }),
    lines: () => tenantLines,
    refusing: [['check', 't.yaml']],
  },
  'Conditional Access policies': {
    seeds: policies.map((one) => written([one])),
    inputs: editedJson(policies.map((one) => [one])),
    files: (text) => ({ 't.yaml': withPolicies(text), 'r.json': JSON.stringify(request) }),
    lines: () => [...tenantLines, ['what-if', 't.yaml', '--request', 'r.json', '-f', 'json']],
  },
  'what-if requests': {
    seeds: [written(request)],
    inputs: fc.oneof(editedJson([request]), editedText([JSON.stringify(request, null, 2)])),
    files: (text) => ({ 't.yaml': base, 'r.json': text }),
    lines: () => [['what-if', 't.yaml', '--request', 'r.json', '-f', 'json']],
  },
  people: {
    seeds: people,
    inputs: editedText(people),
    files: (text) => {
      const name = text.startsWith('{') ? 'people.jsonl' : 'people.csv'
      return { 't.yaml': beside(name), [name]: text }
    },
    lines: () => tenantLines,
  },
  memberships: {
    seeds: memberships,
    inputs: editedText(memberships),
    files: (text) => ({
      't.yaml': beside('people.csv, memberships: memberships.csv'),
      'people.csv': people[0] ?? '',
      'memberships.csv': text,
    }),
    lines: () => tenantLines,
  },
  exports: {
    seeds: policies.map((one, index) => written(exported(one, index))),
    inputs: fc.oneof(
      editedJson(policies.map(exported)),
      editedText(policies.slice(0, 3).map((one, index) => JSON.stringify(exported(one, index)))),
    ),
    files: (text) => ({ 'x.json': text }),
    lines: () => [['import', 'x.json']],
  },
  'exports of all kinds': {
    seeds: exportsOfAllKinds,
    inputs: fc.oneof(
      editedText(exportsOfAllKinds),
      fc.tuple(editedText(exportsOfAllKinds), fc.nat()).map(([text, encoding]) => asBytes(text, encoding)),
    ),
    files: (text) => ({ [exportNameOf(text)]: text, 'd.json': domainsExported }),
    lines: (text) => [['import', 'd.json', exportNameOf(text)]],
  },
  baselines: {
    seeds: [written(baseline)],
    inputs: fc.oneof(editedJson([baseline]), editedText([JSON.stringify(baseline, null, 2)])),
    files: (text) => ({ 't.yaml': base, 'b.json': text }),
    lines: () => [['gaps', 't.yaml', '--baseline', 'b.json']],
  },
  'files of claims': {
    seeds: [written(claimsFile)],
    inputs: fc.oneof(editedJson([claimsFile]), editedText([JSON.stringify(claimsFile, null, 2)])),
    files: (text) => ({ 't.yaml': base, 'prove.yaml': text }),
    lines: () => [['prove', 't.yaml']],
  },
  signals: { ...onBase, seeds: signals, inputs: argument(signals), lines: (text) => simulated('--signal', text) },
  claims: { ...onBase, seeds: claims, inputs: argument(claims), lines: (text) => simulated('--where', text) },
  dates: { ...onBase, seeds: dates, inputs: argument(dates), lines: (text) => simulated('--as-of', text) },
  'network ranges': {
    seeds: ranges,
    inputs: argument(ranges),
    files: (text) => ({
      't.yaml': JSON.stringify({ ...parse(base), networks: [{ name: 'a', ranges: [text, '10.0.0.0/8'] }] }),
    }),
    lines: () => tenantLines,
  },
}

function parsed(text: string): readonly unknown[] {
  try {
    return [parse(text)].filter((one) => typeof one === 'object' && one !== null)
  } catch {
    return []
  }
}

const located = /^[^\s:]+:\d+:\d+ (?:error|warning)\[/m
const slowest = 10_000

/** Why a reader refuses a text; undefined if it is read. */
export async function refusalOf({ files, lines, refusing }: FuzzedReader, text: string): Promise<string | undefined> {
  for (const line of refusing ?? lines(text)) {
    const { code, stderr } = await recordedRun(line, memorySourceReader(files(text)))
    if (code === 2) return `${line.join(' ')}: ${stderr.slice(0, 400)}`
  }
  return undefined
}

/** What is wrong with the way in which a reader took a text; undefined if it is taken or refused as it should be. */
export async function faultOf({ files, lines }: FuzzedReader, text: string): Promise<string | undefined> {
  for (const line of lines(text)) {
    const before = process.cpuUsage()
    const { code, stdout, stderr } = await recordedRun(line, memorySourceReader(files(text)))
    const { user } = process.cpuUsage(before)
    const said = `${line.join(' ').slice(0, 80)}: ${code}: ${stderr.slice(0, 600)}`
    if (stderr.includes('defect in authplan')) return said
    if (code === 2 && !located.test(stderr + stdout) && !/^error: /m.test(stderr)) return `not located: ${said}`
    if (user / 1000 > slowest) return `${user / 1000} ms: ${said}`
  }
  return undefined
}
