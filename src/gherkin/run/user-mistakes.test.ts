import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { syntaxPlaceOf } from '../scenario/code-place.ts'
import { feature, type Project, project } from './run-features.fixture.ts'
import { cucumberProblem } from './run-problems.ts'

const holds = feature(
  'When the finance lead uses Outlook 2010 to read mail',
  'Then the required credential is the app password',
)
const cucumber = "'@cucumber/cucumber'"

/** Step files with a mistake, and where and how the mistake is reported. */
const stepFiles = {
  'throws.mjs': { text: 'const fine = 1\n\nthrow new Error("no such server")\n', place: 3, says: /no such server/ },
  'throws-five.mjs': { text: 'throw 5\n', place: 1, says: /throws 5/ },
  'syntax.mjs': { text: 'const fine = 1\nconst x = ;\n', place: undefined, says: /./ },
  'syntax.cjs': { text: 'const fine = 1\nconst x = ;\n', place: undefined, says: /./ },
  'package.mjs': {
    text: "// first\nimport 'a-package-that-is-not-there'\n",
    place: 2,
    says: /a-package-that-is-not-there/,
  },
  'typed.ts': { text: 'const x: number = 1\nthrow new Error(String(x))\n', place: undefined, says: /./ },
  'expression.mjs': {
    text: `import { Given } from ${cucumber}\n\nGiven('{unclosed', () => {})\n`,
    place: 3,
    says: /does not have a matching/,
  },
  'parameter.mjs': {
    text: `import { Given } from ${cucumber}\nGiven('a {color} house', () => {})\n`,
    place: 2,
    says: /\{color\}, which is not defined/,
  },
  'twice.mjs': {
    text: `import { defineParameterType } from ${cucumber}\nconst it = { name: 'mine', regexp: /a/ }\ndefineParameterType(it)\ndefineParameterType(it)\n`,
    place: 4,
    says: /already a parameter type/,
  },
  'first-hook.mjs': {
    text: `import { BeforeAll } from ${cucumber}\nBeforeAll(() => { throw new Error('no database') })\n`,
    place: 2,
    says: /a BeforeAll hook of the project failed: no database/,
  },
  'world.mjs': {
    text: `import { setWorldConstructor } from ${cucumber}\nsetWorldConstructor(class { constructor() { throw new Error('no world') } })\n`,
    place: 2,
    says: /no world/,
  },
  'scenarios/federated-skype-on-premises.yaml': { text: undefined, place: undefined, says: /./ },
  'steps/in-a-folder.mjs': { text: 'export {}\n', place: undefined, says: undefined },
} as const

type Entry = {
  readonly text: string | undefined
  readonly place: number | undefined
  readonly says: RegExp | undefined
}
const entries: readonly (readonly [string, Entry])[] = Object.entries(stepFiles)

let one: Project

beforeAll(() => {
  const texts = entries.flatMap(([name, { text }]) => (text === undefined ? [] : [[name, text] as const]))
  const later = `import { AfterAll, Before } from ${cucumber}\n`
  one = project({
    'features/a.feature': holds,
    'last-hook.mjs': `${later}AfterAll(() => { throw new Error('no farewell') })\n`,
    'scenario-hook.mjs': `${later}Before(() => { throw new Error('no table') })\n`,
    'imports-it.mjs': "import './syntax.mjs'\n",
    'bad/b.feature': holds.replace('app password', 'account password'),
    ...Object.fromEntries(texts),
  })
  symlinkSync(resolve('node_modules'), join(one.folder, 'node_modules'))
})

afterAll(() => one.remove())

describe('a mistake of the user is reported at its place and is not a defect:', () => {
  test.each(entries.filter(([, { says }]) => says !== undefined))(
    'the steps file %s',
    async (file, { place, says }) => {
      const { exitCode, stdout } = await one.run('json', { stepFiles: [file] })
      const { problems } = JSON.parse(stdout)
      expect(problems).toHaveLength(1)
      expect(problems[0]).toMatchObject({ uri: file, ...(place !== undefined && { line: place }) })
      expect(problems[0].message).toMatch(says ?? /./)
      expect(exitCode).toBe(2)
    },
  )

  test.each([
    ['throw.mjs', 'throw.mjs:1', /did you mean `throws\.mjs`\?/],
    ['steps', 'steps:1', /this is a folder/],
  ])('steps at %s', async (file, place, help) => {
    const { exitCode, stdout } = await one.run('text', { stepFiles: [file] })
    expect(stdout).toContain(place)
    expect(stdout).toMatch(help)
    expect(exitCode).toBe(2)
  })

  test('a hook after the run, which took place', async () => {
    const { exitCode, stdout } = await one.run('text', { stepFiles: ['last-hook.mjs'] })
    expect(stdout).toContain('last-hook.mjs:2  an AfterAll hook of the project failed: no farewell')
    expect(stdout).toContain('1 feature, 1 scenario')
    expect(exitCode).toBe(1)
  })

  test('a hook of a scenario', async () => {
    const { exitCode, stdout } = await one.run('text', { stepFiles: ['scenario-hook.mjs'] })
    expect(stdout).toMatch(/a hook of the project failed: no table\n.*scenario-hook\.mjs:2/)
    expect(exitCode).toBe(1)
  })

  test.each([
    [{ tags: '@a and (' }, 'the tag expression `@a and (` is invalid'],
    [{ tags: '@a @b' }, 'the tag expression `@a @b` is invalid'],
    [{ names: ['fine', '('] }, 'the name pattern `(` is invalid'],
    [{ paths: ['steps/in-a-folder.mjs'] }, 'there is no feature here'],
    [{ paths: ['scenarios/federated-skype-on-premises.yaml'] }, 'there is no feature here'],
  ])('the selection %o', async (selection, says) => {
    const { exitCode, stdout } = await one.run('text', selection)
    expect(stdout).toContain(`cannot run  `)
    expect(stdout).toContain(says)
    expect(stdout).not.toContain('no scenario ran')
    expect(exitCode).toBe(2)
  })

  test.each(['syntax.mjs', 'syntax.cjs', 'imports-it.mjs'])('the place of a syntax error in %s', (file) => {
    const place = syntaxPlaceOf(join(one.folder, file))
    expect(place).toMatchObject({ line: 2, column: 11 })
    expect(place?.file).toMatch(/syntax\.[cm]js$/)
  })

  test('a feature that is not UTF-8', async () => {
    mkdirSync(join(one.folder, 'odd'))
    writeFileSync(join(one.folder, 'odd/latin.feature'), Buffer.from('Feature: M\xfcnchen\n', 'latin1'))
    const { exitCode, stdout } = await one.run('text', { paths: ['odd'] })
    expect(stdout).toMatch(/odd\/latin\.feature:1 {2}the bytes here are not valid UTF-8/)
    expect(exitCode).toBe(2)
  })

  test.each(['junit', 'github', 'markdown', 'html'] as const)('also in %s', async (format) => {
    const { stdout } = await one.run(format, { stepFiles: ['throws.mjs'] })
    expect(stdout).toContain('no such server')
    expect(stdout).toContain('throws.mjs')
  })
})

test.each(['coverage', 'coverage-json', 'lcov', 'requirements', 'requirements-csv', 'requirements-html'] as const)(
  '%s on standard output leaves the failures to standard error',
  async (format) => {
    const { exitCode, stderr } = await one.run(format, { paths: ['bad'] })
    expect(stderr).toContain('bad/b.feature:6')
    expect(exitCode).toBe(1)
    const green = await one.run(format)
    expect(green.exitCode).toBe(0)
    expect(green.stderr).not.toContain('all passed')
  },
)

test.each([
  ['12.8.2', true],
  ['11.3.0', true],
  ['14.0.0', true],
  ['12.9.0', false],
  ['12.10.1', false],
  ['13.0.0', false],
])('Cucumber %s is refused: %s', (version, refused) => {
  expect(cucumberProblem(version) !== undefined).toBe(refused)
})
