import { expect, test } from 'vitest'
import { parseSource } from '../../source/document/located-document.ts'
import { readSavedAnswer } from './saved-answer.ts'

function read(text: string) {
  const parsed = parseSource({ name: 'a.answer.json', text })
  return parsed.ok ? readSavedAnswer(parsed.value) : parsed
}

test.each([
  ['an error of Graph', '{ "error": {} }', 'value', 0],
  ['a policy without a result', '{ "value": [\n{ "displayName": "MFA" }] }', 'policyApplies', 13],
  ['a policy without a name', '{ "value": [\n{ "policyApplies": true }] }', 'displayName', 13],
])('%s is refused at its place', (_, text, field, start) => {
  expect(read(text)).toMatchObject({
    ok: false,
    diagnostics: [{ code: 'IMP-39', args: { field }, at: { start } }],
  })
})

test('reasons are one word or several', () => {
  const text = '{ "value": [{ "displayName": "MFA", "policyApplies": false, "analysisReasons": "users, location" }] }'
  expect(read(text)).toMatchObject({ ok: true, value: [{ name: 'MFA', reasons: ['users', 'location'] }] })
})
