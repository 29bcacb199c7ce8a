/** The style sheet of the living documentation: light, dark, and print. */
export const livingStyle = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --faint: #59636e; --line: #d1d9e0; --good: #1a7f37; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #12161c; --faint: #9aa6b2; --line: #3a434d; --good: #4ac26b; --bad: #ff8a80; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; max-width: 72rem; padding: 1rem 1.5rem 4rem; }
a { color: inherit; }
h1 { font-size: 1.6rem; } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
nav ul { columns: 2; padding-left: 1.2rem; }
.place, small { color: var(--faint); font-size: .85em; }
summary .place { margin-left: .8em; }
details { border-left: 4px solid var(--good); margin: .5rem 0; padding: .2rem .8rem; }
details.trace { border-left-color: var(--line); font-size: .95em; }
details:not(.passed, .trace), section.failed { border-left: 4px solid var(--bad); padding-left: .8rem; }
summary { cursor: pointer; font-weight: 600; }
nav li.failed::marker, .steps li:not(.passed)::marker { color: var(--bad); content: '\\2717\\00a0'; }
nav li.passed::marker, .steps li.passed::marker { color: var(--good); content: '\\2713\\00a0'; }
pre { white-space: pre-wrap; margin: .2rem 0; } .message { color: var(--bad); }
figure { margin: 1rem 0; } .scroll { overflow-x: auto; } figure > .scroll > svg { max-width: none; height: auto; }
figcaption ul { margin: .3rem 0; padding-left: 1.2rem; font-size: .85em; }
.store { position: absolute; width: 0; height: 0; }
@media print { body { max-width: none; } details { break-inside: avoid; } }
`
