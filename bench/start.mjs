// Starting the command line, beside starting Node with nothing to do.
import { join } from 'node:path'
import { number, root, spread, table, target, timed, times } from './measure.mjs'

export const title = 'Start'
const rounds = 15
const cli = join(root, 'dist/cli/main.cjs')
const founding = join(root, 'scenarios/federated-skype-on-premises.yaml')
const commands = [
  ['node -e 0', ['-e', '0']],
  ['authplan --version', [cli, '--version']],
  ['authplan --help', [cli, '--help']],
  ['authplan check, founding scenario', [cli, 'check', founding]],
  ['authplan simulate, founding scenario', [cli, 'simulate', founding]],
]

export async function run() {
  const took = new Map(commands.map(([name]) => [name, []]))
  for (const [, args] of commands) timed(process.execPath, args)
  for (let round = 0; round < rounds; round += 1)
    for (const [name, args] of commands) took.get(name).push(timed(process.execPath, args).took)
  const results = new Map([...took].map(([name, all]) => [name, spread(all)]))
  const bare = results.get('node -e 0').median
  const ratio = (name) => results.get(name).median / bare
  return {
    text: `Milliseconds by the clock, ${rounds} interleaved rounds, without \`NODE_EXTRA_CA_CERTS\`.\n\n${table(
      ['command', 'median', 'least', 'most', 'to node -e 0'],
      commands.map(([name]) => {
        const { least, median, most } = results.get(name)
        return [`\`${name}\``, number(median, 0), number(least, 0), number(most, 0), times(ratio(name))]
      }),
    )}\n\nWhat \`check\` takes beyond Node is loading the compiled program, and reading and judging the file; what \`simulate\` takes beyond that is each sign-in of the scenario, played once in code that has not run before, and the table. The program is loaded with the code that V8 compiled for the usual commands when it was built, which is already most of what can be spared: \`check\` alone, which plays nothing, is beyond three starts of Node.`,
    targets: [
      target(
        '`--version` to `node -e 0`',
        'under 1.5',
        times(ratio('authplan --version')),
        ratio('authplan --version') < 1.5,
      ),
      target(
        '`simulate` on the founding scenario to `node -e 0`',
        'under 3',
        times(ratio('authplan simulate, founding scenario')),
        ratio('authplan simulate, founding scenario') < 3,
      ),
    ],
  }
}
