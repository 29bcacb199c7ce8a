// Draws one diagram of the committed reports with mermaid-cli, to SVG and to PNG, and looks at both.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import { run } from '@mermaid-js/mermaid-cli'
import { findBrowser } from '../dist/report/drawing/draw.js'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const out = join(root, 'out/drawn')

/** The first sequence diagram in the committed reports, by file name. */
function firstDiagram() {
  for (const name of readdirSync(join(root, 'reports')).sort()) {
    const block =
      name.endsWith('.md') &&
      /```mermaid\n(sequenceDiagram[\s\S]*?)```/.exec(readFileSync(join(root, 'reports', name), 'utf8'))
    if (block) return { name, text: block[1] }
  }
  throw new Error('no report holds a sequence diagram')
}

/** What the diagram promises to show: how many messages, how many actors. */
function promised(text) {
  const lines = text.split('\n').map((line) => line.trim())
  return {
    messages: lines.filter((line) => /^\w+\s*(-|<)[^:]*:/.test(line)).length,
    actors: lines.filter((line) => /^(create )?(participant|actor) /.test(line)).length,
  }
}

/** Complaints about an SVG. */
function lookAtSvg(svg, { messages, actors }) {
  const drawnMessages = svg.split('class="messageText"').length - 1
  const drawnActors = new Set([...svg.matchAll(/data-et="life-line" data-id="([^"]+)"/g)].map((match) => match[1])).size
  const complaints = []
  if (svg.includes('aria-roledescription="error"')) complaints.push('the SVG is the error picture')
  if (messages === 0 || drawnMessages < messages) complaints.push(`${drawnMessages} of ${messages} messages in the SVG`)
  if (actors === 0 || drawnActors !== actors) complaints.push(`${drawnActors} of ${actors} actors in the SVG`)
  return complaints
}

/** Complaints about a PNG. */
function lookAtPng(png) {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const parts = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const shades = new Set(inflateSync(Buffer.concat(parts))).size
  return width < 200 || height < 200 || shades < 32 ? [`the PNG is empty: ${width} x ${height}, ${shades} values`] : []
}

try {
  const { name, text } = firstDiagram()
  const browser = await findBrowser()
  if (browser === undefined) throw new Error('no browser to draw with')
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'diagram.mmd'), text)
  const puppeteerConfig = {
    executablePath: browser.executable,
    headless: 'shell',
    args: ['--no-sandbox', '--disable-gpu', '--no-zygote', '--disable-dev-shm-usage'],
    env: { ...browser.environment },
  }
  for (const format of ['svg', 'png']) {
    await run(join(out, 'diagram.mmd'), join(out, `diagram.${format}`), { puppeteerConfig, quiet: true })
  }
  const complaints = [
    ...lookAtSvg(readFileSync(join(out, 'diagram.svg'), 'utf8'), promised(text)),
    ...lookAtPng(readFileSync(join(out, 'diagram.png'))),
  ]
  for (const complaint of complaints) console.error(`draw: ${complaint}`)
  if (complaints.length > 0) process.exitCode = 1
  else console.log(`draw: a diagram of reports/${name} is drawn to SVG and PNG`)
} catch (problem) {
  console.error(`draw: ${problem.message}`)
  process.exitCode = 1
}
