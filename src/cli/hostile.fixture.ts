/** Texts that steer a terminal, a page, a spreadsheet, a diagram or a build when they are written out as they are. */
export const payloads = [
  '\u001b[35mcolored',
  '\u001b[31mred',
  '\u001b]0;title\u0007',
  'C1 \u009b2J',
  'bell \u0007 null \u0000 delete \u007f',
  'override \u202egnp.exe',
  'isolate \u2066x\u2069',
  'marks \u200e\u200f\u061c',
  'lines \u2028MARK\u2029MARK \u0085MARK',
  'without width \u200b\u2060\ufeff',
  'tags \u{e0041}\u{e007f}',
  'two\nMARK lines',
  'return\rMARK',
  'tab\tand | pipe |',
  '`code` ``` fence',
  '```js\nMARK',
  '~~~\nMARK',
  '[link](javascript:alert(1))',
  '![image](https://example.test/x.png)',
  '<script>alert(1)</script>',
  '</script><img src=x onerror=alert(1)>',
  '<!-- comment',
  '--> ]]> end',
  '# heading',
  '- item',
  '@mention #1 https://example.test',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '::error file=a::MARK',
  '##[error]MARK',
  '##vso[task.setvariable]MARK',
  '%0A::error::MARK',
  '"double" \'single\' \\ back',
  '$(touch x) `id` $x !x',
  ';#59; %% end',
  'half \ud800 character',
  '<user> {{x}} {string}',
  'plain שלום 👨‍👩‍👧',
] as const

const all = payloads.join(' ')
const some = ['\u001b[31mred', 'two\nMARK \u202e', '<img src=x onerror=alert(1)>', '[a](javascript:x)', '|"`#;'].join(
  ' ',
)
/** Every text once, four of them in each name, so that there are few people. */
const names = payloads.flatMap((first, index) =>
  index % 3 > 0 ? [] : [[first, ...payloads.slice(index + 1, index + 3)].join(' ')],
)
const starting = payloads.filter((text) => /^(?:[=+-]|@S|::|##\[|# |```)/.test(text))
const people = [...names, ...starting]

/** A tenant whose every text is hostile; each of the texts begins a name of a user, a group, a policy and a network. */
export const hostileTenant = {
  name: all,
  asOf: '2026-01-01',
  domains: [{ name: 'contoso.com', authenticationType: 'managed', managedSignIn: 'password-hash-sync' }],
  networks: [{ name: some }],
  workloads: { 'exchange-online': { modernAuthentication: true } },
  devices: [{ name: some, platform: 'windows' }],
  clients: ['outlook-2010', { name: some, displayName: some, client: 'imap-client' }],
  groups: people.map((name) => ({ name, members: [] })),
  users: people.map((displayName, index) => ({
    userPrincipalName: `user${index}@contoso.com`,
    displayName,
    mailbox: 'exchange-online',
  })),
  conditionalAccess: {
    policies: people.map((displayName, index) => ({
      displayName,
      state: index % 8 === 7 ? 'enabled' : 'enabledForReportingButNotEnforced',
      conditions: {
        users: { includeUsers: [`user${index}@contoso.com`], excludeGroups: [displayName] },
        applications: { includeApplications: ['All'] },
        clientAppTypes: ['all'],
      },
      grantControls: { operator: 'OR', builtInControls: [index % 2 ? 'mfa' : 'block'] },
    })),
  },
}
