// Writes the files of a new rule, client, check, finding or command, with the places to fill in:
//   npm run new -- rule QUESTION "Statement of the fact."
//   npm run new -- client ID "Name" [FILE]
//   npm run new -- check "What no file should say"
//   npm run new -- finding KIND "title of the finding"
//   npm run new -- command NAME "what it answers"
// What is left to fill in fails a test that says so.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newCheck } from './new/check.mjs'
import { newClient } from './new/client.mjs'
import { newCommand } from './new/command.mjs'
import { newFinding } from './new/finding.mjs'
import { newRule } from './new/rule.mjs'

const kinds = { rule: newRule, client: newClient, check: newCheck, finding: newFinding, command: newCommand }
const usage =
  'usage: npm run new -- rule QUESTION "Statement." | client ID NAME [FILE] | check TITLE | finding KIND TITLE | command NAME ANSWERS'

/** Reads and writes below a root, and remembers what changed. Nothing is written before everything is known to fit. */
function workshop(root) {
  const texts = new Map()
  const read = (file) => texts.get(file) ?? readFileSync(join(root, file), 'utf8')
  return {
    root,
    read,
    exists: (file) => texts.has(file) || existsSync(join(root, file)),
    create(file, text) {
      if (texts.has(file) || existsSync(join(root, file))) throw new Error(`${file} already exists`)
      texts.set(file, text)
    },
    /** Inserts a line before the first line that the pattern matches, or after it. */
    insert(file, pattern, line, where = 'before') {
      const lines = read(file).split('\n')
      const index = lines.findIndex((one) => pattern.test(one))
      if (index < 0) throw new Error(`${file} has no line that matches ${pattern}`)
      lines.splice(where === 'before' ? index : index + 1, 0, ...line.split('\n'))
      texts.set(file, lines.join('\n'))
    },
    replace(file, change) {
      texts.set(file, change(read(file)))
    },
    save() {
      for (const [file, text] of texts) {
        mkdirSync(dirname(join(root, file)), { recursive: true })
        writeFileSync(join(root, file), text)
        console.log(file)
      }
    },
  }
}

const words = process.argv.slice(2)
const rootAt = words.indexOf('--root')
const root = rootAt < 0 ? dirname(dirname(fileURLToPath(import.meta.url))) : resolve(words.splice(rootAt, 2)[1] ?? '')
const [kind, ...rest] = words
try {
  const make = Object.hasOwn(kinds, kind ?? '') ? kinds[kind] : undefined
  if (make === undefined || rest.length === 0) throw new Error(usage)
  const shop = workshop(root)
  const next = make(shop, ...rest)
  shop.save()
  console.log(next)
} catch (problem) {
  console.error(`new: ${problem.message}`)
  process.exitCode = 2
}
