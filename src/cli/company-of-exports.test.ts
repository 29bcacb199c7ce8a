import { describe, expect, test } from 'vitest'
import { forms } from '../importers/formats.fixture.ts'
import { litwareByHand } from '../importers/litware/by-hand.fixture.ts'
import { folderOfLitware, graphForms, type Variant } from '../importers/litware/folders.fixture.ts'
import { peopleOfLitware } from '../importers/litware/people.fixture.ts'
import { terraformOfLitware } from '../importers/litware/policies.fixture.ts'
import { once } from '../memory/once.ts'
import { memorySourceReader } from '../source/files/memory-source.ts'
import { recordedRun } from './recorded-run.fixture.ts'

const printed = Object.keys(forms)
// The keys of a constant object.
const graph = Object.keys(graphForms) as (keyof typeof graphForms)[]
const [terraform, people] = [Object.keys(terraformOfLitware), Object.keys(peopleOfLitware)]

/** The folder in its nth variant: each part comes in each of its forms, and the forms of the parts are mixed. */
const variant = (index: number): Variant => ({
  printed: (cmdlet) => printed[(index < printed.length ? index : index + cmdlet) % printed.length] ?? '',
  graph: graph[index % graph.length] ?? 'pages',
  terraform: terraform[index % terraform.length] ?? '',
  people: people[(index + 1) % people.length] ?? '',
})

async function imported(files: Readonly<Record<string, string>>) {
  const below = Object.fromEntries(Object.entries(files).map(([name, text]) => [`exports/${name}`, text]))
  const words = ['import', 'exports', '-o', 'tenant.yaml', '--as-of', '2026-06-01']
  const { code, stderr, files: written } = await recordedRun(words, memorySourceReader(below))
  return { code, stderr, text: written['tenant.yaml'] ?? '' }
}

/** Every sign-in of every user, with each client, for each purpose, from each network. */
async function signIns(text: string): Promise<readonly string[]> {
  const reader = memorySourceReader({ 'tenant.yaml': text })
  const { code, stdout } = await recordedRun(['simulate', 'tenant.yaml', '-f', 'csv'], reader)
  expect(code).toBe(0)
  return stdout.split('\n').sort()
}

/** What no export states, added to a file: that people outside reach the identity provider, and more clients. */
function completed(text: string): string {
  const clients = ['browser', 'imap-client', 'outlook-pop-imap', 'skype-for-business-2016', 'mail-application-app-only']
  return text
    .replace('product: ad-fs\n', 'product: ad-fs\n    reachableFromInternet: true\n')
    .replace('clients:\n', `clients:\n${clients.map((client) => `  - ${client}\n`).join('')}`)
}

const byHand = once(() => signIns(litwareByHand))
const completedByHand = once(() => signIns(completed(litwareByHand)))

describe('a folder of exports of all kinds of one company', () => {
  test.each(Array.from({ length: printed.length * 2 }, (_, index) => index))(
    'in variant %i is understood, and its verdicts are those of the file that is written by hand',
    async (index) => {
      const { code, stderr, text } = await imported(folderOfLitware(variant(index)))
      expect({ code, stderr: stderr.match(/warning|error|not understood/g) }).toEqual({ code: 0, stderr: null })
      expect(text).not.toMatch(/stranger|risky/)
      expect(await signIns(text)).toEqual(await byHand())
      const expected = await completedByHand()
      expect(expected.filter((row) => !row.includes(',undetermined,')).length).toBeGreaterThan(100)
      expect(await signIns(completed(text))).toEqual(expected)
    },
  )

  test('is the same text whether fields begin with a capital letter or not', async () => {
    const first = await imported(folderOfLitware({ ...variant(0), graph: 'pages' }))
    for (const form of ['objects of the SDK', 'JSON Lines'] as const)
      expect((await imported(folderOfLitware({ ...variant(0), graph: form }))).text).toBe(first.text)
  })

  test('is counted in words of the language', async () => {
    const { stderr } = await imported(folderOfLitware(variant(0)))
    expect(stderr).toContain('3 installations of Office')
    expect(stderr).toContain('9 people')
  })
})
