// A tenant file of 10 MB, beside parsing it with `yaml` alone.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inOwnProcess, median, number, root, table, target, times, versionOf } from './measure.mjs'

export const title = 'Load'
const rounds = 3

function largeFile() {
  const users = Array.from(
    { length: 56_000 },
    (_, index) => `  - userPrincipalName: user.number.${index}@contoso.com
    displayName: User number ${index}
    perUserMfaState: ${['disabled', 'enabled', 'enforced'][index % 3]}
    registered: ${index % 3 === 2}
    mailbox: exchange-online
    groups: [Finance]
`,
  )
  return `name: Large
asOf: 2019-10-01
domains:
  - { name: contoso.com, authenticationType: managed, managedSignIn: password-hash-sync }
workloads:
  exchange-online: { modernAuthentication: true }
networks:
  - { name: internet }
clients: [outlook-2016]
groups: [{ name: Finance }]
users:
${users.join('')}`
}

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'load-'))
  const file = join(folder, 'large.yaml')
  writeFileSync(file, largeFile())
  const size = statSync(file).size / 1_000_000
  const parses = []
  const loads = []
  for (let round = 0; round < rounds; round += 1) {
    parses.push(inOwnProcess('load-run.mjs', file, 'yaml'))
    loads.push(inOwnProcess('load-run.mjs', file, 'product'))
  }
  rmSync(folder, { recursive: true })
  const took = (runs) => median(runs.map((one) => one.took))
  const memory = (runs) => number(Math.max(...runs.map((one) => one.memory)), 0)
  const ratio = took(loads) / took(parses)
  return {
    text: `A file of ${number(size, 1)} MB with 56,000 users, in separate processes; milliseconds of the processor, medians of ${rounds} interleaved rounds.\n\n${table(
      ['what', 'time', 'peak memory, MB'],
      [
        [
          `yaml ${versionOf('yaml', join(root, 'node_modules'))}: parseDocument with line counter, toJS`,
          number(took(parses), 0),
          memory(parses),
        ],
        ['authplan: parse, check, normalize, freeze', number(took(loads), 0), memory(loads)],
      ],
    )}`,
    targets: [target('loading to parsing alone', 'under 1.5', times(ratio), ratio < 1.5)],
  }
}
