import { drawingStyle } from '../drawing/drawing-style.ts'
import { htmlPage, isolatedMarkup as named } from '../drawing/html-frame.ts'
import { markdownFence, markdownTable, markdownText } from '../tables/markdown-escape.ts'

/** A line of a list, with lines below it. */
export interface Item {
  readonly text: string
  readonly below?: readonly string[]
}

type Level = 1 | 2 | 3 | 4

/** A part of a document that is written as Markdown and as HTML; all texts are plain. */
export type Block =
  | { readonly kind: 'page' }
  | { readonly kind: 'heading'; readonly level: Level; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly strong?: boolean }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'table'; readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** A diagram, which HTML without scripts leaves out. */
  | { readonly kind: 'diagram'; readonly language: string; readonly text: string }
  /** A drawing that HTML shows and Markdown leaves to Mermaid, or that is left to HTML; the markup is our own. */
  | { readonly kind: 'picture'; readonly caption: string; readonly mermaid?: string; readonly svg: string }

/** A heading. */
export const heading = (level: Level, text: string): Block => ({ kind: 'heading', level, text })

/** A paragraph. */
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** A paragraph that nobody should miss. */
export const strong = (text: string): Block => ({ kind: 'paragraph', text, strong: true })

/** A list, or a sentence where it would be empty. */
export function list(items: readonly (string | Item)[], otherwise: string): Block {
  if (items.length === 0) return paragraph(otherwise)
  return { kind: 'list', items: items.map((one) => (typeof one === 'string' ? { text: one } : one)) }
}

function blockMarkdown(block: Block): readonly string[] {
  switch (block.kind) {
    case 'page':
      return ['---']
    case 'heading':
      return [`${'#'.repeat(block.level)} ${markdownText(block.text)}`]
    case 'paragraph':
      return [block.strong === true ? `**${markdownText(block.text)}**` : markdownText(block.text)]
    case 'list':
      return block.items.flatMap(({ text, below = [] }) => [
        `- ${markdownText(text)}`,
        ...below.map((line) => `  - ${markdownText(line)}`),
      ])
    case 'table':
      return markdownTable(
        block.headings.map(markdownText),
        block.rows.map((row) => row.map(markdownText)),
      )
    case 'diagram':
      return markdownFence(block.language, block.text)
    case 'picture':
      return block.mermaid === undefined
        ? []
        : [`${markdownText(block.caption)}:`, '', ...markdownFence('mermaid', block.mermaid)]
  }
}

/** A document as Markdown. */
export function blocksMarkdown(blocks: readonly Block[]): string {
  const parts = blocks.map((block) => blockMarkdown(block).join('\n')).filter((part) => part !== '')
  return `${parts.join('\n\n')}\n`
}

function itemHtml({ text, below = [] }: Item): string {
  const lines = below.map((line) => `<li>${named(line)}</li>`).join('')
  return `<li>${named(text)}${lines === '' ? '' : `<ul>${lines}</ul>`}</li>`
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'page':
      return '</section>\n<section>'
    case 'heading':
      return `<h${block.level}>${named(block.text)}</h${block.level}>`
    case 'paragraph':
      return block.strong === true ? `<p><strong>${named(block.text)}</strong></p>` : `<p>${named(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map(itemHtml).join('')}</ul>`
    case 'table': {
      const head = block.headings.map((text) => `<th scope="col">${named(text)}</th>`).join('')
      const rows = block.rows.map((row) => `<tr>${row.map((text) => `<td>${named(text)}</td>`).join('')}</tr>`)
      return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
    }
    case 'diagram':
      return ''
    case 'picture':
      return `<figure><figcaption>${named(block.caption)}</figcaption>${block.svg}</figure>`
  }
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.3rem .5rem;text-align:left;vertical-align:top}
figure{margin:1rem 0;overflow-x:auto}figcaption{font-weight:600}svg{max-width:100%;height:auto}
.gantt-name,.gantt-tick{font-size:12px}.gantt-tick{text-anchor:middle}
.gantt-stage{fill:var(--drawn-zone-ink-microsoft-cloud)}.gantt-exception{fill:var(--drawn-open-edge)}.gantt-date{fill:var(--drawn-deciding-edge)}
li,td{overflow-wrap:anywhere}td:first-child{min-width:7em}section{margin-bottom:3rem}
@media print{section{break-before:page;margin:0}section:first-child{break-before:auto}figure{break-inside:avoid}}
${drawingStyle}`

/** Of the style above; a test compares them. */
const styleHash = 'sha256-Bn6BjF7S1mljjU3gZRxNV72rBTIsaRa5L4bLdBhUjlo='

/** A document as one HTML file that loads nothing and runs nothing; each page is printed on a sheet of its own. */
export function blocksHtml(title: string, blocks: readonly Block[]): string {
  const content = blocks.map(blockHtml).filter((html) => html !== '')
  return htmlPage({ title, style, styleHash, body: `<main>\n<section>\n${content.join('\n')}\n</section>\n</main>` })
}
