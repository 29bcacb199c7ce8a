import { editorGlue } from './editor-glue.ts'

/** One file of a new project. */
export interface InitFile {
  readonly path: string
  readonly text: string
}

/** The name of a new project and the version of the product that it uses. */
export interface InitOptions {
  readonly name: string
  /** The version of this product, from its package. */
  readonly version: string
}

const tenant = `# yaml-language-server: $schema=../node_modules/authplan/dist/tenant-architecture.schema.json
#
# One tenant architecture. It describes the current or planned state; what you expect of it is in features/.
name: Our tenant
asOf: 2026-06-01 # every sign-in is judged at a date, never at "now"
createdDateTime: 2018-05-01

domains:
  - name: example.com
    authenticationType: managed
    managedSignIn: password-hash-sync

multifactorAuthentication:
  appPasswords: blocked
  trustedIps: []

securityDefaults: false

conditionalAccess:
  policies:
    - displayName: Require MFA
      state: enabled
      conditions:
        users: { includeUsers: [All] }
        applications: { includeApplications: [All] }
        clientAppTypes: [all]
      grantControls: { operator: OR, builtInControls: [mfa] }
    - displayName: Block legacy authentication
      state: enabled
      conditions:
        users: { includeUsers: [All] }
        applications: { includeApplications: [All] }
        clientAppTypes: [exchangeActiveSync, other]
      grantControls: { operator: OR, builtInControls: [block] }

workloads:
  exchange-online:
    modernAuthentication: true

networks:
  - name: office
    ranges: [203.0.113.0/24]
    insideCorporateNetwork: true
  - name: internet

clients:
  - outlook-microsoft-365
  - outlook-2010
  - browser

users:
  - userPrincipalName: alex@example.com
    displayName: Alex
    perUserMfaState: disabled
    registered: true
    methods: [microsoftAuthenticatorPush]
    appPasswords: []
    groups: []
    roles: []
    mailbox: exchange-online
    archive: none
    registrar: none
`

const feature = `Feature: Reading mail

  Background:
    Given the tenant architecture "our-tenant"

  Scenario: Outlook signs in interactively, with a second factor
    When Alex uses Outlook for Microsoft 365 to read mail from the internet
    Then the required credential is the interactive sign-in
    And the interactive sign-in is verified by Microsoft Entra ID
    And the second factor is asked by Microsoft Entra ID

  Scenario Outline: <client> to read mail
    Then the verdicts are:
      | user | client   | purpose   | network  | verdict   |
      | Alex | <client> | read mail | internet | <verdict> |

    Examples:
      | client                    | verdict  |
      | Outlook for Microsoft 365 | signs in |
      | browser                   | signs in |
      | Outlook 2010              | blocked  |

  Scenario: nobody gets in with one factor
    Then no sign-in from the internet succeeds without a second factor
    And no client needs two credentials for one prompt
`

const readme = (name: string): string => `# ${name}

Which credential each user types into each client, who checks it, and why: declared in \`scenarios/\`, asserted in
\`features/\`.

\`\`\`
npm install
npm test                  # checks the tenant file and runs the features
npx authplan test --watch # runs again what a change affects
\`\`\`

| to | run |
| --- | --- |
| see the credential of every client | \`npx authplan simulate scenarios/our-tenant.yaml\` |
| learn why | \`npx authplan explain scenarios/our-tenant.yaml --user Alex --client outlook-2010\` |
| see the steps a feature can use | \`npx authplan steps\` |
| write today's verdicts as a feature | \`npx authplan spec scenarios/our-tenant.yaml\` |

\`npx cucumber-js\` runs the same features with Cucumber itself (\`cucumber.mjs\`, \`features/support/steps.mjs\`).
In Visual Studio Code the recommended extensions complete tenant files and steps; they read \`.vscode/authplan-steps.js\`,
which \`npx authplan steps --format glue:.vscode/authplan-steps.js\` regenerates after an update.
`

const workflow = `name: authplan
on: [push, pull_request]
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm ci || npm install
      - run: npx authplan check scenarios/our-tenant.yaml --format github
      - run: npx authplan test --format github --format junit:out/junit.xml --format markdown:out/summary.md --format html:out/features.html
      - if: always()
        run: test ! -f out/summary.md || cat out/summary.md >> "$GITHUB_STEP_SUMMARY"
      - if: always()
        uses: actions/upload-artifact@v4
        with:
          name: features
          path: out
`

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** The files of a new project: tenant, feature, Cucumber configuration, editor settings, workflow, README. */
export function initFiles({ name, version }: InitOptions): readonly InitFile[] {
  const manifest = {
    name,
    private: true,
    type: 'module',
    scripts: { test: 'authplan check scenarios/our-tenant.yaml && authplan test', watch: 'authplan test --watch' },
    devDependencies: { '@cucumber/cucumber': '^12.9.0', authplan: `^${version}` },
  }
  const settings = {
    'cucumber.features': ['features/**/*.feature'],
    'cucumber.glue': ['.vscode/authplan-steps.js', 'features/support/**/*.mjs'],
    'yaml.schemas': { './node_modules/authplan/dist/tenant-architecture.schema.json': ['scenarios/*.yaml'] },
  }
  const cucumber = "export default {\n  import: ['features/support/*.mjs'],\n  paths: ['features/**/*.feature'],\n}\n"
  return [
    { path: 'package.json', text: json(manifest) },
    { path: 'README.md', text: readme(name) },
    { path: 'scenarios/our-tenant.yaml', text: tenant },
    { path: 'features/reading-mail.feature', text: feature },
    { path: 'features/support/steps.mjs', text: "import 'authplan/gherkin/register'\n" },
    { path: 'cucumber.mjs', text: cucumber },
    { path: '.vscode/settings.json', text: json(settings) },
    {
      path: '.vscode/extensions.json',
      text: json({ recommendations: ['cucumberopen.cucumber-official', 'redhat.vscode-yaml'] }),
    },
    { path: '.vscode/authplan-steps.js', text: editorGlue() },
    { path: '.github/workflows/authplan.yml', text: workflow },
    { path: '.gitignore', text: 'node_modules/\nout/\n' },
  ]
}
