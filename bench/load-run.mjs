// Loads one large file in a separate process: `yaml` alone as the product uses it, or the whole product.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadTenantText } from '../dist/index.js'
import { processorTime, root } from './measure.mjs'

const [file, what] = process.argv.slice(2)
const text = readFileSync(file, 'utf8')
const { LineCounter, parseDocument } = createRequire(`${root}/package.json`)('yaml')
const start = processorTime()
if (what === 'yaml') {
  const document = parseDocument(text, { lineCounter: new LineCounter() })
  if (document.errors.length > 0) throw document.errors[0]
  document.toJS()
} else {
  const loaded = loadTenantText(text, 'large.yaml')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics.slice(0, 3).map(({ code, args }) => [code, args])))
}
console.log(JSON.stringify({ took: (processorTime() - start) / 1000, memory: process.resourceUsage().maxRSS / 1024 }))
