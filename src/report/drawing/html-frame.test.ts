import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { renderUserPageHtml } from '../pages/user-page-html.ts'
import { blocksHtml, heading } from '../text/blocks.ts'
import { htmlPage } from './html-frame.ts'

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`
const style = 'p{margin:0}'
const styleHash = hashOf(style)

test.each([
  ['a document of blocks', blocksHtml('Plan', [heading(1, 'Plan')])],
  [
    'a page for users',
    renderUserPageHtml({ title: 'Plan', client: 'Outlook', markdown: '', sections: [] }, { style, styleHash }),
  ],
  ['a frame alone', htmlPage({ title: 'Plan', style, styleHash, body: '' })],
])('the policy of %s admits exactly its style and no script', (_, html) => {
  const [, written = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? []
  const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? []
  expect(written).not.toBe('')
  expect(policy.split('; ')).toContain(`style-src '${hashOf(written)}'`)
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|script-src/)
})

test('a title is text wherever it stands', () => {
  expect(htmlPage({ title: '</title><b>', style, styleHash, generator: '"><b>', body: '' })).not.toContain('<b>')
})
