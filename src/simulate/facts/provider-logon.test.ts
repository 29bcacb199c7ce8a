import { expect, test } from 'vitest'
import { federated, legsOf } from '../sign-in.fixture.ts'

const inside = { insideCorporateNetwork: true, ranges: ['203.0.113.0/24'] }

/** Whether nothing is typed at AD FS, in a browser or Outlook on a joined device, with these settings of AD FS. */
function isSilent(provider: object, client: string, platform: string, network: object = inside): boolean {
  const legs = legsOf(
    {
      domain: federated,
      provider: { ...provider },
      network: { ...network },
      tenant: {
        devices: [{ name: 'pc', platform, domainJoined: true }],
        clients: [{ name: 'on-pc', client, device: 'pc' }],
      },
    },
    { client: 'on-pc' },
  )
  return legs.every(({ steps }) => !steps.some(({ kind }) => kind === 'prompt'))
}

const edge = ['=~Windows\\s*NT.*Edg.*']
const forms = { PrimaryIntranetAuthenticationProvider: ['FormsAuthentication'] }
const both = { PrimaryIntranetAuthenticationProvider: ['FormsAuthentication', 'WindowsAuthentication'] }

test.each<[provider: object, client: string, platform: string, silent: boolean]>([
  [{}, 'browser', 'windows', true],
  [{}, 'outlook-2016', 'windows', true],
  [{}, 'browser', 'macOS', false],
  [{}, 'outlook-mac-2016', 'macOS', false],
  [forms, 'browser', 'windows', false],
  [both, 'browser', 'windows', true],
  [{ WIASupportedUserAgents: edge }, 'browser', 'windows', true],
  [{ WIASupportedUserAgents: edge }, 'browser', 'macOS', false],
  [{ WIASupportedUserAgents: ['MSIE 7.0; Windows NT'] }, 'outlook-2016', 'windows', true],
  [{ WIASupportedUserAgents: ['MSIPC', 'Windows Rights Management Client'] }, 'browser', 'windows', false],
  [{ WIASupportedUserAgents: ['Mozilla/5.0'] }, 'browser', 'macOS', true],
  [{ WIASupportedUserAgents: ['Mozilla/5.0'] }, 'browser', 'linux', false],
  [{ WIASupportedUserAgents: ['Mozilla/5.0 (Windows NT'] }, 'browser', 'macOS', false],
  [{ WIASupportedUserAgents: [] }, 'browser', 'windows', false],
])('with %o, nothing is typed in %s on %s: %s', (provider, client, platform, silent) => {
  expect(isSilent(provider, client, platform)).toBe(silent)
})

test.each([
  ['outlook', true],
  ['office', true],
  ['skype', true],
  ['teams', true],
  ['browser', true],
  ['powershell', true],
  ['mail', false],
  ['script', false],
])('a program of the kind %s opens a browser of Windows: %s', (kind, silent) => {
  const legs = legsOf(
    {
      domain: federated,
      network: inside,
      tenant: { devices: [{ name: 'pc', platform: 'windows', domainJoined: true }] },
      client: { kind, device: 'pc', flows: ['modern'], protocols: { 'read-mail': ['ews'] } },
    },
    {},
  )
  expect(legs.every(({ steps }) => !steps.some((step) => step.kind === 'prompt'))).toBe(silent)
})

test('outside, and at another provider, people type', () => {
  const outside = { insideCorporateNetwork: false, ranges: ['198.51.100.0/24'] }
  expect(isSilent({ WIASupportedUserAgents: ['Mozilla/5.0'] }, 'browser', 'windows', outside)).toBe(false)
  expect(isSilent({ product: 'okta' }, 'browser', 'windows')).toBe(false)
})
