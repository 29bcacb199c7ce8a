// The built site as a browser gets it: every link leads somewhere, and nothing is loaded from elsewhere.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile())

const decoded = (text) => decodeURIComponent(text.replaceAll('&amp;', '&'))
const idsOf = (html) => new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id.replaceAll('&amp;', '&')))

/** The file that an address leads to. */
function targetOf(built, page, address) {
  const path = address.startsWith('/') ? address.slice(1) : normalize(join(dirname(page), address))
  return [path, `${path}.html`, join(path, 'index.html')].find(
    (name) => existsSync(join(built, name)) && statSync(join(built, name)).isFile(),
  )
}

/** Links of the pages that lead nowhere. */
export function deadLinks(built) {
  const pages = filesBelow(built).filter((name) => name.endsWith('.html'))
  const texts = new Map(pages.map((name) => [name, readFileSync(join(built, name), 'utf8')]))
  const ids = new Map([...texts].map(([name, text]) => [name, idsOf(text)]))
  let count = 0
  const dead = []
  for (const [page, html] of texts)
    for (const [, raw] of html.matchAll(/<(?:a|img|link|script)[^>]*\s(?:href|src)="([^"]*)"/g)) {
      if (/^(?:[a-z]+:|\/\/)/.test(raw)) continue
      count += 1
      const [address, fragment = ''] = decoded(raw).split('#')
      const target = address === '' ? page : targetOf(built, page, address)
      if (target === undefined || (fragment !== '' && ids.get(target)?.has(fragment) === false))
        dead.push(`${page}: ${raw}`)
    }
  return { count, pages: pages.length, dead: [...new Set(dead)] }
}

/** Everything that a page would load from another host. */
export function externalLoads(built) {
  const loads = /<(?:script|img|link|iframe|source|video)[^>]*\s(?:src|href)="((?:https?:)?\/\/[^"]*)"/g
  const styles = /(?:url\(|@import )\s*["']?((?:https?:)?\/\/[^"')]*)/g
  return filesBelow(built).flatMap((name) => {
    const text = /\.(?:html|css)$/.test(name) ? readFileSync(join(built, name), 'utf8') : ''
    const found = [...text.matchAll(name.endsWith('.css') ? styles : loads)].map(([, url]) => `${name}: ${url}`)
    return found
  })
}
