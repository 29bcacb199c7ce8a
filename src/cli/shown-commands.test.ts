import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ProjectFolder, projectFolder } from './every-command.fixture.ts'

let project: ProjectFolder
beforeAll(() => {
  project = projectFolder()
  const text = readFileSync(`${project.folder}/scenarios/our-tenant.yaml`, 'utf8')
  project.place('our plan/of $5.yaml', text.replace('managedSignIn: password-hash-sync', 'managedSignIn: pass-through'))
  project.place(
    'our plan/warned.yaml',
    text.replace('displayName: Require MFA', 'displayName: Require MFA\n      extra: 1'),
  )
})
afterAll(() => project.remove())

test('commands that are shown quote a path where a shell needs it', async () => {
  const { stderr } = await project.run('simulate', 'our plan/warned.yaml')
  expect(stderr).toContain('"our plan/warned.yaml": 1 warning, see `authplan check "our plan/warned.yaml"`')
  const { stdout } = await project.run('gaps', 'our plan/of $5.yaml', '--details')
  expect(stdout).toMatch(/authplan explain 'our plan\/of \$5\.yaml' -u /)
  const report = await project.run('report', 'our plan/warned.yaml', '-f', 'markdown', '-o', 'our reports')
  expect(report.stderr).toContain('wrote "our reports/warned.md"')
})

test('no source puts a name into a command as it is', () => {
  const files = ['cli', 'report', 'gherkin', 'analysis', 'source'].flatMap((room) =>
    readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name))
      .map((name) => `src/${room}/${name}`),
  )
  // Names of commands and tables are ours.
  const ours = ['name', 'table', 'line', 'data.product']
  const found = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/authplan (?:[a-z-]+ [^'`\n]*?)?\$\{([^}]*)/g)]
      .filter(([, inside = '']) => !/^shell(Word|Path)\(/.test(inside) && !ours.includes(inside))
      .map(([whole]) => `${file}: ${whole}`),
  )
  expect(found).toEqual([])
})
