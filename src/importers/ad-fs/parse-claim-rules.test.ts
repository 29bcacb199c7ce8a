import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseClaimRules } from './parse-claim-rules.ts'

const permit = 'http://schemas.microsoft.com/authorization/claims/permit'
const inside = 'http://schemas.microsoft.com/ws/2012/01/insidecorporatenetwork'
const issuance = { kind: 'issue', types: [permit], value: 'true' }
const read = (text: string) => parseClaimRules(text).map((one) => (one.ok ? one.rule : `not read near ${one.near}`))

describe('the claim rule language', () => {
  test.each<[string, string, object]>([
    ['a rule without conditions', `=> issue(Type = "${permit}", Value = "true");`, { conditions: [], issuance }],
    [
      'the name that a template gave it',
      `@RuleTemplate = "AllowAllAuthzRule"\r\n@RuleName = "All" => issue(Type = "${permit}", Value = "true");`,
      { name: 'All', conditions: [], issuance },
    ],
    [
      'a claim that is passed on',
      `c:[Type == "${inside}"] => issue(claim = c);`,
      {
        conditions: [{ holds: 'exists', variable: 'c', tests: [{ property: 'type', comparison: '==', text: inside }] }],
        issuance: { kind: 'issue', copies: 'c', types: [] },
      },
    ],
    [
      'conditions of every kind, in any case, in typographic quotes',
      `[Type == “a”] && NOT EXISTS([type =~ "b", value !~ "c"]) && count([Issuer != "d"]) >= 2 => add(type = "e");`,
      {
        conditions: [
          { holds: 'exists', tests: [{ property: 'type', comparison: '==', text: 'a' }] },
          {
            holds: 'absent',
            tests: [
              { property: 'type', comparison: '=~', text: 'b' },
              { property: 'value', comparison: '!~', text: 'c' },
            ],
          },
          { holds: 'counted', tests: [{ property: 'issuer', comparison: '!=', text: 'd' }] },
        ],
        issuance: { kind: 'add', types: ['e'] },
      },
    ],
    [
      'values that are computed',
      `c:[Type == "a", Properties["http://x"] == "p"] => issue(store = "Active Directory", types = ("t", "u"), query = "x={0};{1}", param = regexreplace(c.Value, "(?<d>[^\\\\]+)", "\${d}"), param = c.Value);`,
      {
        conditions: [
          {
            holds: 'exists',
            variable: 'c',
            tests: [
              { property: 'type', comparison: '==', text: 'a' },
              { property: 'properties', comparison: '==', text: 'p' },
            ],
          },
        ],
        issuance: { kind: 'issue', types: ['t', 'u'] },
      },
    ],
    [
      'a claim made of another one',
      `c:[Type == "a"] => issue(Type = "b", Issuer = c.Issuer, Value = RegExReplace(c.Value, "x", "y") + "z", ValueType = c.ValueType, Properties["q"] = "r");`,
      {
        conditions: [{ holds: 'exists', variable: 'c', tests: [{ property: 'type', comparison: '==', text: 'a' }] }],
        issuance: { kind: 'issue', types: ['b'] },
      },
    ],
  ])('%s', (_, text, rule) => {
    expect(read(text)).toEqual([rule])
  })

  test('rules in one text, also without what separates them', () => {
    const one = `=> issue(Type = "${permit}", Value = "true")`
    const rule = { conditions: [], issuance }
    expect(read(`${one};\n${one} ${one};`)).toEqual([rule, rule, rule])
  })

  test('a rule that cannot be read leaves those after it readable', () => {
    const text = `@RuleName = "odd" c:[Type ~ "x"] => issue(claim = c); => issue(Type = "${permit}", Value = "true");`
    expect(parseClaimRules(text)).toEqual([
      { ok: false, name: 'odd', near: '~ "x"] => issue(claim = c); =>' },
      { ok: true, rule: { conditions: [], issuance } },
    ])
  })

  test('any text is read without an exception', () => {
    const piece = fc.constantFrom(
      ...['c', ':', '[', ']', 'Type', '==', '"a"', '"', '=>', 'issue', '(', ')', 'claim', '=', ',', ';', '&&', '@'],
      ...['RuleName', 'not', 'exists', 'count', '>=', '2', '+', '.', '\u0000', 'ß', ' '],
    )
    const text = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(text, (rules) => parseClaimRules(rules).length <= rules.length),
      { seed: 17, numRuns: 500, interruptAfterTimeLimit: 3000 },
    )
    const nested = `=> issue(Type = ${'f('.repeat(50_000)}`
    expect(parseClaimRules(nested)[0]?.ok).toBe(false)
  })
})
