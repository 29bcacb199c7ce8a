import { describe, expect, test } from 'vitest'
import { powerShellText } from '../../report/text/maester-tests.ts'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { recordedRun } from '../recorded-run.fixture.ts'

const read = nodeSourceReader(process.cwd()).read('scenarios/conditional-access.yaml')
if (!read.ok) throw new Error('the scenario cannot be read')
const { text } = read.value

const reader = (files: Readonly<Record<string, string>> = {}) => memorySourceReader({ 'tenant.yaml': text, ...files })
const exported = await recordedRun(['what-if', 'tenant.yaml', '--export', 'out'], reader())
const requests = Object.keys(exported.files).filter((name) => name.endsWith('.request.json'))

/** What the model itself answers, in the shape of Graph's answer. */
async function answerTo(name: string, tenant = 'tenant.yaml', files: Readonly<Record<string, string>> = {}) {
  const given = reader({ ...exported.files, ...files })
  const { stdout } = await recordedRun(['what-if', tenant, '-r', name], given)
  const { value } = JSON.parse(stdout) as { readonly value: readonly Answered[] }
  return value
}

interface Answered {
  readonly displayName: string
  readonly policyApplies: boolean
  readonly analysisReasons: string
}

describe('what-if --export', () => {
  test('writes for each policy a request to which it applies, and one for each condition that can be missed', async () => {
    expect(exported.code).toBe(0)
    expect(requests).toContain('out/block-legacy-authentication-applies.request.json')
    expect(requests).toContain('out/block-unknown-countries-trial-misses-location.request.json')
    const applies = await answerTo('out/block-legacy-authentication-applies.request.json')
    const missed = await answerTo('out/block-unknown-countries-trial-misses-location.request.json')
    const named = (all: readonly Answered[], name: string) => all.find(({ displayName }) => displayName === name)
    expect(named(applies, 'Block legacy authentication')).toMatchObject({ policyApplies: true })
    expect(named(missed, 'Compliant device or MFA outside')).toMatchObject({
      policyApplies: false,
      analysisReasons: 'location',
    })
  })

  test('asks for every policy, in words of Graph, and no request twice', () => {
    const texts = requests.map((name) => exported.files[name] ?? '')
    expect(new Set(texts).size).toBe(texts.length)
    for (const one of texts) expect(JSON.parse(one)).toMatchObject({ appliedPoliciesOnly: false })
  })

  test('the tests of Maester quote every text, and say what they leave out', async () => {
    const hostile = text.replaceAll('Block legacy authentication', "Block'; Remove-Item *\u2019 $(x)")
    const { files } = await recordedRun(
      ['what-if', 't.yaml', '--export', 'out'],
      memorySourceReader({ 't.yaml': hostile }),
    )
    const tests = files['out/policies.Tests.ps1'] ?? ''
    expect(tests).toContain("'Block''; Remove-Item *\u2019\u2019 $(x)'")
    expect(powerShellText('a\u001b[b\u202e')).toBe("('' + 'a' + [char]0x1b + '[b' + [char]0x202e)")
    expect(tests).toContain("Test-MtConditionalAccessWhatIf -UserId $userId -IncludeApplications '00000002-")
    expect(tests).toMatch(/policyApplies \| Should -Be \$false/)
  })

  test('the note says how to ask, with which permission, and that no live tenant has been compared', () => {
    const note = exported.files['out/README.md'] ?? ''
    expect(note).toContain('Policy.Read.ConditionalAccess')
    expect(note).toContain('Invoke-MgGraphRequest -Method POST')
    expect(note).toContain('No answer of a live tenant has been compared')
  })

  test('a user without an object id is looked up by the command, and the note says why', async () => {
    const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
    const given = ['chief', 'clerk', 'warehouse'].reduce(
      (file, name, index) =>
        file.replace(`userPrincipalName: ${name}@`, `id: ${id.slice(0, -1)}${index}\n    userPrincipalName: ${name}@`),
      text,
    )
    const noteOf = async (tenant: string): Promise<string> => {
      const { files } = await recordedRun(
        ['what-if', 't.yaml', '--export', 'out'],
        memorySourceReader({ 't.yaml': tenant }),
      )
      return files['out/README.md'] ?? ''
    }
    expect(await noteOf(text)).toMatch(/Get-MgUser -UserId \$user[\s\S]*resources\/usersignin/)
    const known = await noteOf(given)
    expect(known).toContain('Invoke-MgGraphRequest')
    expect(known).not.toContain('Get-MgUser')
    const { files } = await recordedRun(
      ['what-if', 't.yaml', '--export', 'out'],
      memorySourceReader({ 't.yaml': given }),
    )
    const request = files['out/block-legacy-authentication-applies.request.json'] ?? ''
    expect(request).toContain(id.slice(0, -1))
    const saved = { 't.yaml': given, 'out/a.request.json': request, 'out/a.answer.json': '{"value":[]}' }
    const { stdout } = await recordedRun(['replay', 't.yaml', '--what-if', 'out'], memorySourceReader(saved))
    expect(stdout).toContain('Block legacy authentication')
  })

  test.each([
    ['beside a request', ['--export', 'out', '-r', 'request.json'], /`--request` has no effect with `--export`/],
    ['beside a format', ['--export', 'out', '-f', 'text'], /`--format` has no effect with `--export`/],
    ['neither a request nor a folder', [], /a request is missing/],
    ['a folder with answers', ['--export', 'old'], /holds answers to other requests/],
  ])('%s is refused', async (_, words, says) => {
    const given = reader({ 'old/a.answer.json': '{}' })
    const { code, stderr, files } = await recordedRun(['what-if', 'tenant.yaml', ...words], given)
    expect({ code, files }).toEqual({ code: 2, files: {} })
    expect(stderr).toMatch(says)
  })
})

describe('replay --what-if', () => {
  /** A folder with the requests, and answers that the model gave for a tenant file. */
  async function folder(tenant = text): Promise<Record<string, string>> {
    const files: Record<string, string> = { ...exported.files }
    for (const name of requests)
      files[name.replace('.request.', '.answer.')] = JSON.stringify({
        value: await answerTo(name, 'live.yaml', { 'live.yaml': tenant }),
      })
    return files
  }
  const answersOf = (name: string): string => `out/${name}.answer.json`
  const judged = async (files: Readonly<Record<string, string>>, ...words: readonly string[]) =>
    recordedRun(['replay', 'tenant.yaml', '--what-if', 'out', ...words], reader(files))

  test('agrees with a tenant that reads its policies as the model does', async () => {
    const { code, stdout } = await judged(await folder())
    expect(code).toBe(0)
    expect(stdout).toMatch(/(\d+) policy answers compared: \1 agree, 0 disagree, 0 undetermined/)
  })

  test('shows each policy that the tenant reads otherwise, with the condition that decides in the model', async () => {
    const live = text.replace('clientAppTypes: [exchangeActiveSync, other]', 'clientAppTypes: [other]')
    const { code, stdout } = await judged(await folder(live), '-f', 'json')
    expect(code).toBe(1)
    const { disagreements } = JSON.parse(stdout)
    expect(disagreements).toContainEqual({
      file: 'out/block-legacy-authentication-applies.request.json',
      policy: 'Block legacy authentication',
      authplan: { applies: true, reasons: [] },
      tenant: { applies: false, reasons: ['clientApps'] },
      condition: 'clientApps',
      finding: 'hit',
    })
    for (const { policy } of disagreements) expect(policy).toBe('Block legacy authentication')
  })

  test('another first reason is no disagreement where the model misses that condition too', async () => {
    const name = 'block-legacy-authentication-applies'
    const files = await folder()
    const { value } = JSON.parse(files[answersOf(name)] ?? '')
    const changed = (reason: string) => ({
      ...files,
      [answersOf(name)]: JSON.stringify({
        value: value.map((one: Answered) => (one.policyApplies ? one : { ...one, analysisReasons: reason })),
      }),
    })
    expect((await judged(changed('clientApps'))).code).toBe(0)
    const wrong = await judged(changed('signInRisk'))
    expect(wrong).toMatchObject({ code: 1, stdout: expect.stringContaining('sign-in risk: not configured') })
    const unknown = await judged(changed('moonPhase'))
    expect(unknown.stdout).toMatch(/unknown reason moonPhase: \d+ time/)
  })

  test('lists requests without an answer, and policies that only one side has', async () => {
    const files = await folder()
    const [first = '', second = ''] = requests.map((name) => name.replace('.request.', '.answer.'))
    const { [first]: _, ...rest } = files
    const { value } = JSON.parse(files[second] ?? '')
    const other = { ...value[0], displayName: 'Only in the tenant' }
    const { code, stdout } = await judged({ ...rest, [second]: JSON.stringify({ value: [other, ...value.slice(1)] }) })
    expect(code).toBe(1)
    expect(stdout).toMatch(new RegExp(`not answered +${requests[0]}`))
    expect(stdout).toMatch(/only in the answers +1 request +Only in the tenant/)
    expect(stdout).toMatch(new RegExp(`only in the file +1 request +${value[0].displayName.replace(/[()]/g, '\\$&')}`))
  })

  test.each(['json', 'markdown', 'csv', 'html'])('writes %s', async (format) => {
    const live = text.replace('clientAppTypes: [exchangeActiveSync, other]', 'clientAppTypes: [other]')
    const { stdout, code } = await judged(await folder(live), '-f', format)
    expect({ code, named: stdout.includes('Block legacy authentication') }).toEqual({ code: 1, named: true })
  })

  test.each([
    ['a folder without answers', exported.files, [], /no request in .out. has an answer/],
    ['a folder without requests', { 'out/x.txt': '' }, [], /SRC-22/],
    [
      'broken JSON',
      { ...exported.files, 'out/mfa-for-executives-misses-users.answer.json': '{' },
      [],
      /answer\.json:1:/,
    ],
    [
      'an error instead of an answer',
      { ...exported.files, 'out/mfa-for-executives-misses-users.answer.json': '{ "error": {} }' },
      [],
      /answer\.json:1:1 error\[IMP-39\]: the answer has no `value` with policies/,
    ],
    ['an answer to no request', { ...exported.files, 'out/z.answer.json': '{}' }, [], /answers no request/],
    ['logs beside it', exported.files, ['--signins', 'a.json'], /`--signins` has no effect with `--what-if`/],
    ['a query beside it', exported.files, ['--query', 'kql'], /`--query` has no effect with `--what-if`/],
  ])('%s is refused', async (_, files, words, says) => {
    const { code, stderr } = await judged(files, ...words)
    expect(code).toBe(2)
    expect(stderr).toMatch(says)
  })
})
