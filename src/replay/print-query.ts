import { digestOf } from '../source/files/content-hash.ts'
import { duckdbScript } from './engine/duckdb-query.ts'
import type { LogFile } from './logs/log-file.ts'
import { type ClassifiedPeople, labelsOf } from './people-of.ts'
import { clickhouseScript, type SignInTable } from './reduction/clickhouse-query.ts'
import type { ClassRow } from './reduction/dialect.ts'
import { kqlQuery } from './reduction/kql.ts'
import { settingsOf } from './settings-of.ts'

/** The engines for which the reduction can be printed. */
export const queryLanguages = ['kql', 'duckdb', 'clickhouse'] as const

/** One of them. */
export type QueryLanguage = (typeof queryLanguages)[number]

const rowsOf = (people: readonly ClassifiedPeople[]): readonly ClassRow[] =>
  [...labelsOf(people)].map(
    ({ name, class: label, is }): ClassRow => (is === undefined ? [name, label] : [name, label, is]),
  )

const settingsFor = (people: readonly ClassifiedPeople[]) =>
  settingsOf(people.map(({ population }) => population.tenant))

/** A fingerprint of the inputs of shapes: people, networks, named locations and dates. */
export function madeFor(people: readonly ClassifiedPeople[]): string {
  return digestOf(JSON.stringify([settingsFor(people), rowsOf(people)])).slice(0, 16)
}

/** The reduction query for an engine, for the tenants of these people. */
export function printedQuery(
  language: QueryLanguage,
  people: readonly ClassifiedPeople[],
  files: readonly LogFile[],
  table: SignInTable,
): string {
  const [settings, rows, made] = [settingsFor(people), rowsOf(people), madeFor(people)]
  switch (language) {
    case 'kql':
      return kqlQuery(settings, rows, made)
    case 'duckdb':
      return duckdbScript(settings, rows, files, made)
    case 'clickhouse':
      return clickhouseScript(settings, rows, table, made)
  }
}
