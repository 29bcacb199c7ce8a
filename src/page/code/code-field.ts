import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  completionKeymap,
  startCompletion,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { lintKeymap, setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import type { Completions } from '../../editor/completions.ts'
import { h } from '../parts/dom.ts'
import { codeHighlight, codeTheme } from './code-style.ts'
import { type Mark, shownMarks } from './marks.ts'

/** A field for the text of a file. */
export interface CodeField {
  readonly element: HTMLElement
  readonly text: () => string
  /** Puts another text into the field, which is not reported as typed. */
  readonly replace: (text: string) => void
  readonly mark: (marks: readonly Mark[]) => void
  readonly hasFocus: () => boolean
}

/** What a field asks and reports. */
export interface CodeFieldOptions {
  readonly name: string
  readonly text: string
  readonly typed: (text: string) => void
  readonly complete: (text: string, offset: number) => Completions | undefined
}

/** Markdown as plain words: links by their titles. */
const plainWords = (markdown: string): string => markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('`', '')

function completionSource(complete: CodeFieldOptions['complete']): (at: CompletionContext) => CompletionResult | null {
  return ({ state, pos, explicit }) => {
    const found = complete(state.doc.toString(), pos)
    if (found === undefined || found.offered.length === 0) return null
    if (!explicit && found.start === pos && /^\s*$/.test(state.doc.lineAt(pos).text)) return null
    const word = state.sliceDoc(found.start, found.end)
    const begun = found.offered.filter(({ filter }) => filter.toLowerCase().startsWith(word.toLowerCase()))
    // A word that is whole, and the beginning of no other, needs no list.
    if (!explicit && begun.length === 1 && begun[0]?.filter === word) return null
    const options = found.offered.map(
      ({ label, filter, insert, kind, detail, documentation }, index): Completion => ({
        label: filter,
        displayLabel: label,
        ...(detail === undefined ? {} : { detail }),
        type: kind,
        apply: insert,
        boost: -Math.min(index, 99),
        ...(documentation === undefined ? {} : { info: plainWords(documentation) }),
      }),
    )
    return { from: found.start, to: found.end, options }
  }
}

/** Highlighting of a document; rows of a table have none. */
const languageOf = (name: string): Extension => (/\.csv$/i.test(name) ? [] : yaml())

function extensionsOf({ name, typed, complete }: CodeFieldOptions, quiet: () => boolean): Extension {
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    bracketMatching(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    search({ top: true }),
    indentUnit.of('  '),
    EditorState.tabSize.of(2),
    languageOf(name),
    syntaxHighlighting(codeHighlight),
    codeTheme,
    autocompletion({
      override: [completionSource(complete)],
      icons: false,
      // After a key its values are offered.
      activateOnCompletion: ({ type }) => type === 'key',
    }),
    keymap.of([
      { key: 'Ctrl-Space', run: startCompletion },
      ...completionKeymap,
      ...lintKeymap,
      ...searchKeymap,
      ...historyKeymap,
      // Tab leaves the field, as everywhere on the page.
      ...defaultKeymap,
    ]),
    EditorView.contentAttributes.of({ 'aria-label': `Text of ${name}`, 'data-key': `edit ${name}`, tabindex: '0' }),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged && !quiet()) typed(state.doc.toString())
    }),
  ]
}

/** Makes a field. Its styles stand in a tree of their own: the page's content policy admits no others. */
export function codeField(options: CodeFieldOptions): CodeField {
  const element = h('div', { class: 'editor' })
  const root = element.attachShadow({ mode: 'open' })
  let quiet = false
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({ doc: options.text, extensions: extensionsOf(options, () => quiet) }),
  })
  return {
    element,
    text: () => view.state.doc.toString(),
    replace: (text) => {
      quiet = true
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
      quiet = false
    },
    mark: (marks) => view.dispatch(setDiagnostics(view.state, shownMarks(marks, view.state.doc))),
    hasFocus: () => view.hasFocus,
  }
}
