import type { Counted, UserClass } from '../../analysis/population/results.ts'
import { jsonText, type SimulationHeader } from '../json/json.ts'
import { renderAligned } from './aligned-table.ts'
import { csvText } from './csv.ts'
import { markdownTable, markdownText } from './markdown-escape.ts'
import { singleLine } from './single-line.ts'

/** The distinguishing traits of the classes: omits those that are equal for all. */
function traitsText(traits: UserClass['traits'], all: readonly UserClass[]): string {
  return Object.entries(traits)
    .filter(([trait]) => all.some((other) => other.traits[trait] !== traits[trait]))
    .map(([trait, value]) => `${trait} ${value === '' ? 'none' : value}`)
    .join(', ')
}

const headingsOfClasses = ['users like', 'number', 'what distinguishes them']

const classRows = (classes: readonly UserClass[]): readonly (readonly string[])[] =>
  classes.map(({ representative, size, traits }) => [representative, String(size), traitsText(traits, classes)])

/** The classes with their sizes, and the people of each if they were kept. */
function renderClasses(classes: readonly UserClass[], expand: boolean): string {
  const table = renderAligned({ headings: headingsOfClasses, rows: classRows(classes) })
  if (!expand) return table
  const lists = classes.map(
    ({ representative, members = [] }) =>
      `\n${singleLine(representative)} represents:\n${members.map((name) => `  ${singleLine(name)}\n`).join('')}`,
  )
  return table + lists.join('')
}

/** The same in Markdown. */
function markdownClasses(classes: readonly UserClass[], expand: boolean): string {
  const rows = classRows(classes).map((row) => row.map(markdownText))
  const table = `${markdownTable(headingsOfClasses, rows).join('\n')}\n\n`
  if (!expand) return table
  const lists = classes.map(
    ({ representative, members = [] }) =>
      `${markdownText(representative)} represents:\n\n${members.map((name) => `- ${markdownText(name)}\n`).join('')}\n`,
  )
  return table + lists.join('')
}

/** The classes as data. */
function classesJson(classes: readonly UserClass[]) {
  return classes.map(({ representative, size, traits, members }) => ({
    representative,
    size,
    traits: { ...traits },
    ...(members === undefined ? {} : { members: [...members] }),
  }))
}

const headingsOf = ({ by }: Counted): readonly string[] => [...by, 'signIns', 'users']

const rowsOf = ({ groups }: Counted): readonly (readonly string[])[] =>
  groups.map(({ values, signIns, users }) => [...values, String(signIns), String(users)])

/** The classes for output next to the sign-ins. */
export function classesBeside(classes: readonly UserClass[], expand: boolean) {
  return {
    table: [`${renderClasses(classes, expand)}\n`],
    markdown: [markdownClasses(classes, expand)],
    json: { classes: classesJson(classes) },
  }
}

/** Counted sign-ins in each format of `simulate`. */
export function renderCounted(
  format: 'table' | 'json' | 'csv' | 'markdown',
  header: SimulationHeader,
  counted: Counted,
): string {
  switch (format) {
    case 'table':
      return renderAligned({ headings: headingsOf(counted), rows: rowsOf(counted) })
    case 'csv':
      return csvText([headingsOf(counted), ...rowsOf(counted)])
    case 'markdown':
      return `${markdownTable(
        headingsOf(counted),
        rowsOf(counted).map((row) => row.map(markdownText)),
      ).join('\n')}\n`
    case 'json': {
      const groups = counted.groups.map(({ values, signIns, users }) => ({
        ...Object.fromEntries(counted.by.map((key, index) => [key, values[index] ?? ''])),
        signIns,
        users,
      }))
      return jsonText({ formatVersion: 1, ...header, by: [...counted.by], groups })
    }
  }
}
