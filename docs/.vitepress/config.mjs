import { defineConfig } from 'vitepress'

const page = (text, link) => ({ text, link })

export default defineConfig({
  title: 'authplan',
  description: 'Which credential works for each person in each client, who verifies it, and why',
  lang: 'en-US',
  cleanUrls: false,
  lastUpdated: false,
  srcExclude: ['node_modules/**', 'generate/**'],
  // A page made beside the Markdown; `.ci/docs.mjs` follows the links of what was built.
  ignoreDeadLinks: [/^\/playground/],
  // Pages are Markdown alone: what looks like HTML or a template in a statement or a message is text.
  markdown: { html: false, theme: { light: 'github-light-high-contrast', dark: 'github-dark' } },
  themeConfig: {
    search: { provider: 'local' },
    outline: 'deep',
    nav: [
      page('Start', '/start'),
      page('Tutorials', '/tutorials/architect'),
      page('How-to', '/how-to/read-your-estate'),
      page('Reference', '/reference/commands'),
      { text: 'Playground', link: '/playground.html', target: '_self' },
    ],
    sidebar: [
      { text: 'Begin', items: [page('Ten minutes', '/start'), page('Concepts', '/concepts')] },
      {
        text: 'Tutorials',
        items: [
          page('For the architect', '/tutorials/architect'),
          page('For the author of specs', '/tutorials/author'),
          page('For the writer of documentation', '/tutorials/writer'),
          page('For the helpdesk', '/tutorials/helpdesk'),
          page('For the auditor', '/tutorials/auditor'),
        ],
      },
      {
        text: 'How to',
        items: [
          page('Read your estate', '/how-to/read-your-estate'),
          page('Plan the end of text messages', '/how-to/end-text-messages'),
          page('Leave AD FS', '/how-to/leave-ad-fs'),
          page('Gate a pull request', '/how-to/gate-a-pull-request'),
          page('Trace requirements', '/how-to/trace-requirements'),
          page('Judge a plan by a log', '/how-to/judge-by-a-log'),
          page('Set up an editor', '/editors'),
          page('Collect exports', '/collect'),
        ],
      },
      {
        text: 'Reference',
        items: [
          page('Commands', '/reference/commands'),
          page('Tenant file', '/reference/tenant-file'),
          page('Plan file', '/reference/plan-file'),
          page('Diagnostics', '/reference/diagnostics'),
          page('Findings', '/reference/findings'),
          page('Vendor errors', '/reference/vendor-errors'),
          page('Rules', '/reference/rules'),
          page('Gherkin steps', '/reference/steps'),
          page('JSON outputs', '/reference/json'),
          page('Catalog', '/reference/catalog'),
          page('Library', '/reference/library/'),
        ],
      },
      { text: 'Design', items: [page('Decisions', '/decisions/README')] },
    ],
  },
})
