import { expect, test } from 'vitest'
import { clientOf } from '../catalog/clients.ts'
import { vendorTimeline } from '../catalog/vendor-timeline.ts'
import { exchange, sharepoint, teams } from './conditional-access/sample-policies.fixture.ts'
import { tokenBindingOf } from './token-binding.ts'

type Seen = Parameters<typeof tokenBindingOf>[1]

interface Case {
  readonly client?: string
  readonly registered?: boolean
  readonly home?: string
  readonly at?: string
  readonly seen?: { readonly [K in keyof Seen]?: Seen[K] | undefined }
}

const apple = vendorTimeline.find(({ id }) => id === 'token-protection-on-apple')?.from ?? ''
const azureDesktop = '9cdead84-a844-4324-93f2-b2e6bb768d07'

/** Outlook on a registered Windows device against Exchange Online, unless the case says otherwise. */
function bindingOf({ client = 'outlook-microsoft-365', registered, home = 'here', at = '2026-10-01', seen }: Case) {
  const context = {
    client: { product: clientOf(client), device: registered === undefined ? undefined : { registered } },
    user: { accountHome: home },
    at: Date.parse(at),
  }
  const usual = {
    clientAppType: 'mobileAppsAndDesktopClients',
    devicePlatform: 'windows',
    device: { trustType: 'AzureAD' },
    legacy: false,
    target: { applications: [exchange] },
  }
  // Of client, user and device these parts alone are read.
  return tokenBindingOf(context as unknown as Parameters<typeof tokenBindingOf>[0], { ...usual, ...seen } as Seen)
}

const onPhone = (more: NonNullable<Case['seen']> = {}): Case => ({
  client: 'outlook-mobile-ios',
  seen: { devicePlatform: 'iOS', device: { trustType: 'Workplace', isCompliant: 'True' }, ...more },
})

const unmanaged = { trustType: 'Workplace' }

const cases: readonly (readonly [string, Case, 'bound' | 'unbound' | 'open'])[] = [
  ['a client that asks for it on a joined device', {}, 'bound'],
  ['hybrid joined', { seen: { device: { trustType: 'ServerAD' } } }, 'bound'],
  ['registered by the user', { seen: { device: { trustType: 'Workplace' } } }, 'bound'],
  ['a device that is declared as registered', { registered: true, seen: { device: {} } }, 'bound'],
  ['a device of which nothing is known', { seen: { device: undefined } }, 'open'],
  ['a device that is not registered', { seen: { device: 'unregistered' } }, 'unbound'],
  ['a browser', { seen: { clientAppType: 'browser' } }, 'open'],
  ['basic authentication', { seen: { legacy: true } }, 'open'],
  ['an outsider', { home: 'entra-tenant' }, 'open'],
  ['another platform', { seen: { devicePlatform: 'android' } }, 'open'],
  ['a client of which no page says anything', { client: 'thunderbird' }, 'open'],
  ['Office that is bought once', { client: 'outlook-2016' }, 'unbound'],
  ['a client that asks for it on another platform', { client: 'teams-mobile-ios' }, 'open'],
  ['several services that take bound tokens', { seen: { target: { applications: [exchange, sharepoint] } } }, 'bound'],
  ['one service that takes none', { seen: { target: { applications: [exchange, 'another'] } } }, 'open'],
  ['no service', { seen: { target: { applications: [] } } }, 'open'],
  ['an action', { seen: { target: { userAction: 'registerSecurityInformation' } } }, 'open'],
  ['a remote desktop on Windows', { seen: { target: { applications: [azureDesktop] } } }, 'bound'],
  ['a session host', { seen: { device: { trustType: 'AzureAD', systemLabels: 'x\nAzureVirtualDesktop' } } }, 'unbound'],
  ['a Cloud PC', { seen: { device: { trustType: 'AzureAD', systemLabels: 'x, CloudPC' } } }, 'unbound'],
  ['a hosted flow', { seen: { device: { trustType: 'AzureAD', systemLabels: 'MicrosoftPowerAutomate' } } }, 'unbound'],
  ['another label', { seen: { device: { trustType: 'AzureAD', systemLabels: 'M365Managed' } } }, 'bound'],
  ['a virtual machine in Azure', { seen: { device: { trustType: 'AzureAD', profileType: 'SecureVM' } } }, 'unbound'],
  [
    'a session host that is hybrid joined',
    { seen: { device: { trustType: 'ServerAD', systemLabels: 'CloudPC' } } },
    'bound',
  ],
  ['a managed phone', onPhone(), 'bound'],
  ['a phone with device management', onPhone({ device: { ...unmanaged, mdmAppId: 'intune' } }), 'bound'],
  ['a phone without it', onPhone({ device: unmanaged }), 'open'],
  ['a phone that is not compliant', onPhone({ device: { ...unmanaged, isCompliant: 'False' } }), 'open'],
  ['a managed phone on the last day before', { ...onPhone(), at: dayBefore(apple) }, 'open'],
  ['a managed phone on the first day', { ...onPhone(), at: apple }, 'bound'],
  ['a remote desktop on a phone', onPhone({ target: { applications: [azureDesktop] } }), 'open'],
  [
    'a phone with the labels of a session host',
    onPhone({ device: { trustType: 'AzureAD', isCompliant: 'True', systemLabels: 'CloudPC' } }),
    'bound',
  ],
  ['a mail program of the vendor of the phone', { ...onPhone(), client: 'apple-mail-ios-11' }, 'unbound'],
  ['the same on Windows, of which no page says anything', { client: 'apple-mail-ios-11' }, 'open'],
  [
    'Teams on a Mac',
    {
      client: 'teams-desktop',
      seen: { ...onPhone().seen, devicePlatform: 'macOS', target: { applications: [teams] } },
    },
    'bound',
  ],
]

test.each(cases)('the token of %s', (_, one, expected) => {
  expect(bindingOf(one)).toBe(expected)
})

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}
