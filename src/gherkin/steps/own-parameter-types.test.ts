import { symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as cucumber from '@cucumber/cucumber'
import { runCucumber } from '@cucumber/cucumber/api'
import { afterEach, describe, expect, test } from 'vitest'
import { feature, type Project, project } from '../run/run-features.fixture.ts'
import { parameterTypes } from './parameter-types.ts'
import { registerSteps } from './register-steps.ts'

const open: Project[] = []

afterEach(() => {
  for (const one of open.splice(0)) one.remove()
})

const names = parameterTypes.map(({ name }) => name)
const identifier = (name: string): string => name.replaceAll(' ', '_')

// A project that uses each of our words as a parameter type of its own, and regular expressions with the groups of ours.
const ownSteps = [
  "import { Given, Then, defineParameterType } from '@cucumber/cucumber'",
  ...names.flatMap((name) => [
    `defineParameterType({ name: '${name}', regexp: /own ${identifier(name)}/, transformer: (text) => text.toUpperCase() })`,
    `Given('mine is {${name}}', (value) => { if (value !== 'OWN ${identifier(name).toUpperCase()}') throw new Error(value) })`,
  ]),
  'Then(/^quoted ("[^"]*")$/, (value) => { if (value !== \'"as it is"\') throw new Error(value) })',
  'Then(/^escaped ("(?:[^"\\\\]|\\\\.)*")$/, (value) => { if (value !== \'"as it is"\') throw new Error(value) })',
  '',
].join('\n')

const ownFeature = feature(
  ...names.map((name) => `Given mine is own ${identifier(name)}`),
  'When the finance lead uses Outlook 2010 to read mail',
  'Then the required credential is the app password',
  'Then quoted "as it is"',
  'Then escaped "as it is"',
)

describe('the words of our parameter types are free for a project', () => {
  test('that runs `authplan test` with steps of its own', async () => {
    const one = project({ 'features/a.feature': ownFeature, 'steps.mjs': ownSteps })
    open.push(one)
    symlinkSync(resolve('node_modules'), join(one.folder, 'node_modules'))
    const { stdout, exitCode } = await one.run('text', { stepFiles: ['steps.mjs'] })
    expect(stdout).toMatch(/all passed/)
    expect(exitCode).toBe(0)
  })

  test('that registers our steps with its own Cucumber', async () => {
    const one = project({ 'features/a.feature': ownFeature })
    open.push(one)
    let ids = 0
    cucumber.supportCodeLibraryBuilder.reset(one.folder, () => `id-${ids++}`)
    registerSteps(cucumber)
    const define = new Function('cucumber', ownSteps.replace(/^import (.*) from .*$/m, 'const $1 = cucumber'))
    define(cucumber)
    const support = cucumber.supportCodeLibraryBuilder.finalize()
    const result = await runCucumber(
      {
        sources: { defaultDialect: 'en', paths: ['features'], names: [], tagExpression: '', order: 'defined' },
        support,
        runtime: {
          dryRun: false,
          failFast: false,
          filterStacktraces: true,
          parallel: 0,
          retry: 0,
          retryTagFilter: '',
          strict: true,
          worldParameters: {},
        },
        formats: { stdout: 'rerun', files: {}, publish: false, options: {} },
      },
      { cwd: one.folder },
    )
    expect(result.success).toBe(true)
  })
})
