import { expect, test } from 'vitest'
import { appPasswordTrace, madeTrace } from '../trace.fixture.ts'
import { renderUserPageHtml } from './user-page-html.ts'
import { renderUserPages } from './user-pages.ts'

const bundle = { style: 'p{}', styleHash: 'sha256-x' }

test('a page for people tells what to type, and carries no script', () => {
  const [page] = renderUserPages([[appPasswordTrace]])
  const html = page === undefined ? '' : renderUserPageHtml(page, bundle)
  expect(html).toContain('<h1><bdi>Outlook 2010: what do I type?</bdi></h1>')
  expect(html).toContain('app password')
  expect(html).toContain(`default-src 'none'; style-src 'sha256-x'`)
  expect(html).not.toContain('<script')
})

test('names are shown as they are and never become markup', () => {
  const hostile = `<img src=x onerror=alert(1)> "&' \u05d3\u05d5\u05d3`
  const trace = madeTrace({
    actors: ['user', 'client', 'exchange-online'],
    names: { user: hostile, client: hostile },
    steps: [],
    verdict: { kind: 'undetermined', missing: ['accountInCloud'] },
  })
  const [page] = renderUserPages([[trace]])
  const html = page === undefined ? '' : renderUserPageHtml(page, bundle)
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &quot;&amp;&#39; \u05d3\u05d5\u05d3')
  expect(html).not.toContain('<img')
})
