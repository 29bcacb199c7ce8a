import { describe, expect, test } from 'vitest'
import { exchangeOnlineOfLitware, exchangeServerOfLitware, type Printed, skypeOfLitware } from './company.fixture.ts'
import { forms } from './formats.fixture.ts'
import { importExports } from './import-exports.ts'

const company = [...exchangeOnlineOfLitware, ...exchangeServerOfLitware, ...skypeOfLitware]
const domains = {
  name: 'domains.json',
  text: JSON.stringify({ value: [{ id: 'litware.com', authenticationType: 'Managed', isVerified: true }] }),
}

function imported(formOf: (printed: Printed, index: number) => string) {
  const sources = company.map((one, index) => {
    const [ending, write] = forms[formOf(one, index)] ?? ['', () => '']
    return { name: `${index}/${one.cmdlet}.${ending}`, text: write(one) }
  })
  const result = importExports([domains, ...sources], { asOf: '2024-06-01' })
  return { text: result.ok ? result.value.text : '', problems: result.ok ? result.warnings : result.diagnostics }
}

describe('the exports of Exchange and Skype for Business of one company give one tenant file', () => {
  const names = Object.keys(forms)
  const first = imported(() => 'JSON')

  test('without a mistake', () => {
    expect(first.problems).toEqual([])
    expect(first.text).toContain('modernAuthority: entra-id')
    expect(first.text).toContain('Scenario: BlockWindowsAuthExternally')
  })

  test.each(names.slice(1))('in the form %s', (form) => {
    expect(imported(() => form)).toEqual(first)
  })

  test('in a form for each cmdlet', () => {
    expect(imported((_, index) => names[index % names.length] ?? '')).toEqual(first)
  })
})
