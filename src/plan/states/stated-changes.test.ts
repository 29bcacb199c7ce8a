import { expect, test } from 'vitest'
import { parseSource } from '../../source/document/located-document.ts'
import { changesOf } from './stated-changes.ts'

const before = {
  users: [{ userPrincipalName: 'ada@contoso.com', displayName: 'Ada' }],
  policies: [{ id: 'p-1', displayName: 'MFA for all' }, { displayName: 'Block legacy' }],
}

function known(over: object): unknown {
  const parsed = parseSource({ name: 'plan.yaml', text: JSON.stringify(over) })
  if (!parsed.ok) throw new Error('no document')
  const found: unknown[] = []
  changesOf({ plan: parsed.value, before, report: ({ args }) => found.push(Object(args).known) }, over, [])
  return found[0]
}

test.each([
  [{ policies: [{ displayName: 'MFA for some', state: 'disabled' }] }, ['MFA for all', 'Block legacy']],
  [{ policies: [{ id: 'p-2', state: 'disabled' }] }, ['p-1', 'Block legacy']],
  [{ users: [{ userPrincipalName: 'bea@contoso.com', displayName: 'Bea' }] }, ['ada@contoso.com']],
])('what a plan may have meant is listed in the words that it uses: %j', (over, names) => {
  expect(known(over)).toEqual(names)
})
