import { describe, expect, test } from 'vitest'
import type { Trace } from '../../trace/step.ts'
import { appPasswordTrace, blockedTrace, hostileNames, skypeTrace } from '../trace.fixture.ts'
import { renderUserPages } from './user-pages.ts'

const from = (trace: Trace, request: Partial<Trace['request']>): Trace => ({
  ...trace,
  request: { ...trace.request, ...request },
})

describe('the pages for people', () => {
  test('are one a client and say what to type', () => {
    const pages = renderUserPages([[appPasswordTrace], [skypeTrace]])
    expect(pages.map(({ client }) => client)).toEqual(['outlook-2010', 'skype-for-business-2016'])
    expect(pages[0]?.markdown).toContain('type an app password where the client asks for your password')
    expect(pages[1]?.markdown).toContain('type the user name and password of your work or school account')
  })

  test('tell users with the same answer together', () => {
    const [page] = renderUserPages([[appPasswordTrace], [from(appPasswordTrace, { user: 'other@contoso.com' })]])
    expect(page?.markdown.match(/^## /gm)).toHaveLength(1)
  })

  test('say that a client cannot be used, without rules and codes', () => {
    const [page] = renderUserPages([[blockedTrace]])
    expect(page?.markdown).toContain('cannot be used to read mail here')
    expect(page?.markdown).not.toMatch(/GATE|http-401/)
  })

  test('list what each service wants where there are several credentials', () => {
    const [page] = renderUserPages([
      [appPasswordTrace, from(skypeTrace, { client: 'outlook-2010', purpose: 'read-mail' })],
    ])
    expect(page?.markdown).toContain('You are prompted more than once')
    expect(page?.markdown.match(/^- /gm)).toHaveLength(2)
  })

  test.each(hostileNames)('show the name %j as it stands', (name) => {
    const actors = appPasswordTrace.actors.map((actor) => ({ ...actor, name }))
    const [page] = renderUserPages([[{ ...appPasswordTrace, actors }]])
    expect(page?.markdown).not.toMatch(/<[a-z!/]|(?<!\\)\]\(/i)
    expect(page?.markdown.match(/^#+ /gm)).toHaveLength(2)
  })
})
