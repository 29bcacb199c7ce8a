// Runs every command that a page of the site shows, and compares its output with what the page says.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const columns = 100
const mostLines = 48
const begun = 24

/** The pages that are written by hand. */
export function handwritten(site) {
  const skipped = ['node_modules', 'reference', 'public', '.vitepress', 'decisions', 'generate', 'ci']
  const visit = (folder) =>
    readdirSync(join(site, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return skipped.includes(entry.name) ? [] : visit(path)
      return entry.name.endsWith('.md') ? [path] : []
    })
  return visit('').sort()
}

const wordsOf = (line) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain)

function shown(output) {
  const lines = output.split('\n')
  return lines.length <= mostLines ? output : `${lines.slice(0, begun).join('\n')}\n...\n`
}

function runOne(root, folder, line) {
  const [program, ...words] = wordsOf(line)
  if (program !== 'authplan') throw new Error(`not a command of ours: ${line}`)
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli/main.cjs'), ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: String(columns), NO_COLOR: '1' },
  })
  if (status === null || status === 2) throw new Error(`${line}\n${stderr}`)
  return shown(stdout === '' ? stderr : stdout)
}

/** The block of a page with the commands in it run: each command, and what it printed. */
function freshBlock(root, folder, body) {
  const commands = body.split('\n').filter((line) => line.startsWith('$ '))
  return commands.map((line) => `${line}\n${runOne(root, folder, line.slice(2))}`).join('')
}

const block = /^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm

/** A page as it should be: the files that it shows are written, its commands run in their order. */
export function freshPage(root, text) {
  const folder = mkdtempSync(join(tmpdir(), 'authplan-docs-'))
  let count = 0
  try {
    cpSync(join(root, 'scenarios'), join(folder, 'scenarios'), { recursive: true })
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    const fresh = text.replace(block, (whole, language, info, body) => {
      const file = /file=(\S+)/.exec(info)?.[1]
      if (file !== undefined) {
        mkdirSync(dirname(join(folder, file)), { recursive: true })
        writeFileSync(join(folder, file), body)
      }
      if (language !== 'console') return whole
      count += body.split('\n').filter((line) => line.startsWith('$ ')).length
      return `\`\`\`console\n${freshBlock(root, folder, body)}\`\`\``
    })
    return { fresh, count }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Compares each page with what its commands print now; with `write`, the pages are updated instead. */
export function runPages(root, site, { write, check }) {
  for (const page of handwritten(site)) {
    const path = join(site, page)
    const text = readFileSync(path, 'utf8')
    try {
      const { fresh, count } = freshPage(root, text)
      if (write) writeFileSync(path, fresh)
      else check(`${page}: its ${count} commands print what it shows`, fresh === text, firstDifference(text, fresh))
    } catch (problem) {
      check(`${page}: its commands run`, false, problem.message)
    }
  }
}

function firstDifference(text, fresh) {
  const [was, is] = [text.split('\n'), fresh.split('\n')]
  const at = is.findIndex((line, index) => line !== was[index])
  return `line ${at + 1}\n  shows:  ${was[at]}\n  prints: ${is[at]}`
}
