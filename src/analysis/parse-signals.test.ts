import { describe, expect, test } from 'vitest'
import { parseSignals } from './parse-signals.ts'
import { signalKeys } from './wording/signal-words.ts'

const laptop = { properties: { isCompliant: 'true', trustType: 'ServerAD' } }
const devices = new Map([['Laptop 7', laptop]])

describe('signals are read in the words of Graph', () => {
  test.each<[string, readonly string[], object]>([
    ['a word in any case becomes the vendor’s', ['deviceplatform=ios'], { devicePlatform: 'iOS' }],
    [
      'unknown is a value',
      ['devicePlatform=unknown', 'country=unknown'],
      { devicePlatform: 'unknown', country: 'unknown' },
    ],
    ['a country is written in capitals', ['country=de'], { country: 'DE' }],
    ['an address of the sixth version', ['ipAddress=2001:db8::1'], { ipAddress: '2001:db8::1' }],
    ['a list is split at commas', ['methods=password,sms'], { methods: ['password', 'sms'] }],
    ['a list can be said in parts', ['methods=password', 'methods=FIDO2'], { methods: ['password', 'fido2'] }],
    ['an empty list is known to be empty', ['satisfied=none'], { satisfied: [] }],
    ['a control that is met', ['satisfied.compliantApplication=True'], { satisfied: ['compliantApplication'] }],
    ['a control that is not met', ['satisfied.compliantApplication=false'], { satisfied: [] }],
    [
      'a strength is named by its id',
      ['satisfied=mfa,authenticationStrength:7'],
      { satisfied: ['mfa', 'authenticationStrength:7'] },
    ],
    ['an age is a duration', ['lastMfa=PT2H'], { lastMfa: 7_200_000 }],
    [
      'device properties add up',
      ['deviceInfo.iscompliant=true', 'deviceInfo.model=a=b'],
      { deviceInfo: { isCompliant: 'true', model: 'a=b' } },
    ],
    ['a declared device gives all it has', ['deviceInfo=laptop 7'], { deviceInfo: laptop.properties }],
    [
      'a property overrides the device',
      ['deviceInfo=Laptop 7', 'deviceInfo.isCompliant=false'],
      { deviceInfo: { isCompliant: 'false', trustType: 'ServerAD' } },
    ],
    [
      'the flow may be named as in the request of What If',
      ['authenticationFlow.transferMethod=deviceCodeFlow'],
      { authenticationFlow: 'deviceCodeFlow' },
    ],
    ['no entry is no signal', [], {}],
  ])('%s', (_name, entries, expected) => {
    expect(parseSignals(entries, devices)).toEqual({ ok: true, value: expected })
  })
})

describe('what cannot be read is refused with a way on', () => {
  test.each<[string, string, string]>([
    ['an unknown key', 'devicePlatfrom=iOS', '`devicePlatform`'],
    ['an unknown value', 'devicePlatform=windos', '`windows`'],
    ['an unknown method in a list', 'methods=password,smss', '`sms`'],
    ['a country that has another code', 'country=uk', '`GB`'],
    ['a country that nobody has', 'country=XX', 'ISO 3166'],
    ['a trust type that nobody has', 'deviceInfo.trustType=ServrAD', '`ServerAD`'],
    ['an unknown control', 'satisfied=compliantDevise', '`compliantDevice`'],
    ['an unknown control by name', 'satisfied.compliantDevise=true', '`compliantDevice`'],
    ['a control neither met nor not', 'satisfied.mfa=perhaps', '`true` or `false`'],
    ['a strength without its id', 'satisfied=authenticationStrength:', 'authenticationStrength'],
    ['an entry without a value', 'country', 'KEY=VALUE'],
    ['an empty value', 'country=', 'remove the key'],
    ['no address', 'ipAddress=contoso', 'IPv4'],
    ['a range instead of an address', 'ipAddress=203.0.113.0/24', 'IPv4'],
    ['no country', 'country=Germany', 'ISO 3166'],
    ['no duration', 'lastMfa=yesterday', 'PT2H'],
    ['a month has no fixed length', 'lastMfa=P1M', 'PT2H'],
    ['an unknown device', 'deviceInfo=Laptop 8', '`Laptop 7`'],
    ['an unknown property', 'deviceInfo.compliant=true', '`isCompliant`'],
    ['a property where there is none', 'country.name=DE', 'country=VALUE'],
  ])('%s', (_name, entry, help) => {
    const parsed = parseSignals([entry, 'firstFactor=right'], devices)
    expect(parsed.ok).toBe(false)
    if (!parsed.ok) {
      expect(parsed.problems.map((problem) => problem.entry)).toEqual([entry])
      expect(parsed.problems[0]?.help).toContain(help)
    }
  })

  test('every mistake is reported at once', () => {
    const parsed = parseSignals(['country=x', 'lastMfa=x'])
    expect(!parsed.ok && parsed.problems.length).toBe(2)
  })

  test('without devices the help says how to give properties', () => {
    const parsed = parseSignals(['deviceInfo=laptop'])
    expect(!parsed.ok && parsed.problems[0]?.help).toContain('deviceInfo.isCompliant')
  })
})

test('every key has a reading', () => {
  for (const key of signalKeys) {
    const parsed = parseSignals([`${key}=zz-zz`])
    if (!parsed.ok) expect(parsed.problems[0]?.message).not.toContain('unknown signal')
  }
})

test.each([
  ['signInRiskLevel=high', 'signinrisklevel=low'],
  ['country=DE', 'country=DE'],
  ['lastMfa=PT1H', 'lastMfa=PT2H'],
  ['deviceInfo.isCompliant=true', 'deviceInfo.iscompliant=false'],
  ['deviceInfo=Laptop 7', 'deviceInfo=Laptop 7'],
])('a signal is given once: %s and %s', (...entries) => {
  const parsed = parseSignals(entries, devices)
  expect(parsed.ok ? [] : parsed.problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('is given twice'),
  ])
})
