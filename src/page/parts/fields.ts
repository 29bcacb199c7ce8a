import { type Child, h } from './dom.ts'

/** A choice of one among a few. */
export interface Choice {
  readonly label: string
  /** Keeps the focus here when the page around it is redrawn. */
  readonly key: string
  readonly value: string
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly choose: (value: string) => void
  /** The value that the file itself says; another one is marked as tried out. */
  readonly inFile?: string
  /** The list stands below its label and not next to it. */
  readonly wide?: boolean
  /** Says more, below the field. */
  readonly says?: string
}

/** A labeled list to choose from. */
export function selectOf({ label, key, value, options, choose, inFile, says, wide }: Choice): HTMLElement {
  const changed = inFile !== undefined && inFile !== value
  const fileWords = options.find(([one]) => one === inFile)?.[1] ?? inFile ?? ''
  const known = options.some(([one]) => one === value) ? options : [...options, [value, value] as const]
  const select = h(
    'select',
    {
      'data-key': key,
      onchange: ({ target }) => target instanceof HTMLSelectElement && choose(target.value),
    },
    known.map(([one, words]) => h('option', { value: one, selected: one === value }, words)),
  )
  select.value = value
  return h(
    'label',
    { class: `field${changed ? ' tried' : ''}${wide === true ? ' wide' : ''}` },
    h('span', {}, h('bdi', {}, label), changed && h('span', { class: 'tried-mark' }, ` △ file: ${fileWords}`)),
    select,
    says !== undefined && h('small', {}, says),
  )
}

/** A button that does something at once. */
export function button(
  label: Child,
  act: () => void,
  more: { readonly key?: string; readonly kind?: string; readonly title?: string } = {},
): HTMLElement {
  return h('button', { type: 'button', class: more.kind, 'data-key': more.key, title: more.title, onclick: act }, label)
}
