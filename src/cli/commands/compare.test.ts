import { describe, expect, test } from 'vitest'
import { memorySourceReader } from '../../source/files/memory-source.ts'
import { nodeSourceReader } from '../../source/files/read-source.ts'
import { recordedRun } from '../recorded-run.fixture.ts'

const read = nodeSourceReader(process.cwd()).read('scenarios/conditional-access.yaml')
if (!read.ok) throw new Error('the scenario cannot be read')
const { text } = read.value

const looser = text.replace('clientAppTypes: [exchangeActiveSync, other]', 'clientAppTypes: [other]')
const unclear = text.replace('builtInControls: [compliantDevice, mfa]', 'builtInControls: [verifiedID]')
const files = memorySourceReader({ 'a.yaml': text, 'looser.yaml': looser, 'unclear.yaml': unclear })
const compared = (...words: readonly string[]) => recordedRun(['compare', ...words], files)

describe('compare', () => {
  test.each([
    ['policies that are the same', ['a.yaml', 'a.yaml'], 0],
    ['policies that are looser', ['a.yaml', 'looser.yaml'], 1],
    ['policies that are looser, at the gate', ['a.yaml', 'looser.yaml', '--no-wider'], 1],
    ['policies that are stricter', ['looser.yaml', 'a.yaml'], 1],
    ['policies that are stricter, at the gate', ['looser.yaml', 'a.yaml', '--no-wider'], 0],
    ['policies that are no longer understood, at the gate', ['a.yaml', 'unclear.yaml', '--no-wider'], 1],
    ['the same where that is permitted', ['a.yaml', 'unclear.yaml', '--no-wider', '--allow-open'], 0],
    ['one tenant at one date', ['a.yaml'], 2],
    ['an option that needs another one', ['a.yaml', 'looser.yaml', '--allow-open'], 2],
    ['a file that is missing', ['a.yaml', 'nowhere.yaml'], 2],
  ])('%s', async (_, words, code) => expect((await compared(...words)).code).toBe(code))

  test('says who is no longer blocked, with the policy responsible', async () => {
    const { stdout } = await compared('a.yaml', 'looser.yaml')
    expect(stdout).toContain('LOOSER: blocked -> allowed without requirements')
    expect(stdout).toContain('"Block legacy authentication"')
    expect(stdout).toContain('Exchange ActiveSync clients')
  })

  test('JSON and Markdown have the same changes', async () => {
    const json = JSON.parse((await compared('a.yaml', 'looser.yaml', '-f', 'json')).stdout)
    expect(json).toMatchObject({ result: 'looser', changes: [{ relation: 'looser', before: 'block', after: 'allow' }] })
    const { stdout } = await compared('a.yaml', 'looser.yaml', '-f', 'markdown')
    expect(stdout).toMatch(/## LOOSER/)
  })
})
