import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { recordedRun } from './recorded-run.fixture.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/collect.md'), 'utf8')
const examples = [...page.matchAll(/```yaml\n(name: [\s\S]*?)```/g)].map(([, text = '']) => text)

const outcomeOf = async (text: string, user: string, client: string, network: string) => {
  const words = ['simulate', 't.yaml', '-u', user, '-c', client, '-p', 'read-mail', '-n', network, '-f', 'json']
  const [session] = JSON.parse((await recordedRun(words, memorySourceReader({ 't.yaml': text }))).stdout).sessions
  return session.legs.at(-1).verdict.kind
}

describe('the documented examples of other identity providers', () => {
  const [okta = '', ping = ''] = examples

  test('pass the check', async () => {
    expect(examples).toHaveLength(2)
    for (const text of examples) {
      const { code, stdout } = await recordedRun(['check', 't.yaml'], memorySourceReader({ 't.yaml': text }))
      expect({ code, stdout }).toMatchObject({ code: 0 })
      expect(stdout).not.toContain('error[')
    }
  })

  test.each([
    [() => okta, 'Anna', 'outlook-2010', 'internet', 'blocked'],
    [() => okta, 'Anna', 'outlook-2016', 'internet', 'signs-in'],
    [() => ping, 'Carl', 'browser', 'internet', 'blocked'],
    [() => ping, 'Berta', 'browser', 'internet', 'signs-in'],
  ] as const)('example %#: %s %s with %s from %s', async (example, user, client, network, expected) => {
    expect(await outcomeOf(example(), user, client, network)).toBe(expected)
  })
})
