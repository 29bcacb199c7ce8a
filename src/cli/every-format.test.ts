import { afterAll, expect, test } from 'vitest'
import { tableNames } from '../catalog/index.ts'
import { type CommandName, commandNames } from './commands.ts'
import { formatsOf, ordinaryWords, projectFolder } from './every-command.fixture.ts'

const tenant = 'scenarios/our-tenant.yaml'
const project = projectFolder()
afterAll(project.remove)

/** `-f` for every format, each into a separate file. */
const toFiles = (formats: readonly string[]) => formats.flatMap((format) => ['-f', `${format}:out-${format}`])
// Object.keys of a record are its keys, which its type cannot say.
const names = Object.keys(ordinaryWords) as readonly (keyof typeof ordinaryWords)[]

test('every command is here, or shows nothing in a format', async () => {
  const without: readonly CommandName[] = ['init', 'view', 'mcp', 'lsp', 'completion']
  expect([...names, ...without].sort()).toEqual([...commandNames].sort())
  for (const name of without) expect(await formatsOf(name)).toEqual([])
})

test.each(names)('%s ends everything it writes with one line break', async (name) => {
  const formats = await formatsOf(name)
  const { code, stdout, stderr, files } = await project.run(name, ...ordinaryWords[name], ...toFiles(formats))
  const usual = await project.run(name, ...ordinaryWords[name])
  expect({ code, stderr }).toMatchObject({ code: expect.toBeOneOf([0, 1]) })
  const texts = Object.entries({ ...files, ...usual.files, stdout, usual: usual.stdout })
  for (const format of formats) expect(files[`out-${format}`], format).toBeDefined()
  // Nothing to say is not a text at all.
  const wrong = texts.filter(([, text]) => text !== '' && !/[^\n]\n$/.test(text))
  expect(wrong.map(([file, text]) => [file, text.slice(-40)])).toEqual([])
})

const further: readonly (readonly [CommandName, ...(readonly string[])])[] = [
  ['simulate', tenant, '--group-by', 'client'],
  ['simulate', tenant, '--where', 'credential=app-password'],
  ['simulate', tenant, '--where', 'credential=app-password', '--group-by', 'client,network'],
  ['simulate', tenant, '--expand'],
  ['explain', tenant, '--policy', 'Require MFA'],
  ['diagram', tenant, '-u', 'Alex', '-c', 'browser', '--audience', 'user'],
  ['diff', tenant, tenant],
  ['compare', tenant, tenant],
  ['prove', tenant, 'every sign-in succeeds', 'some sign-in is blocked'],
  ['impact', tenant],
  ['what-if', tenant, '-r', 'request.json', '--everyone'],
  ['replay', tenant, '--what-if', 'questions'],
  ['gaps', tenant, '--severity', 'error'],
  ['rules', 'CRED-2'],
  ['explain-code', 'CON-1'],
  ['catalog'],
  ...tableNames.map((table) => ['catalog', table] as const),
  ['test', '--tags', '@nothing'],
  ['check', tenant, '--strict'],
  ['check', 'request.json'],
  ['why-not', tenant, '-u', 'Alex', '-c', 'browser', '-p', 'read-mail', '--want', 'interactive'],
]

test.each(further.map((words) => [words.join(' '), words] as const))('%s does so too', async (_text, words) => {
  for (const format of await formatsOf(words[0])) {
    const { code, stdout, stderr } = await project.run(...words, '-f', format)
    expect(code, stderr).toBeLessThan(words[0] === 'check' ? 3 : 2)
    if (stdout !== '') expect(stdout.slice(-40), format).toMatch(/[^\n]\n$/)
  }
})

test('what is said on standard error ends with one line break too', async () => {
  for (const name of names) {
    const { stderr } = await project.run(name, ...ordinaryWords[name])
    if (stderr !== '') expect(stderr, name).toMatch(/[^\n]\n$/)
  }
})
