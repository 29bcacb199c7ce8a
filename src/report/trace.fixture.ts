import type { Actor, Step, Trace, Verdict } from '../trace/step.ts'
import type { SignInRequest } from '../vocabulary/requests.ts'

const at = Date.UTC(2019, 9, 1)

const zones = {
  user: 'client',
  client: 'client',
  'exchange-online': 'microsoft-cloud',
  'entra-id': 'microsoft-cloud',
  'federated-idp': 'on-premises',
  'active-directory': 'on-premises',
  'skype-for-business-server': 'on-premises',
} as const

const names = {
  user: 'Finance lead',
  client: 'Outlook 2010',
  'exchange-online': 'Exchange Online',
  'entra-id': 'Microsoft Entra ID',
  'federated-idp': 'AD FS',
  'active-directory': 'Active Directory',
  'skype-for-business-server': 'Skype for Business Server',
} as const

type CastId = keyof typeof names

/** What a hand-made trace leaves to its defaults. */
export interface TraceParts {
  readonly request?: Partial<SignInRequest>
  readonly actors?: readonly CastId[]
  readonly names?: Partial<Record<CastId, string>>
  readonly steps: readonly Step[]
  readonly verdict: Verdict
  readonly rest?: Partial<Trace>
}

/** A trace made by hand, for tests of its readings. */
export function madeTrace({ request, actors = [], names: other = {}, steps, verdict, rest = {} }: TraceParts): Trace {
  const cast: readonly Actor[] = actors.map((id) => ({ id, name: other[id] ?? names[id], zone: zones[id] }))
  return {
    request: {
      user: 'finance.lead@contoso.com',
      client: 'outlook-2010',
      purpose: 'read-mail',
      network: 'internet',
      at,
      signals: {},
      leg: 'mailbox',
      relyingParty: 'exchange-online',
      protocol: 'mapi-http',
      prompt: 'outlook',
      optional: false,
      ...request,
    },
    actors: cast,
    facts: {},
    origins: [],
    steps: [...steps, { kind: 'outcome', verdict }],
    refused: [],
    audit: [],
    ...rest,
  }
}

/** Outlook 2010 of a user with MFA enforced: an app password, checked by Entra ID, past the identity provider. */
export const appPasswordTrace = madeTrace({
  actors: ['user', 'client', 'exchange-online', 'entra-id'],
  steps: [
    { kind: 'assumption', fact: 'securityDefaults', value: 'off', default: 'default-security-defaults' },
    { kind: 'message', from: 'client', to: 'exchange-online', message: { kind: 'connect', protocol: 'mapi-http' } },
    {
      kind: 'message',
      from: 'exchange-online',
      to: 'client',
      message: { kind: 'challenge', flows: ['modern', 'basic'] },
    },
    { kind: 'decision', at: 'client', question: 'flow', answer: 'used', rule: 'FLOW-1' },
    { kind: 'decision', at: 'entra-id', question: 'second-factor', answer: 'required', rule: 'MFA-13' },
    { kind: 'decision', at: 'entra-id', question: 'credential', answer: 'app-password', rule: 'CRED-2' },
    {
      kind: 'decision',
      at: 'entra-id',
      question: 'verifier',
      about: 'app-password',
      answer: 'entra-id',
      rule: 'VER-2',
    },
    { kind: 'prompt', prompt: 'outlook', asks: 'app-password' },
    {
      kind: 'message',
      from: 'user',
      to: 'client',
      message: { kind: 'credential-presented', credential: 'app-password' },
    },
    {
      kind: 'message',
      from: 'client',
      to: 'exchange-online',
      message: { kind: 'credential-presented', credential: 'app-password' },
    },
    {
      kind: 'message',
      from: 'exchange-online',
      to: 'entra-id',
      message: { kind: 'credential-forwarded', credential: 'app-password' },
    },
    {
      kind: 'decision',
      at: 'entra-id',
      question: 'acceptance',
      about: 'account-password',
      answer: 'refused',
      rule: 'ACC-1',
    },
    {
      kind: 'decision',
      at: 'entra-id',
      question: 'acceptance',
      about: 'app-password',
      answer: 'accepted',
      rule: 'ACC-2',
    },
    { kind: 'decision', at: 'entra-id', question: 'second-factor-outcome', answer: 'bypassed', rule: 'OUT-1' },
    { kind: 'message', from: 'entra-id', to: 'exchange-online', message: { kind: 'token-issued' } },
    { kind: 'message', from: 'exchange-online', to: 'client', message: { kind: 'access-granted' } },
  ],
  verdict: {
    kind: 'signs-in',
    credential: 'app-password',
    verifier: 'entra-id',
    secondFactor: 'bypassed',
    rule: 'CRED-2',
  },
  rest: {
    facts: { perUserMfaState: 'enforced', homeRealm: 'federated', issuer: 'entra-id', appPassword: 'exists' },
    origins: [{ perUserMfaState: { file: 'contoso.yaml', line: 31, column: 9 } }],
    authentication: { offered: ['modern', 'basic'], order: ['basic'], used: 'basic' },
    issuer: 'entra-id',
    clientAppType: 'other',
    refused: [{ credential: 'account-password', by: 'entra-id', rule: 'ACC-1', error: 'AADSTS50126' }],
    audit: ['entra-id'],
  },
})

/** Skype for Business against its server: the account password, checked by Active Directory. */
export const skypeTrace = madeTrace({
  request: {
    client: 'skype-for-business-2016',
    purpose: 'send-instant-messages',
    leg: 'registrar',
    relyingParty: 'skype-for-business-server',
    protocol: 'sip',
    prompt: 'skype',
  },
  actors: ['user', 'client', 'skype-for-business-server', 'active-directory'],
  names: { client: 'Skype for Business 2016' },
  steps: [
    { kind: 'message', from: 'client', to: 'skype-for-business-server', message: { kind: 'connect', protocol: 'sip' } },
    {
      kind: 'decision',
      at: 'skype-for-business-server',
      question: 'credential',
      answer: 'account-password',
      rule: 'CRED-1',
    },
    { kind: 'prompt', prompt: 'skype', asks: 'account-password' },
    { kind: 'message', from: 'client', to: 'active-directory', message: { kind: 'ticket-request', mechanism: 'ntlm' } },
    {
      kind: 'decision',
      at: 'active-directory',
      question: 'acceptance',
      about: 'account-password',
      answer: 'accepted',
      rule: 'ACC-3',
    },
    { kind: 'message', from: 'active-directory', to: 'client', message: { kind: 'ticket-issued', mechanism: 'ntlm' } },
    { kind: 'message', from: 'skype-for-business-server', to: 'client', message: { kind: 'access-granted' } },
  ],
  verdict: {
    kind: 'signs-in',
    credential: 'account-password',
    verifier: 'active-directory',
    secondFactor: 'not-required',
    rule: 'CRED-1',
  },
})

/** Basic authentication after its end: turned away before a password is asked for. */
export const blockedTrace = madeTrace({
  actors: ['client', 'exchange-online'],
  steps: [
    { kind: 'message', from: 'client', to: 'exchange-online', message: { kind: 'connect', protocol: 'mapi-http' } },
    {
      kind: 'decision',
      at: 'exchange-online',
      question: 'service-gate',
      about: 'basic',
      answer: 'closed',
      rule: 'GATE-3',
    },
    {
      kind: 'message',
      from: 'exchange-online',
      to: 'client',
      message: { kind: 'protocol-refused', status: 'HTTP 401' },
    },
  ],
  verdict: { kind: 'blocked', policies: [], rule: 'GATE-3', stage: 'before-password', error: 'http-401' },
})

/** A sign-in that depends on something the file does not say. */
export const openTrace = madeTrace({
  steps: [{ kind: 'decision', at: 'entra-id', question: 'second-factor', missing: ['mfaRegistered'], rule: 'MFA-1' }],
  verdict: { kind: 'undetermined', missing: ['mfaRegistered'], rule: 'MFA-1' },
})

/** Names that attack each of the formats. */
export const hostileNames: readonly string[] = [
  'rule #12 applies; p1->>p2: hacked',
  '%%{init: {"theme":"dark"}}%% %% comment',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  'end',
  'wrap: gone, nowrap: too, style: #fff; classDef x',
  'a "quoted" and \'single\' and `ticked` name',
  'line\nbreak\r\nand\ttab \u2028separator',
  'bidi \u202egnp.exe and \u2066isolate',
  'שלום עולם 12 (עברית)',
  'مرحبا بالعالم',
  '👩‍👩‍👧‍👦 family 🇩🇪 flag 日本語テキスト',
  '\u001b[31mred\u001b[0m \u0007bell \u009b31m',
  '&lt;b&gt; &amp; #lt; #35; ﬂ°°35¶ß $$x^2$$ \\n',
  '=HYPERLINK("http://evil","x")',
  '[link](javascript:alert(1)) ![img](http://evil/x) | pipe | <!-- -->',
  'x'.repeat(300),
  `very long name ${'of a department '.repeat(12)}`,
  '\ud800 half',
]
