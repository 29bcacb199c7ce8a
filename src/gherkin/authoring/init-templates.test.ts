import { expect, test } from 'vitest'
import { project } from '../run/run-features.fixture.ts'
import { parameterTypes } from '../steps/parameter-types.ts'
import { allSteps } from '../steps/vocabulary.ts'
import { editorGlue } from './editor-glue.ts'
import { initFiles } from './init-templates.ts'

const files = initFiles({ name: 'our-sign-ins', version: '1.2.3' })

test('a new project is green as it is', async () => {
  const one = project(Object.fromEntries(files.map(({ path, text }) => [path, text])))
  const { exitCode, stdout } = await one.run('text', { paths: ['features'] })
  one.remove()
  expect(stdout).toMatch(/5 scenarios, \d+ steps: all passed/)
  expect(exitCode).toBe(0)
})

test('a new project has tenant, feature, runner, editor settings, workflow and README, and names the version', () => {
  expect(files.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'package.json',
      'README.md',
      'cucumber.mjs',
      '.vscode/settings.json',
      '.github/workflows/authplan.yml',
    ]),
  )
  expect(JSON.parse(files.find(({ path }) => path === 'package.json')?.text ?? '').devDependencies.authplan).toBe(
    '^1.2.3',
  )
  for (const { text } of files) expect(text.endsWith('\n')).toBe(true)
})

test('the file for editors has every step and every parameter type as a literal call', () => {
  const glue = editorGlue()
  expect(glue.match(/^(?:Given|When|Then)\('/gm)).toHaveLength(allSteps.length)
  expect(glue.match(/^defineParameterType\(/gm)).toHaveLength(parameterTypes.length)
})
