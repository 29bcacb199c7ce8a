// The outputs and the command table of README.md, made from the built command line.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Terminals and forges show this many columns without a scroll bar. */
const columns = 124
/** Longer outputs are shown by their beginning. */
const mostLines = 40
const begun = 14

const wordsOf = (line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain)

function authplan(root, words) {
  const { stdout } = spawnSync(process.execPath, ['dist/cli/main.cjs', ...words], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: String(columns), NO_COLOR: '1' },
  })
  return stdout
}

function shown(output) {
  const lines = output.split('\n')
  return lines.length <= mostLines ? output : `${lines.slice(0, begun).join('\n')}\n...\n`
}

/** What a command takes and answers, from its own help. */
function commandRow(root, name) {
  const help = authplan(root, [name, '--help'])
  const usage = /^Usage: (.*)$/m.exec(help)?.[1] ?? `authplan ${name}`
  const [, answers = ''] = /^Usage: .*\n\n([\s\S]*?)\n\n/.exec(help) ?? []
  const option = /--format <[^>]*>\s+([\s\S]*?)(?:; :FILE|, the only)/.exec(help)?.[1] ?? ''
  const call = usage.replace(' [options]', '').replace(/[<>]/g, '').replaceAll('|', '\\|')
  return `| \`${call}\` | ${answers.replace(/\s+/g, ' ')} | ${option.replace(/\s+/g, ' ')} |`
}

function commandTable(root) {
  const list = /\nCommands:\n([\s\S]*?)\n\n/.exec(authplan(root, ['--help']))?.[1] ?? ''
  const names = list.split('\n').map((line) => line.trim().split(' ')[0])
  return ['| command | answers | formats |', '|---|---|---|', ...names.map((name) => commandRow(root, name))].join('\n')
}

/** The README as it should be. */
export function freshReadme(root) {
  return readFileSync(join(root, 'README.md'), 'utf8')
    .replace(
      /(```console\n\$ authplan (.*)\n)[\s\S]*?```/g,
      (_, head, line) => `${head}${shown(authplan(root, wordsOf(line)))}\`\`\``,
    )
    .replace(/^\| command \| answers [\s\S]*?\n(?=\n)/m, () => `${commandTable(root)}\n`)
}
