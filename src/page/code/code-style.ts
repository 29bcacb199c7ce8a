import { HighlightStyle } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const squiggle = (color: string): Readonly<Record<string, string>> => ({
  // The library's own underline is a picture, which the page's content policy refuses.
  backgroundImage: 'none',
  textDecoration: `underline wavy ${color} 1.5px`,
  textUnderlineOffset: '3px',
})
const panel = { background: 'var(--raised)', color: 'var(--ink)', border: '1px solid var(--edge-strong)' }
const button = {
  font: 'inherit',
  background: 'var(--ground)',
  backgroundImage: 'none',
  color: 'var(--ink)',
  border: '1px solid var(--edge-strong)',
  borderRadius: '6px',
  padding: '2px 8px',
}

/** The look of the text field, in the colors of the page, so that both themes fit. */
export const codeTheme = EditorView.theme({
  '&': { fontSize: '12.5px', background: 'var(--surface)', color: 'var(--ink)', borderRadius: '8px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5' },
  '.cm-content': { padding: '10px 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 12px 0 8px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': { background: 'var(--surface)', color: 'var(--faint)', border: '0', borderRadius: '8px 0 0 8px' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 12px', minWidth: '36px' },
  '.cm-activeLine, .cm-activeLineGutter': { background: 'transparent' },
  '&.cm-focused .cm-activeLine': { background: 'var(--accent-soft)' },
  '&.cm-focused .cm-activeLineGutter': { background: 'var(--accent-soft)', color: 'var(--ink)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    background: 'var(--accent-soft)',
  },
  '.cm-content ::selection': { background: 'var(--mark)' },
  '.cm-lintRange-error': squiggle('var(--bad)'),
  '.cm-lintRange-warning': squiggle('var(--i-app)'),
  '.cm-lintRange-active': { background: 'var(--mark)' },
  '.cm-lintPoint::after': { display: 'none' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { background: 'var(--mark)', color: 'inherit' },
  '.cm-searchMatch': { background: 'var(--mark)', color: 'var(--ink)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--accent)' },
  '.cm-specialChar': { color: 'var(--bad)' },
  '.cm-tooltip': { ...panel, borderRadius: '8px', boxShadow: '0 6px 24px rgb(0 0 0 / 0.18)', maxWidth: '94vw' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '15em', minWidth: '180px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--accent)',
    color: 'var(--accent-ink)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': { fontStyle: 'normal', fontFamily: 'system-ui, sans-serif', opacity: '1' },
  'li:not([aria-selected]) .cm-completionDetail': { color: 'var(--faint)' },
  '.cm-tooltip.cm-completionInfo': { padding: '8px 12px', maxWidth: '340px', fontFamily: 'system-ui, sans-serif' },
  '.cm-diagnostic': { padding: '6px 12px', whiteSpace: 'pre-wrap', maxWidth: '60ch' },
  '.cm-diagnostic-error': { borderLeft: '4px solid var(--bad)' },
  '.cm-diagnostic-warning': { borderLeft: '4px solid var(--i-app)' },
  '.cm-diagnosticAction': button,
  '.cm-panels': { background: 'var(--raised)', color: 'var(--ink)', zIndex: '2' },
  '.cm-panels-top': { borderBottom: '1px solid var(--edge)', borderRadius: '8px 8px 0 0' },
  '.cm-panel.cm-search': { fontSize: '13px', padding: '6px 36px 6px 8px' },
  '.cm-panel.cm-search input:not([type=checkbox])': { ...button, fontSize: '13px', minWidth: '12ch' },
  '.cm-panel.cm-search label': { fontSize: '13px' },
  '.cm-panel.cm-search .cm-button': { ...button, fontSize: '13px' },
  '.cm-panel.cm-search [name=close]': { ...button, padding: '0 7px', top: '6px', right: '6px', fontSize: '16px' },
})

/** Keys, words and comments of a file. */
export const codeHighlight = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--faint)' },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--i-account)' },
  { tag: [tags.string, tags.content], color: 'var(--ink)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--i-several)' },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: 'var(--faint)' },
  { tag: tags.meta, color: 'var(--faint)' },
])
