import { afterAll, expect, test, vi } from 'vitest'
import { nodeSourceReader } from '../source/files/read-source.ts'
import { type ProjectFolder, projectFolder } from './every-command.fixture.ts'
import { hostileTenant, payloads } from './hostile.fixture.ts'
import { escapesTags, isWellFormed } from './markup.fixture.ts'
import { checksOfOutput, expectPlain, expectQuiet } from './output-checks.fixture.ts'
import { recordedRun } from './recorded-run.fixture.ts'

// A browser is started for each picture.
vi.setConfig({ testTimeout: 120_000 })

const all = payloads.join(' / ')
const upn = (index: number): string => `${payloads[index] ?? ''}@contoso.com`
/** A tenant of which the user principal names, the clients and the policies that decide are hostile. */
const tenant = {
  ...hostileTenant,
  networks: [{ name: all }],
  clients: [{ name: all, displayName: all, client: 'outlook-2016' }],
  groups: [],
  users: payloads.map((name, index) => ({
    userPrincipalName: upn(index),
    displayName: `${payloads[(index + 7) % payloads.length]} ${name}`,
    mailbox: 'exchange-online',
    perUserMfaState: 'enforced',
    registered: true,
  })),
  conditionalAccess: {
    policies: hostileTenant.conditionalAccess.policies.slice(0, 2).map((policy, index) => ({
      ...policy,
      displayName: all,
      state: 'enabled',
      conditions: { ...policy.conditions, users: { includeUsers: [upn(index)] } },
    })),
  },
}
const file = 'scenarios/hostile-names.json'

const project: ProjectFolder = projectFolder()
project.place(file, JSON.stringify(tenant))
afterAll(() => project.remove())

test.each([
  ['architect', 0, ['-f', 'svg:one.svg', '-o', 'other.svg']],
  ['user', payloads.indexOf('</script><img src=x onerror=alert(1)>'), ['-o', 'one.svg', '-f', 'md:one.md']],
] as const)('a picture for the %s shows hostile names as what they are', async (audience, index, outputs) => {
  const who = ['-u', upn(index), '-c', all, '-p', 'read-mail', '-n', all]
  const { code, stdout, stderr, files } = await project.run('diagram', file, ...who, '--audience', audience, ...outputs)
  expect({ code, said: /defect.*/.exec(stderr)?.[0] }).toEqual({ code: 0 })
  expectPlain(stdout + stderr, audience)
  expect(Object.keys(files).length).toBe(2)
  for (const [name, text] of Object.entries(files)) {
    checksOfOutput[name.slice(name.lastIndexOf('.') + 1)]?.(text, `${audience} ${name}`)
    if (!name.endsWith('.svg')) continue
    expect({ name, isWellFormed: isWellFormed(text.replace(/<style[^>]*>.*?<\/style>/gs, '')) }).toEqual({
      name,
      isWellFormed: true,
    })
    expect(text).not.toMatch(/\son\w+="|javascript:(?!alert)|href="(?!#)/i)
  }
})

test('the live page has hostile names, and what is wrong with a file that breaks, as texts', async () => {
  const interrupt = new AbortController()
  let started: (address: string) => void = () => undefined
  const address = new Promise<string>((done) => {
    started = done
  })
  const running = recordedRun(['view', file], nodeSourceReader(project.folder), {
    cwd: project.folder,
    stdout: (line) => started(String(line).trim()),
    untilInterrupted: () => interrupt.signal,
  })
  const at = await address
  const page = async (): Promise<string> => (await fetch(at)).text()
  const data = (html: string): unknown =>
    JSON.parse(/<script type="application\/json" id="authplan-data">(.*?)<\/script>/s.exec(html)?.[1] ?? '')
  const sound = await page()
  escapesTags(sound, 'a sound file')
  expectQuiet(sound.replace(/<script(?! type="application\/json").*?<\/script>/gs, ''), 'a sound file')
  expect(data(sound)).toMatchObject({ files: { [file]: JSON.stringify(tenant) } })

  const broken = payloads.map((text) => ({ userPrincipalName: text, [text]: text, mailbox: text, groups: [text] }))
  project.place(file, JSON.stringify({ ...tenant, users: broken }))
  const shown = await page()
  escapesTags(shown, 'a broken file')
  expectQuiet(shown.replace(/<script(?! type="application\/json").*?<\/script>/gs, ''), 'a broken file')
  interrupt.abort()
  expect((await running).code).toBe(0)
})
