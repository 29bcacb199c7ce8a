// The entries of the packed library: the steps in projects of both kinds of modules, and the types under a strict compiler.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, run } from './packed-trial.mjs'

/** Writes files, with the folders that they need. */
export function place(folder, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

const scenario = 'scenarios/federated-skype-on-premises.yaml'

const feature = `Feature: One sign-in
  Scenario: an app password
    Given the tenant architecture "tenant.yaml"
    When the finance lead uses Outlook 2010 to read mail from the internet
    Then the required credential is the app password
`
const wrong = feature.replace('the finance lead uses', 'the finance leader uses')

const projects = {
  'esm-register': { type: 'module', steps: "import 'authplan/gherkin/register'\n" },
  'esm-steps': {
    type: 'module',
    steps:
      "import * as cucumber from '@cucumber/cucumber'\nimport { registerSteps } from 'authplan/gherkin'\nregisterSteps(cucumber)\n",
  },
  'commonjs-register': { type: 'commonjs', steps: "require('authplan/gherkin/register')\n" },
  'commonjs-steps': {
    type: 'commonjs',
    steps: "const { registerSteps } = require('authplan/gherkin')\nregisterSteps(require('@cucumber/cucumber'))\n",
  },
}

/** One task a way to take the steps: a right feature is green, and a wrong one is not. */
export function stepTasks(folder) {
  return Object.entries(projects).map(([name, { type, steps }]) => async () => {
    const project = join(folder, name)
    place(project, {
      'package.json': JSON.stringify({ type }),
      'steps.js': steps,
      'right.feature': feature,
      'wrong.feature': wrong,
      // A feature refers to nothing outside of its project.
      'tenant.yaml': readFileSync(join(folder, 'node_modules/authplan', scenario), 'utf8'),
    })
    const cucumber = join(folder, 'node_modules/@cucumber/cucumber/bin/cucumber.js')
    const loading = type === 'module' ? '--import' : '--require'
    const { status, text } = await run(
      project,
      process.execPath,
      cucumber,
      loading,
      'steps.js',
      'right.feature',
      'wrong.feature',
    )
    const both =
      status === 1 &&
      /2 scenarios \(1 failed, 1 passed\)/.test(text) &&
      /wrong\.feature:2[\s\S]*did you mean/i.test(text)
    expect(`the steps work by ${name}`, both, text)
  })
}

const esm = `import { loadTenant, planRequests, sessionVerdict, simulateSession } from 'authplan'
import { type Cucumber, registerSteps, type StepOptions } from 'authplan/gherkin'
import 'authplan/gherkin/register'
import * as cucumber from '@cucumber/cucumber'
const options: StepOptions = {}
const own: Cucumber = cucumber
registerSteps(own, options)
const loaded = loadTenant('tenant.yaml')
if (loaded.ok) for (const request of planRequests(loaded.value, {})) sessionVerdict(simulateSession(loaded.value, request))
// @ts-expect-error: types are really there
loadTenant(1)
`
const commonjs = `import authplan = require('authplan')
import gherkin = require('authplan/gherkin')
import cucumber = require('@cucumber/cucumber')
require('authplan/gherkin/register')
gherkin.registerSteps(cucumber)
export const load: (file: string) => unknown = authplan.loadTenant
`
const settings = {
  nodenext: { module: 'nodenext', files: { 'entries.mts': esm, 'entries.cts': commonjs } },
  node16: { module: 'node16', files: { 'entries.mts': esm } },
  bundler: { module: 'esnext', moduleResolution: 'bundler', files: { 'entries.ts': esm } },
}

/** One task a way to resolve modules; the compiler is that of the repository, everything else is installed. */
export function typeTasks(folder, tsc) {
  return Object.entries(settings).map(([name, { files, ...modules }]) => async () => {
    const project = join(folder, `types-${name}`)
    const compilerOptions = {
      ...modules,
      target: 'es2022',
      types: ['node'],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
    }
    place(project, { ...files, 'tsconfig.json': JSON.stringify({ compilerOptions, files: Object.keys(files) }) })
    const { status, text } = await run(project, process.execPath, tsc, '-p', '.')
    expect(`the types of all entries compile under ${name}`, status === 0, text)
  })
}

const required = `const authplan = require('authplan')
const { version } = require('authplan/package.json')
const { $schema } = require('authplan/schema')
const { $id } = require('authplan/schemas/simulate')
if (!$id.endsWith('/simulate.json')) throw new Error($id)
const loaded = authplan.loadTenant('node_modules/authplan/scenarios/federated-skype-on-premises.yaml')
console.log(loaded.ok, version, typeof $schema)
`
const imported = `import { loadTenant } from 'authplan'
const loaded = loadTenant('node_modules/authplan/scenarios/federated-skype-on-premises.yaml')
console.log(loaded.ok, 'imported')
`

/** The library from both kinds of modules. */
export function libraryTasks(folder) {
  place(folder, { 'library.cjs': required, 'library.mjs': imported })
  return ['library.cjs', 'library.mjs'].map((file) => async () => {
    const { status, text } = await run(folder, process.execPath, file)
    expect(`the library loads from ${file}`, status === 0 && text.startsWith('true '), text)
  })
}
