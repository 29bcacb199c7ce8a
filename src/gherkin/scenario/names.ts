export * from '../../analysis/claims/value-names.ts'
