import { cpSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { prepareFeatures } from '../gherkin/run/prepare-features.ts'
import { type Project, project } from '../gherkin/run/run-features.fixture.ts'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { featureFormats } from '../vocabulary/feature-formats.ts'
import { anyWord, editedText } from './fuzz-texts.fixture.ts'
import { recordedRun } from './recorded-run.fixture.ts'

const filled = [
  'Feature: Rows',
  '',
  '  Background:',
  '    Given the tenant architecture "federated-skype-on-premises"',
  '',
  '  @mail',
  '  Scenario Outline: <user> reads mail with <client>',
  '    Then the <user> must use the <credential> to read mail with <client>',
  '',
  '    @examples:rows.csv',
  '    Examples:',
  '      | user | client | credential |',
  '',
  '    @examples:rows.yaml',
  '    Examples:',
  '',
].join('\n')
const inline = [
  'Feature: A tenant of its own',
  '',
  '  Rule: words',
  '    Scenario: one',
  '      Given the tenant architecture:',
  '        """yaml',
  '        name: Small',
  '        asOf: 2026-01-01',
  '        domains: [{ name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }]',
  '        networks: [{ name: internet }]',
  '        workloads: { exchange-online: { modernAuthentication: true } }',
  '        clients: [outlook-2016]',
  '        users: [{ userPrincipalName: ada@contoso.com, displayName: Ada, mailbox: exchange-online }]',
  '        """',
  '      When "Ada" uses Outlook 2016 to read mail',
  '      Then the sign-in succeeds',
  '',
].join('\n')

const besides = {
  'rows.csv': 'user,client,credential\nfinance lead,Outlook 2010,app password\n',
  'rows.yaml': '- { user: finance lead, client: Outlook 2010, credential: app password }\n',
}
const own = readdirSync('features')
  .filter((name) => name.endsWith('.feature'))
  .map((name) => readFileSync(`features/${name}`, 'utf8'))
  .sort((one, other) => one.length - other.length)
  .slice(0, 2)

/** Features that hold, from which mutation starts. */
export const featureSeeds: readonly string[] = [filled, inline, ...own]

/** A line of one feature put between the lines of another. */
const crossed = fc
  .tuple(fc.constantFrom(...featureSeeds), fc.constantFrom(...featureSeeds), fc.nat(), fc.nat(), anyWord)
  .map(([text, other, at, from, word]) => {
    const [lines, others] = [text.split('\n'), other.split('\n')]
    const line = (others[from % others.length] ?? '').replace(/"[^"]*"|<[^>]*>/, (found) =>
      from % 3 === 0 ? `"${word.slice(0, 50)}"` : found,
    )
    return lines.toSpliced(at % lines.length, at % 2, line).join('\n')
  })

/** Mutated features. */
export const featureInputs: fc.Arbitrary<string> = fc.oneof(editedText(featureSeeds), crossed)

/** A folder in which features run, and what is wrong with the way in which one of them was read. */
export interface FeatureFuzzing {
  readonly faultOf: (text: string, whole?: boolean) => Promise<string | undefined>
  /** The exit code of a run and what was said. */
  readonly run: (text: string) => Promise<{ readonly code: number; readonly said: string }>
  readonly remove: () => void
}

const slowest = 10_000

/** What is wrong with the preparation: a problem stands on a line of the feature. */
function preparationFault(text: string): string | undefined {
  const files = { 't.feature': text, ...besides }
  const prepared = prepareFeatures('', [{ path: 't.feature', lines: [] }], memorySourceReader(files))
  prepared.dispose()
  const count = text.split(/\r?\n/).length
  return prepared.problems
    .filter(({ uri, line, message }) => uri !== 't.feature' || line < 1 || line > count || message === '')
    .map((one) => `no place: ${JSON.stringify(one)}`)[0]
}

/** What a program says about itself instead of the feature. */
const ownWords = /defect in authplan|(?:Type|Range|Reference|Syntax)Error|Maximum call stack|^\s+at .*\.[cm]?[jt]s:\d/m

function runner(place: Project) {
  return async (text: string): Promise<{ readonly code: number; readonly said: string }> => {
    place.write('t.feature', text)
    const argv = [
      'test',
      't.feature',
      ...featureFormats.flatMap((one) => ['-f', one === 'text' ? one : `${one}:out/${one}`]),
    ]
    const { code, stdout, stderr } = await recordedRun(argv, undefined, { cwd: place.folder })
    return { code, said: `${stdout}${stderr}` }
  }
}

/** Prepares every feature, and runs one of several, chosen by its text so that a failure can be repeated. */
export function featureFuzzing(): FeatureFuzzing {
  const place = project(besides)
  cpSync('scenarios', `${place.folder}/scenarios`, { recursive: true })
  const run = runner(place)
  return {
    run,
    remove: place.remove,
    faultOf: async (text, whole = text.length % 8 === 0) => {
      const fault = preparationFault(text)
      if (fault !== undefined || !whole) return fault
      const before = process.cpuUsage()
      const { code, said } = await run(text)
      const { user } = process.cpuUsage(before)
      const [bad] = ownWords.exec(said) ?? []
      if (bad !== undefined) return `${bad}: ${said.slice(0, 1_000)}`
      if (code !== 0 && !/t\.feature:\d+/.test(said)) return `not located, ${code}: ${said.slice(0, 1_000)}`
      return user / 1000 > slowest ? `${user / 1000} ms: ${said.slice(0, 300)}` : undefined
    },
  }
}
