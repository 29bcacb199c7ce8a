import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadTenantText, memorySourceReader } from '../../dist/index.js'
import { renderHtml } from '../../dist/report/pages/html.js'
import { root, site } from './product.mjs'

/** Tenants of the library that the playground offers, the first one first. */
const first = 'leaving-ad-fs.yaml'

/** A tenant that is in one file; others need files beside them. */
function exampleOf(name) {
  const text = readFileSync(join(root, 'scenarios', name), 'utf8')
  const loaded = loadTenantText(text, name, memorySourceReader({ [name]: text }))
  return loaded.ok ? [{ name: loaded.value.name, file: name, files: { [name]: text } }] : []
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The page of a report with the tenants of the library to begin with: one file that loads nothing. */
export async function writePlayground() {
  const bundle = await import('../../dist/page/generated/page-bundle.js')
  const names = readdirSync(join(root, 'scenarios')).filter((name) => name.endsWith('.yaml') && name !== first)
  const examples = [first, ...names.sort()].flatMap(exampleOf)
  const { file, files } = examples[0]
  const data = { formatVersion: 1, file, files, product: manifest.version, examples }
  writeFileSync(join(site, 'public/playground.html'), renderHtml({ title: 'Playground', bundle, data }))
  return examples.length
}
