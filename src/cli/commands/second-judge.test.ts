import { describe, expect, test } from 'vitest'
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
    expect(tests).toContain("Test-MtConditionalAccessWhatIf -UserId $userId -IncludeApplications '00000002-")
    expect(tests).toMatch(/policyApplies \| Should -Be \$false/)
  })

  test('the note says how to ask, with which permission, and that no live tenant has been compared', () => {
    const note = exported.files['out/README.md'] ?? ''
    expect(note).toContain('Policy.Read.ConditionalAccess')
    expect(note).toContain('Invoke-MgGraphRequest -Method POST')
    expect(note).toContain('No answer of a live tenant has been compared')
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
